// Owns the look-up of facts in a unit's record: which fact answers a topic, and whether the home can still be let.
// It must not word anything, and it never derives a fact from another.
import type { DecisionInput, Fact } from "./decision.ts";
import { isPast } from "./freshness.ts";
import type { Topic } from "./topic.ts";

/** The facts and until when they hold. Without a time, those that are dated count as out of date. */
type UnitRecord = Pick<DecisionInput, "unit" | "records" | "factsValidUntil"> & Partial<Pick<DecisionInput, "now">>;

const MOVE_IN_PARTS = [
  ["rentMonthly", "rent", "monthlyRent", "price"],
  ["deposit", "securityDeposit", "depositAmount"],
] as const;

/** A value that says nothing counts as not known. */
const SAYS_NOTHING = /^(?:|-|n\/?a|none given|unknown|tbd|tba|null|undefined|ask|not (?:known|given|specified))$/iu;
/** A value that sends the lead on to somebody answers nothing. */
const DEFERS =
  /\b(?:case[- ]by[- ]case|ask (?:us|about|the|me)|(?:please )?(?:inquire|enquire)|to be (?:agreed|discussed|confirmed)|depends|caso por caso|consultar|preguntar)\b/iu;
const GONE =
  /\b(?:rented|leased|let\b|let agreed|taken|unavailable|not available|off[- ]?market|no longer|withdrawn|closed|occupied)\b/iu;

/** The facts that answer the topic, best first; empty when no record holds one. */
export function factsFor(topic: Topic, record: UnitRecord): readonly Fact[] {
  if (topic.id === "move_in_cost") return moveInFacts(topic, record);
  const direct = findFact(topic.facts, record);
  if (direct !== null) return topic.id === "availability" ? availabilityFacts(direct, record) : [direct];
  if (topic.within === undefined) return [];
  const { facts, says, isPlain } = topic.within;
  const within = findFact(facts, record, says) ?? (isPlain ? findFact(Object.keys(record.unit), record, says) : null);
  return within === null ? [] : [within];
}

/** True when a fact that would have a say on the topic is out of date (T72). */
export function isStale(topic: Topic, record: UnitRecord): boolean {
  const parts = topic.id === "move_in_cost" ? MOVE_IN_PARTS.flat() : [];
  const wanted = new Set([...topic.facts, ...(topic.within?.facts ?? []), ...parts].map(plain));
  return Object.keys(record.unit).some((name) => wanted.has(plain(name)) && isOver(name, record));
}

/** True when the record itself says the home is gone. */
export function isGone(record: UnitRecord): boolean {
  return ["status", "availability", "available"].some((name) => {
    const fact = findFact([name], record);
    return (
      fact !== null &&
      (GONE.test(String(fact.value)) || (name !== "status" && /^(?:no|false)$/iu.test(String(fact.value))))
    );
  });
}

/** The first fact among `names` that is known (and says `says`); names are compared without case and punctuation. */
export function findFact(names: readonly string[], record: UnitRecord, says?: RegExp): Fact | null {
  for (const wanted of names) {
    for (const [name, value] of Object.entries(record.unit)) {
      if (
        plain(name) !== plain(wanted) ||
        SAYS_NOTHING.test(String(value).trim()) ||
        DEFERS.test(String(value)) ||
        isOver(name, record)
      )
        continue;
      if (says !== undefined && !says.test(String(value))) continue;
      return {
        name,
        value,
        record: Object.hasOwn(record.records, name) ? (record.records[name] ?? `unit/${name}`) : `unit/${name}`,
      };
    }
  }
  return null;
}

function availabilityFacts(direct: Fact, record: UnitRecord): readonly Fact[] {
  const date = findFact(["availableFrom", "availableDate", "moveInDate"], record);
  return date === null || date.name === direct.name || isGone(record) ? [direct] : [direct, date];
}

/** The whole move-in cost, or the rent and the deposit it is made of; one of the two alone would mislead. */
function moveInFacts(topic: Topic, record: UnitRecord): readonly Fact[] {
  const whole = findFact(topic.facts, record);
  if (whole !== null) return [whole];
  const [rent = null, deposit = null] = MOVE_IN_PARTS.map((names) => findFact(names, record));
  return rent === null || deposit === null ? [] : [rent, deposit];
}

function isOver(name: string, { factsValidUntil, now }: UnitRecord): boolean {
  if (factsValidUntil === undefined || !Object.hasOwn(factsValidUntil, name)) return false;
  return isPast(factsValidUntil[name], now);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/gu, "");
}
