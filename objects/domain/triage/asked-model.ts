// Owns the model that hears which subjects a message asks about, and whether it asks something that no record tells. It reads
// words and what the rules of the topics touch; it must not know facts, and asked-subjects.ts judges its scores.
import { ASKED } from "./asked.generated.ts";
import { addSubject, FOUND, REPEATS_MAX, readFeatures, wholeSquare } from "./features.ts";
import type { Segment } from "./segments.ts";
import { gapAt, keyOf, rowChars, weightAt } from "./weights-code.ts";
import { emptyTable, findIn, hashWord, putInto } from "./word-hash.ts";

/** A piece of a message and the ids of the topics that its words touch. */
export type TouchedPiece = Segment & { readonly touched: readonly { readonly id: string }[] };

/** Probability 0..1 by subject, for the message and for each of its pieces alone. */
export type AskedScores = {
  readonly message: ReadonlyMap<string, number>;
  readonly pieces: readonly ReadonlyMap<string, number>[];
};

/** Subjects that the model knows; the others are heard by rules alone. */
export const SUBJECTS: ReadonlySet<string> = new Set(ASKED.subjects.map(({ id }) => id));
const COLUMNS = ASKED.columns.length;
/** Room for the rows with at most half of the places taken. */
const TABLE_PLACES = 16_384;
const TABLE = emptyTable(TABLE_PLACES);
const WEIGHTS = decodeRows();

/** Scores what a message asks. */
export function scoreAsked(pieces: readonly TouchedPiece[]): AskedScores {
  const whole = new Float64Array(COLUMNS);
  let square = 0;
  const logits = pieces.map((piece) => {
    const sums = sumUp(piece);
    for (let column = 0; column < COLUMNS; column += 1)
      whole[column] = (whole[column] as number) + (sums[column] as number);
    square += FOUND.square;
    return logitsOf(sums, FOUND.square);
  });
  const wholeLogits = pieces.length === 1 ? (logits[0] ?? []) : logitsOf(whole, wholeSquare(Math.max(square, 1)));
  const share = ASKED.wholeShare;
  const message = wholeLogits.map((logit, row) => {
    const most = Math.max(logit, ...logits.map((one) => one[row] as number));
    return (1 - share) * most + share * logit;
  });
  return { message: byId(pieces.length === 0 ? [] : message), pieces: logits.map(byId) };
}

/** Reads the features of a piece, and what the rules of the topics hear in it, into FOUND. */
export function readAskedFeatures(piece: TouchedPiece): void {
  readFeatures(piece);
  for (const { id } of piece.touched) addSubject(hashWord(id));
}

function sumUp(piece: TouchedPiece): Float64Array {
  readAskedFeatures(piece);
  const sums = new Float64Array(COLUMNS);
  const times = new Map<number, number>();
  for (let place = 0; place < FOUND.count; place += 1) {
    const row = findIn(TABLE, keyOf(FOUND.keys[place] as number));
    if (row === 0) continue;
    const seen = (times.get(row) ?? 0) + 1;
    if (seen > REPEATS_MAX) continue;
    times.set(row, seen);
    const value = FOUND.values[place] as number;
    for (let column = 0; column < COLUMNS; column += 1)
      sums[column] = (sums[column] as number) + value * (WEIGHTS[(row - 1) * COLUMNS + column] as number);
  }
  return sums;
}

function logitsOf(sums: Float64Array, square: number): readonly number[] {
  const hidden = ASKED.columns.map(
    ({ scale, bias }, column) => bias + ((sums[column] as number) * scale) / Math.sqrt(square),
  );
  return ASKED.subjects.map(({ bias, weights }) =>
    weights.reduce((sum, weight, column) => sum + weight * (hidden[column] as number), bias),
  );
}

function byId(logits: readonly number[]): ReadonlyMap<string, number> {
  return new Map(logits.map((logit, row) => [ASKED.subjects[row]?.id ?? "", 1 / (1 + Math.exp(-ASKED.slope * logit))]));
}

function decodeRows(): Int8Array {
  const width = rowChars(COLUMNS);
  const count = Math.floor(ASKED.rows.length / width);
  const weights = new Int8Array(count * COLUMNS);
  let key = 0;
  for (let row = 0; row < count; row += 1) {
    key += gapAt(ASKED.rows, row * width);
    putInto(TABLE, key, row + 1);
    for (let column = 0; column < COLUMNS; column += 1)
      weights[row * COLUMNS + column] = weightAt(ASKED.rows, row * width, column);
  }
  return weights;
}
