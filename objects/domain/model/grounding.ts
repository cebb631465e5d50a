// Whether words state the facts of an answer, all of them, and nothing else. Every word must be plain (plain-words.ts) or belong
// to the fact that its sentence states; so an amount, a day, a feature or a denial that no record holds cannot get through.
// Strict on purpose: a good reply that is refused costs a little grace, an invented one costs trust.
import type { Fact } from "../triage/decision.ts";
import type { Language } from "../triage/language.ts";
import { normalise } from "../triage/normalise.ts";
import { FREE } from "../triage/templates.ts";
import { ALL_TOPICS } from "../triage/topics.ts";
import { PLAIN_PHRASES, PLAIN_WORDS } from "./plain-words.ts";

type Spoken = { readonly fact: Fact; readonly value: string; readonly words: ReadonlySet<string> };

/** In the place of a value; no text in reading form holds it. */
const MARK = /§(\d+)§/u;
/** A value in a question is no statement. */
const ASKS_BACK = /§\d+§[^.!;\n]*\?/u;
const SENTENCE_ENDS = /[!?;¿¡\n]+|\.(?=\s|$)|,? (?:and|y) (?=(?:the|el|la) )/u;
const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\b(?:i|you|we|they))[’']d\b/giu, " would"],
  [/(?<=\b(?:you|we|they))[’']re\b/giu, " are"],
  [/(?<=\bi)[’']m\b/giu, " am"],
  [/(?<=\b(?:it|that|here))[’']s\b/giu, " is"],
];
const TOKENS = /§\d+§|[$€£%]|[\p{L}\p{N}]+/gu;
const STATUS = /status|^available$|^availability$/iu;

/** True when the words state each of the facts with its value as the record has it, and nothing that is not in them. */
export function isGrounded(words: string, facts: readonly Fact[], language: Language): boolean {
  const numbers = new Set(facts.flatMap(({ value }) => numbersIn(String(value))));
  if (!numbersIn(words).every((number) => numbers.has(number))) return false;
  const spoken = facts.map((fact) => spokenOf(fact, language));
  const values = [...new Set(spoken.map(({ value }) => value))].sort((left, right) => right.length - left.length);
  const marked = values.reduce((text, value, at) => markValue(text, value, at), withoutPhrases(canonical(words)));
  if (ASKS_BACK.test(marked)) return false;
  const stated = new Set<Fact>();
  for (const sentence of marked.split(SENTENCE_ENDS)) {
    const tokens = sentence.match(TOKENS) ?? [];
    const marks = tokens.flatMap((token) => values[Number(MARK.exec(token)?.[1] ?? "-1")] ?? []);
    const meant = marks.length === 0 ? [] : factsMeant(marks, tokens, spoken);
    if (meant === null || !tokens.every((token) => isAllowed(token, meant))) return false;
    for (const { fact } of meant) stated.add(fact);
  }
  return facts.every((fact) => stated.has(fact));
}

/** The facts that a sentence states: one, or several of one subject ("available from …"). Null when that is not clear. */
function factsMeant(
  marks: readonly string[],
  tokens: readonly string[],
  all: readonly Spoken[],
): readonly Spoken[] | null {
  const meant = marks.map((value) => {
    const candidates = all.filter((one) => one.value === value);
    const named = candidates.filter(
      (one) => all.length === 1 || isStatus(one) || tokens.some((token) => one.words.has(stem(token))),
    );
    return named.length === 1 ? named[0] : undefined;
  });
  const found = meant.filter((one) => one !== undefined);
  if (found.length < meant.length) return null;
  const subjects = ALL_TOPICS.filter((topic) =>
    found.every(({ fact }) => topic.facts.some((name) => isName(name, fact))),
  );
  return new Set(found).size === 1 || subjects.length > 0 || found.every(({ fact }) => isAvailable(fact))
    ? found
    : null;
}

function isAllowed(token: string, meant: readonly Spoken[]): boolean {
  if (MARK.test(token) || PLAIN_WORDS.has(token)) return true;
  return meant.some(({ words }) => words.has(stem(token)));
}

function spokenOf(fact: Fact, language: Language): Spoken {
  const topics = ALL_TOPICS.filter((topic) => topic.facts.some((name) => isName(name, fact)));
  const own = fact.name.replace(/([a-z])([A-Z])/gu, "$1 $2");
  const words = [own, ...topics.flatMap(({ label }) => label)].flatMap((text) => canonical(text).match(TOKENS) ?? []);
  if (typeof fact.value === "number" && /month/iu.test(fact.name)) words.push("per", "month", "al", "mes", "mensual");
  const isFree = STATUS.test(fact.name) && FREE.test(String(fact.value).trim());
  if (isFree) words.push("yes", "si", "still", "todavia", "sigue");
  if (/deposit/iu.test(fact.name)) words.push("security");
  if (isAvailable(fact)) words.push("available", "from", "desde", "disponible");
  const free = language === "es" ? "disponible" : "available";
  const value = isFree ? free : canonical(String(fact.value).replace(/\.+$/u, ""));
  return { fact, value, words: new Set(words.map(stem)) };
}

/** A dollar sign is how an amount is written, not part of it; other currencies are. */
function canonical(text: string): string {
  const spelled = CONTRACTIONS.reduce((left, [short, long]) => left.replaceAll(short, long), text);
  return normalise(spelled)
    .replaceAll("§", " ")
    .replace(/(?<=\d),(?=\d{3}(?!\d))/gu, "")
    .replace(/(?<=\d)\.00(?!\d)/gu, "")
    .replace(/\$ ?(?=\d)/gu, "");
}

/** As they were written, because the reading form turns some of them into words. */
function numbersIn(text: string): readonly string[] {
  return (
    text
      .replace(/(?<=\d),(?=\d{3}(?!\d))/gu, "")
      .replace(/(?<=\d)\.00(?!\d)/gu, "")
      .match(/\p{N}+/gu) ?? []
  );
}

function withoutPhrases(text: string): string {
  return PLAIN_PHRASES.reduce((left, phrase) => left.replaceAll(new RegExp(`\\b${phrase}\\b`, "gu"), ""), text);
}

function markValue(text: string, value: string, at: number): string {
  if (value === "") return text;
  const quoted = value.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&");
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}$€£§.,-])${quoted}(?![\\p{L}\\p{N}§%]|[.,-]\\d)`, "gu"), `§${at}§`);
}

function isStatus({ fact }: Spoken): boolean {
  return STATUS.test(fact.name);
}

function isAvailable(fact: Fact): boolean {
  return /^available|status|^availability|moveInDate/iu.test(fact.name);
}

function isName(name: string, fact: Fact): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/gu, "");
  return plain(name) === plain(fact.name);
}

function stem(word: string): string {
  return word.length > 3 ? word.replace(/s$/u, "") : word;
}
