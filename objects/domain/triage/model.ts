// Owns the compact linear model: reads the generated weights once and scores pieces of text. It must not judge scores.
import { FOUND, REPEATS_MAX, readFeatures, wholeSquare } from "./features.ts";
import type { Segment } from "./segments.ts";
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
/** How often each row was added in the piece at hand: `stamp` plus the count; a smaller number is of a piece before. */
const COUNTED = new Float64Array(TABLE_PLACES);
let stamp = 0;
const PAIR_SUMS = new Float64Array(PAIRS);
const SUMS = new Float64Array(2 * PAIRS);
const WHOLE = new Float64Array(CLASSES);

/** The probability from which the model alone fires a guardrail, by the name its class has. */
export const FIRES_FROM: ReadonlyMap<string, number> = new Map(
  WEIGHTS.classes.flatMap(({ label, fires }) => (fires === null ? [] : [[label, fires] as const])),
);

export type Scores = {
  /** Probability 0..1 by class, in the order of LABELS, for the whole message. */
  readonly message: Float64Array;
  /** Logits of each segment alone, one segment after the other; `probabilityOf` makes probabilities of them. */
  readonly segments: Float64Array;
};

/** Scores a message by its strongest piece, the whole being one more piece, and by the whole. */
export function scoreSegments(segments: readonly Segment[]): Scores {
  const bySegment = new Float64Array(segments.length * CLASSES);
  const message = new Float64Array(CLASSES).fill(LOGIT_MIN);
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
  const norm = square === 0 ? 0 : 1 / Math.sqrt(wholeSquare(square));
  for (let row = 0; row < CLASSES && segments.length > 0; row += 1) {
    const whole = (BIASES[row] as number) + (WHOLE[row] as number) * norm * (SCALES[row] as number);
    const most = row === SMALL_TALK ? whole : Math.max(whole, message[row] as number);
    const logit = (1 - WEIGHTS.wholeShare) * most + WEIGHTS.wholeShare * whole;
    message[row] = probabilityOf(row, logit);
  }
  return { message: segments.length > 0 ? message : message.fill(0), segments: bySegment };
}

/** Adds the weights of a piece's features into SUMS, in steps. */
function sumUp(piece: Segment): void {
  readFeatures(piece);
  PAIR_SUMS.fill(0);
  stamp += REPEATS_MAX + 1;
  const { keys, values, count } = FOUND;
  for (let place = 0; place < count; place += 1) {
    const row = findIn(TABLE, keyOf(keys[place] as number));
    if (row === 0) continue;
    const times = (COUNTED[row] as number) < stamp ? 1 : (COUNTED[row] as number) - stamp + 1;
    if (times > REPEATS_MAX) continue;
    COUNTED[row] = stamp + times;
    const value = values[place] as number;
    const from = (row - 1) * PAIRS;
    for (let at = 0; at < PAIRS; at += 1)
      PAIR_SUMS[at] = (PAIR_SUMS[at] as number) + value * (WEIGHT_PAIRS[from + at] as number);
  }
  for (let at = 0; at < PAIRS; at += 1) {
    const sum = PAIR_SUMS[at] as number;
    const second = Math.round(sum / LANE);
    SUMS[2 * at] = sum - second * LANE;
    SUMS[2 * at + 1] = second;
  }
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
