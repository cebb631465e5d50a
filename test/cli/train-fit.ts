// Owns what turns scores into decisions: the calibration of a class and the score from which a guardrail fires.
// It works on scores of messages that the scoring model did not see, and must not train weights.

/** A message scored by a model that did not see it. */
export type Scored = {
  readonly logit: number;
  readonly positive: boolean;
  /** Nothing in it needs a person. */
  readonly clean: boolean;
  readonly weight: number;
};

const CALIBRATION_STEPS = 400;
const CALIBRATION_RATE = 0.5;
/** Wanted of every guardrail: that much of what is due fires, and no more than this of what is clean. */
const RECALL_WANTED = 0.985;
const FALSE_SHARE_MAX = 0.005;

/** Slope and shift that make logistic(slope * logit + shift) a probability on the scored messages. */
export function fitCalibration(scored: readonly Scored[]): { slope: number; shift: number } {
  let slope = 1;
  let shift = 0;
  for (let step = 0; step < CALIBRATION_STEPS; step += 1) {
    let [slopeGradient, shiftGradient, slopeCurve, shiftCurve] = [0, 0, 1e-6, 1e-6];
    for (const { logit, positive, weight } of scored) {
      const probability = 1 / (1 + Math.exp(-(slope * logit + shift)));
      const error = (probability - (positive ? 1 : 0)) * weight;
      const curve = probability * (1 - probability) * weight;
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

/** The shift that makes logistic > 0.5 the split with the best F1, so that 0.5 is where an intent counts as said. */
export function bestSplit(scored: readonly Scored[]): number {
  const sorted = scored.toSorted((left, right) => right.logit - left.logit);
  const positives = sorted.filter((one) => one.positive).length;
  let [right, best, split] = [0, 0, 0];
  sorted.forEach(({ logit, positive }, index) => {
    if (positive) right += 1;
    const f1 = (2 * right) / (index + 1 + positives);
    if (f1 <= best) return;
    best = f1;
    split = (logit + (sorted[index + 1]?.logit ?? logit)) / 2;
  });
  return split;
}

/** The logit from which a guardrail fires: low enough for the recall wanted, high enough to leave clean messages alone. */
export function firingLogit(scored: readonly Scored[]): number {
  const due = logitsOf(scored.filter((one) => one.positive));
  const clean = logitsOf(scored.filter((one) => one.clean && !one.positive));
  const forRecall = due[Math.min(due.length - 1, Math.ceil(RECALL_WANTED * due.length) - 1)] ?? 0;
  const forPeace = clean[Math.floor(FALSE_SHARE_MAX * clean.length)] ?? 0;
  return Math.max(forRecall, forPeace + 1e-6);
}

function logitsOf(scored: readonly Scored[]): readonly number[] {
  return scored.map((one) => one.logit).sort((left, right) => right - left);
}
