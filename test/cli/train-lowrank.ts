// Owns the arithmetic of training in two steps: features to a few columns, columns to many rare classes, so that what is learned
// of one helps its neighbours. One walk by AdaGrad over both; a message counts as its strongest piece. Plain numbers in a fixed order.
import { makeRandom, type Random } from "./compose-messages.ts";
import { type Instance, type Packed, shuffled, strongest, thinned } from "./train-linear.ts";

export type LowRank = {
  readonly columns: number;
  readonly classes: number;
  /** One row of columns for each feature. */
  readonly weights: Float64Array;
  readonly columnBiases: Float64Array;
  /** One row of classes for each column. */
  readonly outputs: Float64Array;
  readonly biases: Float64Array;
};
export type LowRankFitting = {
  readonly columns: number;
  readonly epochs: number;
  readonly rate: number;
  readonly positiveWeight: number;
  readonly dropout: number;
  readonly wholeShare: number;
  /** The mean of the weights after so many last epochs is the result. */
  readonly averaged: number;
  readonly seed: number;
};

const BIAS_START = -3;
const START = { weights: 0.15, outputs: 0.3 };
const SQUARES_START = { weights: 0.01, outputs: 0.1 };
const SHRINK_OUTPUTS = 0.0001;
const ERROR_MIN = 0.004;
const RATE_LOST = 0.8;
/** First the whole message teaches; then the strongest piece. */
const WHOLE_EPOCHS = 2;

/** Trains all classes. `size` is the number of features. */
export function trainLowRank(
  instances: readonly Instance[],
  size: number,
  classes: number,
  how: LowRankFitting,
): LowRank {
  const random = makeRandom(how.seed);
  const model = emptyModel(size, classes, how.columns);
  fillAtRandom(model.weights, START.weights, random);
  fillAtRandom(model.outputs, START.outputs, random);
  model.biases.fill(BIAS_START);
  const squares = emptyModel(size, classes, how.columns);
  squares.weights.fill(SQUARES_START.weights);
  for (const part of [squares.columnBiases, squares.outputs, squares.biases]) part.fill(SQUARES_START.outputs);
  const mean = emptyModel(size, classes, how.columns);
  for (let epoch = 0; epoch < how.epochs; epoch += 1) {
    const rate = how.rate * (1 - (RATE_LOST * epoch) / how.epochs);
    for (const at of shuffled(instances.length, random)) {
      const instance = instances[at] as Instance;
      const pieces = instance.pieces.map((piece) => thinned(piece, how.dropout, random));
      learn(model, squares, { ...instance, pieces }, { ...how, rate, byWhole: epoch < WHOLE_EPOCHS });
    }
    if (epoch < how.epochs - how.averaged) continue;
    for (const part of ["weights", "columnBiases", "outputs", "biases"] as const)
      for (let at = 0; at < mean[part].length; at += 1)
        mean[part][at] = (mean[part][at] as number) + (model[part][at] as number) / how.averaged;
  }
  return mean;
}

/** The logit of every class for one piece. */
export function lowRankLogits(model: LowRank, piece: Packed): Float64Array {
  return outputOf(model, hiddenOf(model, piece));
}

function emptyModel(size: number, classes: number, columns: number): LowRank {
  return {
    columns,
    classes,
    weights: new Float64Array(size * columns),
    columnBiases: new Float64Array(columns),
    outputs: new Float64Array(columns * classes),
    biases: new Float64Array(classes),
  };
}

function fillAtRandom(weights: Float64Array, deviation: number, random: Random): void {
  for (let at = 0; at < weights.length; at += 1) {
    let sum = -3;
    for (let draw = 0; draw < 6; draw += 1) sum += random();
    weights[at] = sum * Math.SQRT2 * deviation;
  }
}

function hiddenOf({ weights, columnBiases, columns }: LowRank, piece: Packed): Float64Array {
  const hidden = Float64Array.from(columnBiases);
  for (let place = 0; place < piece.indexes.length; place += 1) {
    const from = (piece.indexes[place] as number) * columns;
    const value = piece.values[place] as number;
    for (let column = 0; column < columns; column += 1)
      hidden[column] = (hidden[column] as number) + value * (weights[from + column] as number);
  }
  return hidden;
}

function outputOf({ outputs, biases, columns, classes }: LowRank, hidden: Float64Array): Float64Array {
  const logits = Float64Array.from(biases);
  for (let column = 0; column < columns; column += 1)
    for (let row = 0; row < classes; row += 1)
      logits[row] = (logits[row] as number) + (hidden[column] as number) * (outputs[column * classes + row] as number);
  return logits;
}

function learn(
  model: LowRank,
  squares: LowRank,
  { pieces, positive, weight }: Instance,
  how: LowRankFitting & { readonly byWhole: boolean },
): void {
  const hidden = pieces.map((piece) => hiddenOf(model, piece));
  const logits = hidden.map((one) => outputOf(model, one));
  const last = pieces.length - 1;
  if (last < 0) return;
  const errors = pieces.map(() => new Float64Array(model.classes));
  for (let row = 0; row < model.classes; row += 1) {
    const best = how.byWhole ? last : strongest(logits, row);
    const logit =
      (1 - how.wholeShare) * (logits[best]?.[row] as number) + how.wholeShare * (logits[last]?.[row] as number);
    const right = positive[row] === 1;
    const error = (1 / (1 + Math.exp(-logit)) - (right ? 1 : 0)) * (right ? how.positiveWeight : 1) * weight;
    if (Math.abs(error) < ERROR_MIN) continue;
    const [ofBest, ofLast] = [errors[best] as Float64Array, errors[last] as Float64Array];
    ofBest[row] = (ofBest[row] as number) + (1 - how.wholeShare) * error;
    ofLast[row] = (ofLast[row] as number) + how.wholeShare * error;
  }
  pieces.forEach((piece, place) => {
    const error = errors[place] as Float64Array;
    if (error.every((one) => one === 0)) return;
    const back = learnOutputs(model, squares, hidden[place] as Float64Array, error, how.rate);
    learnWeights(model, squares, piece, back, how.rate);
  });
}

/** Corrects the second step and gives the error of each column. */
function learnOutputs(
  { outputs, biases, columns, classes }: LowRank,
  squares: LowRank,
  hidden: Float64Array,
  errors: Float64Array,
  rate: number,
): Float64Array {
  const rows = [...errors.keys()].filter((row) => errors[row] !== 0);
  const back = new Float64Array(columns);
  for (let column = 0; column < columns; column += 1) {
    let sum = 0;
    for (const row of rows) {
      const at = column * classes + row;
      const error = errors[row] as number;
      sum += error * (outputs[at] as number);
      correct(
        outputs,
        squares.outputs,
        at,
        error * (hidden[column] as number) + SHRINK_OUTPUTS * (outputs[at] as number),
        rate,
      );
    }
    back[column] = sum;
  }
  for (const row of rows) correct(biases, squares.biases, row, errors[row] as number, rate);
  return back;
}

function learnWeights(
  { weights, columnBiases, columns }: LowRank,
  squares: LowRank,
  piece: Packed,
  back: Float64Array,
  rate: number,
): void {
  for (let column = 0; column < columns; column += 1)
    correct(columnBiases, squares.columnBiases, column, back[column] as number, rate);
  for (let place = 0; place < piece.indexes.length; place += 1) {
    const from = (piece.indexes[place] as number) * columns;
    const value = piece.values[place] as number;
    for (let column = 0; column < columns; column += 1)
      correct(weights, squares.weights, from + column, (back[column] as number) * value, rate);
  }
}

function correct(weights: Float64Array, squares: Float64Array, at: number, gradient: number, rate: number): void {
  squares[at] = (squares[at] as number) + gradient * gradient;
  weights[at] = (weights[at] as number) - (rate * gradient) / Math.sqrt(squares[at] as number);
}
