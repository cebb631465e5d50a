// Owns the near misses of the model: where words only look like a class of refusal and the rule of that class hears nothing, the
// model's lean towards the class does not count. What the words are stands with the rules, in guards/.
import { INTENT_SCORE_MIN, type ScoredIntent } from "./classify.ts";
import { ABUSE, LIKE_ABUSE } from "./guards/abuse.ts";
import { BOT, LIKE_BOT } from "./guards/bot.ts";
import { EMERGENCY, EMERGENCY_HINTS, LIKE_EMERGENCY } from "./guards/emergency.ts";
import { HUMAN, LIKE_HUMAN } from "./guards/human.ts";
import { LIKE_ORDERS, ORDERS } from "./guards/injection.ts";
import { LEGAL, LEGAL_HINTS, LIKE_LEGAL } from "./guards/legal.ts";
import { anyOf, type Reads } from "./guards/matchers.ts";
import { LIKE_MINORS, MINORS } from "./guards/minors.ts";
import { LIKE_SCAM, SCAM, SCAM_HINTS } from "./guards/scam.ts";
import { blamesOneself, saysFailure } from "./plain-words.ts";

type NearMiss = { readonly labels: readonly string[]; readonly like: Reads; readonly rule: Reads };

const NEAR_MISSES: readonly NearMiss[] = [
  { labels: ["T22 emergency", "emergency"], like: LIKE_EMERGENCY, rule: anyOf(EMERGENCY, EMERGENCY_HINTS) },
  { labels: ["T21 abuse", "complaint"], like: LIKE_ABUSE, rule: ABUSE },
  { labels: ["T21 abuse", "T20 legal_threat", "complaint"], like: blamesOneself, rule: saysFailure },
  { labels: ["T20 legal_threat"], like: LIKE_LEGAL, rule: anyOf(LEGAL, LEGAL_HINTS) },
  { labels: ["T25 scam", "spam_or_scam"], like: LIKE_SCAM, rule: anyOf(SCAM, SCAM_HINTS) },
  { labels: ["T26 minors"], like: LIKE_MINORS, rule: MINORS },
  { labels: ["T27 human_requested", "human_request"], like: LIKE_HUMAN, rule: HUMAN },
  { labels: ["T28 injection"], like: LIKE_ORDERS, rule: ORDERS },
  { labels: ["T30 bot_challenge", "bot_challenge"], like: LIKE_BOT, rule: BOT },
];

/** The labels towards which the model leans because of words that mean something else. `reading`: in reading form. */
export function nearMisses(reading: string): ReadonlySet<string> {
  return new Set(NEAR_MISSES.flatMap(({ labels, like, rule }) => (like(reading) && !rule(reading) ? labels : [])));
}

/** The scores without those of near misses. */
export function calmScores(
  scores: ReadonlyMap<string, number>,
  missed: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  return new Map([...scores].map(([label, score]) => [label, missed.has(label) ? 0 : score]));
}

/** The intents without those of near misses; `unknown` first where nothing else is said. */
export function calmIntents(intents: readonly ScoredIntent[], missed: ReadonlySet<string>): readonly ScoredIntent[] {
  const left = intents.filter(({ intent }) => !missed.has(intent));
  const top = left[0]?.score ?? 0;
  const isUntold = top < INTENT_SCORE_MIN && left.every(({ intent }) => intent !== "unknown");
  return isUntold ? [{ intent: "unknown", score: 1 - top }, ...left] : left;
}
