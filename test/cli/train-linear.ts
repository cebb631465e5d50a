// Owns the arithmetic of training: one logistic regression per class, all classes in one walk by AdaGrad. A message counts
// as its strongest piece, so that the pieces learn which of them carries a meaning. Plain numbers in a fixed order.
import { makeRandom } from "./compose-messages.ts";

/** A sparse vector: feature numbers and what they count. */
export type Packed = { readonly indexes: Int32Array; readonly values: Float64Array };
export type Instance = {
  /** The segments, then the whole message when there are several. */
  readonly pieces: readonly Packed[];
  /** One place per class: 1 where the message belongs to it. */
  readonly positive: Uint8Array;
  readonly weight: number;
};
export type Linear = { readonly weights: Float64Array; readonly biases: Float64Array; readonly classes: number };
export type Fitting = {
  readonly epochs: number;
  readonly rate: number;
  readonly shrink: number;
  readonly positiveWeight: number;
  /** Share of features hidden from each look at an example, so that no single word is leaned on. */
  readonly dropout: number;
  /** A message's logit is that of its strongest piece and, to this share, that of the whole of it. */
  readonly wholeShare: number;
  /** The mean of the weights after so many last epochs is the result. */
  readonly averaged: number;
  /** Classes that only the whole message can belong to. */
  readonly wholeOnly: ReadonlySet<number>;
  readonly seed: number;
};

const BIAS_START = -3;
const ERROR_MIN = 0.004;
/** First the whole message teaches; then the strongest piece. */
const WHOLE_EPOCHS = 2;

/** Trains all classes. `size` is the number of features. */
export function trainLinear(instances: readonly Instance[], size: number, classes: number, how: Fitting): Linear {
  const weights = new Float64Array(size * classes);
  const squares = new Float64Array(size * classes).fill(0.1);
  const biases = new Float64Array(classes).fill(BIAS_START);
  const biasSquares = new Float64Array(classes).fill(0.5);
  const model = { weights, biases, classes };
  const random = makeRandom(how.seed);
  const errors = new Float64Array(classes);
  const shares = new Float64Array(classes);
  const mean = { weights: new Float64Array(size * classes), biases: new Float64Array(classes), classes };
  const chosen = new Int32Array(classes);
  for (let epoch = 0; epoch < how.epochs; epoch += 1) {
    const rate = how.rate * (1 - (0.7 * epoch) / how.epochs);
    for (const at of shuffled(instances.length, random)) {
      const instance = instances[at] as Instance;
      const pieces = instance.pieces.map((piece) => thinned(piece, how.dropout, random));
      const logits = pieces.map((piece) => logitsOf(model, piece));
      const last = pieces.length - 1;
      for (let row = 0; row < classes; row += 1) {
        const best = epoch < WHOLE_EPOCHS || how.wholeOnly.has(row) ? last : strongest(logits, row);
        const right = instance.positive[row] === 1;
        const logit =
          (1 - how.wholeShare) * (logits[best]?.[row] ?? BIAS_START) +
          how.wholeShare * (logits[last]?.[row] ?? BIAS_START);
        const error =
          (1 / (1 + Math.exp(-logit)) - (right ? 1 : 0)) * (right ? how.positiveWeight : 1) * instance.weight;
        chosen[row] = best;
        errors[row] = Math.abs(error) < ERROR_MIN ? 0 : error;
        biasSquares[row] = (biasSquares[row] as number) + error * error;
        biases[row] = (biases[row] as number) - (rate * error) / Math.sqrt(biasSquares[row] as number);
      }
      pieces.forEach((piece, place) => {
        for (let row = 0; row < classes; row += 1) {
          const share = (chosen[row] === place ? 1 - how.wholeShare : 0) + (place === last ? how.wholeShare : 0);
          shares[row] = share * (errors[row] as number);
        }
        const rows = [...shares.keys()].filter((row) => shares[row] !== 0);
        if (rows.length > 0) step(weights, squares, classes, piece, rows, shares, rate, how.shrink);
      });
    }
    if (epoch >= how.epochs - how.averaged) {
      weights.forEach((weight, at) => {
        mean.weights[at] = (mean.weights[at] as number) + weight / how.averaged;
      });
      biases.forEach((bias, row) => {
        mean.biases[row] = (mean.biases[row] as number) + bias / how.averaged;
      });
    }
  }
  return mean;
}

/** The logit of every class for one piece. */
export function logitsOf({ weights, biases, classes }: Linear, piece: Packed): Float64Array {
  const logits = Float64Array.from(biases);
  for (let place = 0; place < piece.indexes.length; place += 1) {
    const from = (piece.indexes[place] as number) * classes;
    const value = piece.values[place] as number;
    for (let row = 0; row < classes; row += 1)
      logits[row] = (logits[row] as number) + value * (weights[from + row] as number);
  }
  return logits;
}

function step(
  weights: Float64Array,
  squares: Float64Array,
  classes: number,
  piece: Packed,
  rows: readonly number[],
  errors: Float64Array,
  rate: number,
  shrink: number,
): void {
  for (let place = 0; place < piece.indexes.length; place += 1) {
    const from = (piece.indexes[place] as number) * classes;
    const value = piece.values[place] as number;
    for (const row of rows) {
      const at = from + row;
      const gradient = (errors[row] as number) * value + shrink * (weights[at] as number);
      squares[at] = (squares[at] as number) + gradient * gradient;
      weights[at] = (weights[at] as number) - (rate * gradient) / Math.sqrt(squares[at] as number);
    }
  }
}

/** The place of the strongest piece for a class; the last, which is the whole, where all are alike. */
export function strongest(logits: readonly Float64Array[], row: number): number {
  let best = logits.length - 1;
  for (let place = 0; place < logits.length; place += 1)
    if ((logits[place]?.[row] ?? 0) > (logits[best]?.[row] ?? 0)) best = place;
  return best;
}

/** The piece with a share of its features hidden, and the others weighing more for them. */
export function thinned(piece: Packed, dropout: number, random: () => number): Packed {
  if (dropout === 0) return piece;
  const kept = [...piece.indexes.keys()].filter(() => random() >= dropout);
  return {
    indexes: Int32Array.from(kept, (place) => piece.indexes[place] as number),
    values: Float64Array.from(kept, (place) => (piece.values[place] as number) / (1 - dropout)),
  };
}

/** The numbers below `length` in an order of chance. */
export function shuffled(length: number, random: () => number): readonly number[] {
  const order = Array.from({ length }, (_, index) => index);
  for (let index = length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [order[index], order[other]] = [order[other] as number, order[index] as number];
  }
  return order;
}
