// The shape of the generated weights. The numbers are in weights.generated.ts; model.ts reads them.
/** The generated weights: one row of FEATURES signed bytes per class, base64, with what turns them into probabilities. */
export type WeightsFile = {
  readonly version: string;
  /** The hand-written signs the rows were trained with, in order. */
  readonly signs: readonly string[];
  readonly classes: readonly {
    /** An intent, or the id of a guardrail. */
    readonly label: string;
    /** One byte step of this row. */
    readonly scale: number;
    readonly bias: number;
    /** Calibration: probability = logistic(slope * logit + shift). */
    readonly slope: number;
    readonly shift: number;
  }[];
  readonly rows: string;
};
