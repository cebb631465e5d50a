// The shape of the generated weights of the model that hears what is asked. The numbers are in asked.generated.ts.

/** A linear model in two steps: features to a few columns, columns to subjects. */
export type AskedFile = {
  readonly version: string;
  /** The fingerprint of the concepts that the rows were trained with. */
  readonly concepts: number;
  /** A message's logit is that of its strongest piece and, to this share, that of the whole of it. */
  readonly wholeShare: number;
  /** Probability = logistic(slope * logit). */
  readonly slope: number;
  /** Between the two steps: one step of the rows' weights in each column, and what is added to the column. */
  readonly columns: readonly { readonly scale: number; readonly bias: number }[];
  /** The id of a topic, or OTHER; and what each column counts for it. */
  readonly subjects: readonly { readonly id: string; readonly bias: number; readonly weights: readonly number[] }[];
  /** Rows by rising key: two characters with the distance from the key before, then two characters for every three columns. */
  readonly rows: string;
};

/** Something is asked that no topic of the table answers, or that only touches one. */
export const OTHER = "other";
