// Owns what both models of the classifier share in training: which features are worth a row, and the rows as they are written.
// It must not know what a class means.
import { keyOf, PAIR_MAX, WEIGHT_STEPS, writeRow } from "#domain/triage/weights-code";
import { type Fitting, type Instance, trainLinear } from "./train-linear.ts";

/** An instance and the line that it was made of. */
export type Traced = Instance & { readonly line: { readonly id: string } };

const FIRST_LOOK = { epochs: 6, averaged: 1 };
/** The largest weights of a column are cut here, in standard deviations, so that the small ones keep their steps. */
const SCALE_DEVIATIONS = 5;

/** The instances with only the features that a first model leans on most, and the hashes of these. */
export function prune<Example extends Traced>(
  some: readonly Example[],
  hashes: readonly number[],
  classes: number,
  fitting: Fitting,
  limits: { readonly rows: number; readonly lines: number },
): { readonly examples: readonly Example[]; readonly kept: readonly number[] } {
  const lines = linesPerFeature(some, hashes.length);
  const often = [...hashes.keys()].filter((number) => (lines[number] as number) >= limits.lines);
  const model = trainLinear(narrow(some, often, hashes.length), often.length, classes, { ...fitting, ...FIRST_LOOK });
  const worth = often.map((number, place) => {
    let sum = 0;
    for (let row = 0; row < classes; row += 1) sum += (model.weights[place * classes + row] as number) ** 2;
    return { number, worth: sum * Math.sqrt(lines[number] as number) };
  });
  const seen = new Set<number>();
  const best = worth
    .sort((left, right) => right.worth - left.worth || left.number - right.number)
    .filter(({ number }) => !seen.has(keyOf(hashes[number] as number)) && seen.add(keyOf(hashes[number] as number)))
    .slice(0, limits.rows)
    .map((one) => one.number);
  return { examples: narrow(some, best, hashes.length), kept: best.map((number) => hashes[number] as number) };
}

/** One step of each column of a matrix that lies row after row. */
export function columnScales(weights: Float64Array, columns: number): readonly number[] {
  return Array.from({ length: columns }, (_, column) => {
    let [square, most, count] = [0, 0, 0];
    for (let at = column; at < weights.length; at += columns) {
      const size = Math.abs(weights[at] as number);
      most = Math.max(most, size);
      square += size * size;
      count += 1;
    }
    return Number((Math.min(most, SCALE_DEVIATIONS * Math.sqrt(square / count)) / WEIGHT_STEPS).toPrecision(6));
  });
}

/** The rows by rising key; a distance too long for one row is bridged by rows of nothing. */
export function writeRows(kept: readonly number[], weights: Float64Array, scales: readonly number[]): string {
  const ordered = kept.map((hash, place) => ({ key: keyOf(hash), place })).sort((left, right) => left.key - right.key);
  const nothing = scales.map(() => 0);
  let before = 0;
  return ordered
    .map(({ key, place }) => {
      let text = "";
      for (; key - before > PAIR_MAX; before += PAIR_MAX) text += writeRow(PAIR_MAX, nothing);
      const gap = key - before;
      before = key;
      const steps = scales.map((scale, column) => (weights[place * scales.length + column] as number) / scale);
      return text + writeRow(gap, steps);
    })
    .join("");
}

/** A number as it stands in a weights file. */
export function fixed(value: number): number {
  return Number(value.toFixed(4));
}

function linesPerFeature(some: readonly Traced[], size: number): Int32Array {
  const lines = new Int32Array(size);
  const last: string[] = [];
  for (const { line, pieces } of some)
    for (const piece of pieces)
      for (const number of piece.indexes) {
        if (last[number] === line.id) continue;
        last[number] = line.id;
        lines[number] = (lines[number] as number) + 1;
      }
  return lines;
}

/** The same examples with only the features kept, numbered by their place among them. */
function narrow<Example extends Traced>(
  some: readonly Example[],
  only: readonly number[],
  size: number,
): readonly Example[] {
  const places = new Int32Array(size).fill(-1);
  only.forEach((number, place) => {
    places[number] = place;
  });
  return some.map((example) => ({
    ...example,
    pieces: example.pieces.map(({ indexes, values }) => {
      const which = [...indexes.keys()].filter((at) => (places[indexes[at] as number] as number) >= 0);
      return {
        indexes: Int32Array.from(which, (at) => places[indexes[at] as number] as number),
        values: Float64Array.from(which, (at) => values[at] as number),
      };
    }),
  }));
}
