// Every limit of a table of units, with the source of its number.

/** Rows below the header: more units than an agency of this product has. */
export const IMPORT_ROWS_MAX = 5_000;
export const IMPORT_COLUMNS_MAX = 100;
/** Values in all rows together: 5,000 units with 20 facts each, which one transaction can write. */
export const IMPORT_VALUES_MAX = 100_000;
/** Errors told at once; a person mends these and tries again. */
export const IMPORT_ERRORS_MAX = 200;
/** A street address with its apartment, and room to spare. */
export const LABEL_CHARS_MAX = 200;
/** More than a reply can hold beside the other facts. */
export const FACT_CHARS_MAX = 1_000;
/** As slots/limits.ts: an open house. */
export const GROUP_SIZE_MAX = 1_000;
