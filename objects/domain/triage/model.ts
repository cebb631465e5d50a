// Owns the compact linear model: reads the generated weights once and scores pieces of text. It must not judge scores.
import { FOUND, REPEATS_MAX, readFeatures, wholeSquare } from "./features.ts";
import { PIECES_MAX, type Segment } from "./segments.ts";
import { WEIGHTS } from "./weights.generated.ts";
import { gapAt, keyOf, rowChars, weightAt } from "./weights-code.ts";
import type { WeightsFile } from "./weights-file.ts";
import { emptyTable, findIn, type HashTable, putInto } from "./word-hash.ts";

/** Names of the classes in the order of every row of logits. */
export const LABELS: readonly string[] = WEIGHTS.classes.map((entry) => entry.label);
const CLASSES = LABELS.length;
/** Room for the rows with at most half of the places taken. */
const TABLE_PLACES = 65_536;
const SMALL_TALK = LABELS.indexOf("small_talk");
const LOGIT_MIN = -20;

/**
 * Two classes are added in one number, the second in units of LANE: sums of whole numbers below LANE / 2 stay apart, and a
 * message of the longest kind stays far below that.
 */
const LANE = 2 ** 26;
const PAIRS = Math.ceil(CLASSES / 2);
/** The weights as they are used: row n + 1 of a feature begins at n * PAIRS. */
const { table: TABLE, pairs: WEIGHT_PAIRS } = decodeRows(WEIGHTS);
const SCALES = Float64Array.from(WEIGHTS.classes, (entry) => entry.scale);
const BIASES = Float64Array.from(WEIGHTS.classes, (entry) => entry.bias);
const SLOPES = Float64Array.from(WEIGHTS.classes, (entry) => entry.slope);
const SHIFTS = Float64Array.from(WEIGHTS.classes, (entry) => entry.shift);
/** Rows are added in fours, so that the sums are read and written a quarter as often. */
const ROWS_AT_ONCE = 4;
/** The rows of the features of the piece at hand that have one, and their values. */
const ROWS = new Int32Array(FOUND.keys.length + ROWS_AT_ONCE);
const VALUES = new Float64Array(FOUND.keys.length + ROWS_AT_ONCE);
/** How often each row was met in the piece at hand; zero between two pieces. */
const TIMES = new Uint8Array(TABLE_PLACES);
const PAIR_SUMS = new Float64Array(PAIRS);
const SUMS = new Float64Array(2 * PAIRS);
const WHOLE = new Float64Array(CLASSES);

/** The probability from which the model alone fires a guardrail, by the name its class has. */
export const FIRES_FROM: ReadonlyMap<string, number> = new Map(
  WEIGHTS.classes.flatMap(({ label, fires }) => (fires === null ? [] : [[label, fires] as const])),
);

/** What the last call of `scoreSegments` found. */
export const SCORES = {
  /** Probability 0..1 by class, in the order of LABELS, for the whole message. */
  message: new Float64Array(CLASSES),
  /** Logits of each segment alone, one segment after the other; `probabilityOf` makes probabilities of them. */
  segments: new Float64Array(CLASSES * PIECES_MAX),
};

/** Scores a message by its strongest piece, the whole being one more piece, and by the whole; the result is in SCORES. */
export function scoreSegments(segments: readonly Segment[]): void {
  const { message, segments: bySegment } = SCORES;
  message.fill(segments.length > 0 ? LOGIT_MIN : 0);
  WHOLE.fill(0);
  let square = 0;
  for (let place = 0; place < segments.length; place += 1) {
    sumUp(segments[place] as Segment);
    square += FOUND.square;
    const norm = 1 / Math.sqrt(FOUND.square);
    for (let row = 0; row < CLASSES; row += 1) {
      const sum = SUMS[row] as number;
      WHOLE[row] = (WHOLE[row] as number) + sum;
      const logit = (BIASES[row] as number) + sum * norm * (SCALES[row] as number);
      bySegment[place * CLASSES + row] = logit;
      if (logit > (message[row] as number)) message[row] = logit;
    }
  }
  if (segments.length === 0) return;
  const norm = 1 / Math.sqrt(wholeSquare(square));
  for (let row = 0; row < CLASSES; row += 1) {
    const whole = (BIASES[row] as number) + (WHOLE[row] as number) * norm * (SCALES[row] as number);
    const most = row === SMALL_TALK ? whole : Math.max(whole, message[row] as number);
    message[row] = probabilityOf(row, (1 - WEIGHTS.wholeShare) * most + WEIGHTS.wholeShare * whole);
  }
}

/** Adds the weights of a piece's features into SUMS, in steps. */
function sumUp(piece: Segment): void {
  readFeatures(piece);
  const count = findRows();
  for (let at = 0; at < PAIRS; at += 1) PAIR_SUMS[at] = 0;
  for (let place = 0; place < count; place += ROWS_AT_ONCE) {
    const from1 = startOf(place);
    const from2 = startOf(place + 1);
    const from3 = startOf(place + 2);
    const from4 = startOf(place + 3);
    const value1 = VALUES[place] as number;
    const value2 = VALUES[place + 1] as number;
    const value3 = VALUES[place + 2] as number;
    const value4 = VALUES[place + 3] as number;
    for (let at = 0; at < PAIRS; at += 1)
      PAIR_SUMS[at] =
        (PAIR_SUMS[at] as number) +
        value1 * (WEIGHT_PAIRS[from1 + at] as number) +
        value2 * (WEIGHT_PAIRS[from2 + at] as number) +
        value3 * (WEIGHT_PAIRS[from3 + at] as number) +
        value4 * (WEIGHT_PAIRS[from4 + at] as number);
  }
  for (let at = 0; at < PAIRS; at += 1) {
    const sum = PAIR_SUMS[at] as number;
    const second = Math.round(sum / LANE);
    SUMS[2 * at] = sum - second * LANE;
    SUMS[2 * at + 1] = second;
  }
}

/** Fills ROWS and VALUES from FOUND and gives how many there are; up to the next four the places hold nothing. */
function findRows(): number {
  const { keys, values, count } = FOUND;
  let rows = 0;
  for (let place = 0; place < count; place += 1) {
    // Whether a feature has a row is as good as chance, and a branch on chance is slow: what has none is written over.
    const row = findIn(TABLE, keyOf(keys[place] as number));
    ROWS[rows] = row;
    VALUES[rows] = values[place] as number;
    rows += -row >>> 31;
  }
  for (let place = 0; place < rows; place += 1) {
    const row = ROWS[place] as number;
    const times = TIMES[row] as number;
    if (times < REPEATS_MAX) TIMES[row] = times + 1;
    else VALUES[place] = 0;
  }
  for (let place = 0; place < rows; place += 1) TIMES[ROWS[place] as number] = 0;
  for (let place = rows; place < rows + ROWS_AT_ONCE; place += 1) {
    ROWS[place] = 1;
    VALUES[place] = 0;
  }
  return rows;
}

/** Where the weights of a row begin. */
function startOf(place: number): number {
  return ((ROWS[place] as number) - 1) * PAIRS;
}

/** Probability 0..1 of a class from its logit. */
export function probabilityOf(row: number, logit: number): number {
  return 1 / (1 + Math.exp(-((SLOPES[row] as number) * logit + (SHIFTS[row] as number))));
}

/** Reads the rows of a weights file. */
function decodeRows({ rows, classes }: WeightsFile): { readonly table: HashTable; readonly pairs: Float64Array } {
  const width = rowChars(classes.length);
  const count = Math.floor(rows.length / width);
  const pairs = new Float64Array(count * PAIRS);
  const table = emptyTable(TABLE_PLACES);
  let key = 0;
  for (let row = 0; row < count; row += 1) {
    key += gapAt(rows, row * width);
    putInto(table, key, row + 1);
    for (let at = 0; at < classes.length; at += 1) {
      const place = row * PAIRS + (at >> 1);
      const weight = weightAt(rows, row * width, at);
      pairs[place] = (pairs[place] as number) + weight * (at % 2 === 0 ? 1 : LANE);
    }
  }
  return { table, pairs };
}
