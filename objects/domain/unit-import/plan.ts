// Owns the shapes of an import: the units that are there, what a table would do to them, and what is wrong with it.

/** A unit as it stands. */
export type KnownUnit = {
  readonly id: string;
  readonly label: string;
  readonly zone: string;
  readonly groupSize: number;
  readonly facts: Readonly<Record<string, string | number>>;
};

export type ImportErrorCode =
  | "NO_HEADER"
  | "NO_LABEL_COLUMN"
  | "COLUMN_TWICE"
  | "TOO_MANY_COLUMNS"
  | "TOO_MANY_ROWS"
  | "TOO_MANY_VALUES"
  | "TOO_MANY_CELLS"
  | "LABEL_EMPTY"
  | "LABEL_TOO_LONG"
  | "LABEL_TWICE"
  | "LABEL_AMBIGUOUS"
  | "ZONE_MISSING"
  | "ZONE_UNKNOWN"
  | "GROUP_SIZE_WRONG"
  | "VALUE_TOO_LONG";

export type ImportError = {
  /** As a spreadsheet counts: the header is 1. */
  readonly row: number;
  /** The header's words; null when it is about the whole row or table. */
  readonly column: string | null;
  readonly code: ImportErrorCode;
  readonly message: string;
};

/** One value that becomes another one; null: there was none. */
export type FieldChange = {
  /** `zone`, `groupSize` or a fact's name. */
  readonly field: string;
  readonly isFact: boolean;
  readonly from: string | number | null;
  readonly to: string | number;
};

export type PlannedUnit = {
  readonly row: number;
  /** Null: a new unit. */
  readonly id: string | null;
  readonly label: string;
  /** What the unit will have. */
  readonly zone: string;
  readonly groupSize: number;
  /** Never empty for a unit that is there. */
  readonly changes: readonly FieldChange[];
};

export type ImportPlan = {
  readonly created: readonly PlannedUnit[];
  readonly changed: readonly PlannedUnit[];
  /** Units of the table that are as it says already. */
  readonly unchanged: number;
  readonly ignoredColumns: readonly string[];
  /** The first IMPORT_ERRORS_MAX; with one, nothing may be applied. */
  readonly errors: readonly ImportError[];
  readonly errorCount: number;
};
