// Owns which facts of a topic tell what the lead wants to know of it. It must not know what happens when none does.
import type { Fact } from "./decision.ts";
import { MONEY } from "./money-words.ts";
import { isOtherAnimal } from "./pet-kinds.ts";
import type { ReadSegment } from "./reading.ts";
import type { Situation } from "./situation.ts";
import type { Topic } from "./topic.ts";
import { factsFor } from "./unit-facts.ts";

/** The facts of a topic, unless they speak of another animal than the lead does, or name no money where that is asked. */
export function tellingFacts({ input, reading }: Situation, topic: Topic): readonly Fact[] {
  const facts = factsFor(topic, input);
  if (topic.intent === "unit_question" && reading.segments.some((one) => asksCost(one, topic)))
    return facts.filter(({ value }) => MONEY.test(String(value)));
  return topic.id === "pets" && facts.some(({ value }) => isOtherAnimal(reading.normalised, value)) ? [] : facts;
}

const asksCost = ({ touched, text }: ReadSegment, topic: Topic): boolean =>
  touched.includes(topic) &&
  touched.every((one) => one === topic || one.id === "rent") &&
  /\b(?:how much|cost|costs|price|per load|fee|cuanto (?:cuesta|cobran|sale))\b/u.test(text);

const PRAISE =
  /\b(?:love|lov(?:ed|ing|ely)|sick|killer|fire|dope|amazing|gorgeous|stunning|beautiful|insane|great|nice|awesome|cute|dreamy|unreal|perfect|fantastic|me encanta|hermos[oa]|lind[oa])\b/u;

/** "Killer view too" praises and asks nothing. */
export function isOnlyPraised(topic: Topic, segments: readonly ReadSegment[]): boolean {
  const touching = segments.filter(({ touched }) => touched.includes(topic));
  return touching.length > 0 && touching.every(({ asks, text }) => !asks && PRAISE.test(text));
}
