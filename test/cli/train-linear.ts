// Owns the arithmetic of training: one logistic regression by AdaGrad, and the calibration of its logits.
// Plain numbers in a fixed order, so that the same instances give the same weights.
import type { Features } from "#domain/triage/features";
import { makeRandom } from "./compose-messages.ts";

export type Instance = { readonly features: Features; readonly positive: boolean };
export type Linear = {
  readonly weights: Float64Array;
  readonly bias: number;
  readonly logit: (features: Features) => number;
};

const EPOCHS = 14;
const RATE = 0.5;
const SHRINK = 2e-4;
const POSITIVE_WEIGHT = 3;
const CALIBRATION_STEPS = 400;
const CALIBRATION_RATE = 0.5;

/** Trains one class against the rest. */
export function trainClass(instances: readonly Instance[], size: number, seed: number): Linear {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(0.1);
  let bias = -2;
  let biasSquare = 0.1;
  const packed = instances.map(({ features, positive }) => ({
    indexes: [...features.keys()],
    values: [...features.values()],
    positive,
  }));
  const random = makeRandom(seed);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const at of shuffled(packed.length, random)) {
      const instance = packed[at];
      if (instance === undefined) continue;
      const { indexes, values, positive } = instance;
      let logit = bias;
      for (let i = 0; i < indexes.length; i += 1)
        logit += (weights[indexes[i] as number] as number) * (values[i] as number);
      const error = (1 / (1 + Math.exp(-logit)) - (positive ? 1 : 0)) * (positive ? POSITIVE_WEIGHT : 1);
      if (Math.abs(error) < 0.002) continue;
      for (let i = 0; i < indexes.length; i += 1) {
        const index = indexes[i] as number;
        const gradient = error * (values[i] as number) + SHRINK * (weights[index] as number);
        squares[index] = (squares[index] as number) + gradient * gradient;
        weights[index] = (weights[index] as number) - (RATE * gradient) / Math.sqrt(squares[index] as number);
      }
      biasSquare += error * error;
      bias -= (RATE * error) / Math.sqrt(biasSquare);
    }
  }
  const logitOf = (features: Features) => {
    let logit = bias;
    for (const [index, value] of features) logit += (weights[index] ?? 0) * value;
    return logit;
  };
  return { weights, bias, logit: logitOf };
}

/** Slope and shift that make logistic(slope * logit + shift) a probability on the scored examples. */
export function fitCalibration(scored: readonly { readonly logit: number; readonly positive: boolean }[]): {
  slope: number;
  shift: number;
} {
  let slope = 1;
  let shift = 0;
  for (let step = 0; step < CALIBRATION_STEPS; step += 1) {
    let [slopeGradient, shiftGradient, slopeCurve, shiftCurve] = [0, 0, 1e-6, 1e-6];
    for (const { logit, positive } of scored) {
      const probability = 1 / (1 + Math.exp(-(slope * logit + shift)));
      const error = probability - (positive ? 1 : 0);
      const curve = probability * (1 - probability);
      slopeGradient += error * logit;
      shiftGradient += error;
      slopeCurve += curve * logit * logit;
      shiftCurve += curve;
    }
    slope = Math.max(0.2, slope - (CALIBRATION_RATE * slopeGradient) / slopeCurve);
    shift -= (CALIBRATION_RATE * shiftGradient) / shiftCurve;
  }
  return { slope, shift };
}

function shuffled(length: number, random: () => number): readonly number[] {
  const order = Array.from({ length }, (_, index) => index);
  for (let index = length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [order[index], order[other]] = [order[other] as number, order[index] as number];
  }
  return order;
}
