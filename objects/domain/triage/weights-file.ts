// The shape of the generated weights. The numbers are in weights.generated.ts; model.ts reads them.

/** The generated weights: the features worth keeping, each with one four-bit weight per class, and what makes probabilities of them. */
export type WeightsFile = {
  readonly version: string;
  /** The fingerprint of the concepts that the rows were trained with. */
  readonly concepts: number;
  /** A message's logit is that of its strongest piece and, to this share, that of the whole of it. */
  readonly wholeShare: number;
  readonly classes: readonly {
    /** An intent, or the id of a guardrail. */
    readonly label: string;
    /** One step of this class's weights. */
    readonly scale: number;
    readonly bias: number;
    /** Calibration: probability = logistic(slope * logit + shift). */
    readonly slope: number;
    readonly shift: number;
    /** From this probability the model alone fires the guardrail of this name; null for what is no guardrail. */
    readonly fires: number | null;
  }[];
  /** Rows by rising key: two characters with the distance from the key before, then two characters for every three classes. */
  readonly rows: string;
};
