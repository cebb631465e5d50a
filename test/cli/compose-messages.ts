// Owns the composing of labelled training messages from hand-written phrases, with the noise of real ones: openings,
// life stories, several intents at once, typing errors, missing punctuation. Seeded: the same seed gives the same bytes.
import type { Intent } from "#domain/triage/decision";

export type Phrase = {
  readonly id: string;
  readonly text: string;
  readonly intents: readonly Intent[];
  readonly guardrails?: readonly string[];
};
export type Random = () => number;

/** A small seeded generator (mulberry32): numbers in [0, 1). */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WORDS: Readonly<Record<string, readonly string[]>> = {
  home: ["apartment", "place", "room", "studio", "unit", "house", "1 bedroom", "2br", "apt", "condo"],
  home_es: ["departamento", "apartamento", "cuarto", "estudio"],
  date: [
    "march 1",
    "April 15th",
    "the 1st",
    "June",
    "next month",
    "7/1",
    "september",
    "mid May",
    "the end of the month",
    "Aug 1st",
  ],
  day: [
    "tomorrow",
    "thursday",
    "Friday",
    "saturday",
    "this weekend",
    "on sunday",
    "monday",
    "next tuesday",
    "wednesday",
    "tonight",
    "today",
  ],
  day_es: ["mañana", "el jueves", "el sabado", "hoy", "el lunes", "el fin de semana"],
  time: ["3", "5pm", "10 am", "noon", "4:30", "6", "2pm", "11"],
  month: ["June", "august", "next month", "the spring", "September", "january"],
  month_es: ["junio", "agosto", "septiembre"],
  money: ["$2,000", "1800", "$1500", "2k", "2,300", "$950"],
  pet: ["dog", "cat", "puppy", "kitten", "labrador", "rabbit", "bird", "small dog"],
  n: ["3", "6", "two", "8", "four", "9", "13"],
  phone: ["917 555 0142", "(646) 555-0198", "212-555-0177"],
  street: ["5th street", "Oak Ave", "Maple", "Grand st", "Bedford"],
  place: ["the hospital", "NYU", "downtown", "the airport", "Mount Sinai", "midtown"],
  name: ["Ana", "Mike", "Priya", "Jordan", "Wei", "Sofia", "Tom"],
};
const OPENINGS = [
  "hi",
  "Hello",
  "hey",
  "Hi there",
  "Good morning",
  "Hola",
  "Hey how are you",
  "Hi, hope you are well",
  "hello again",
  "Dear Sir or Madam",
];
const CLOSINGS = [
  "thanks",
  "Thank you!",
  "thx",
  "Thanks in advance",
  "Best, {name}",
  "let me know",
  "Looking forward to hearing from you",
  "- {name}",
  "gracias",
  "please advise",
  "Thanks so much, {name}",
];
const JOINS = [". ", "? ", "\n", " and ", ", ", " also ", ". Also, ", " ", "! "];
/** Intents that stand alone: nobody asks about parking while reporting a fire. */
const ALONE: readonly Intent[] = [
  "small_talk",
  "unsubscribe",
  "emergency",
  "spam_or_scam",
  "unknown",
  "slot_selection",
];

/** Fills the braces of a phrase with seeded words. */
export function fill(text: string, random: Random): string {
  return text.replace(/\{(\w+)\}/gu, (brace, key: string) => pick(WORDS[key] ?? [brace], random));
}

/** Composes `count` messages of one to three phrases. */
export function composeMessages(phrases: readonly Phrase[], count: number, random: Random): readonly Phrase[] {
  const meaning = phrases.filter((phrase) => phrase.intents.length > 0);
  const stories = phrases.filter((phrase) => phrase.intents.length === 0);
  const byIntent = [...Map.groupBy(meaning, (phrase) => phrase.intents[0] ?? "unknown")];
  return Array.from({ length: count }, (_, index) => {
    const first = pick(pick(byIntent, random)[1], random);
    const chosen = [first];
    while (
      !chosen.some((phrase) => phrase.intents.some((intent) => ALONE.includes(intent))) &&
      chosen.length < 3 &&
      random() < 0.3
    ) {
      const more = pick(meaning, random);
      if (!more.intents.some((intent) => ALONE.includes(intent))) chosen.push(more);
    }
    const text = write(chosen, stories, random);
    return {
      id: `c${String(index + 1).padStart(4, "0")}`,
      text,
      intents: [...new Set(chosen.flatMap((phrase) => phrase.intents))],
      guardrails: [...new Set(chosen.flatMap((phrase) => phrase.guardrails ?? []))],
    };
  });
}

/** One phrase as somebody in a hurry would type it. */
export function variant(text: string, random: Random): string {
  return roughen(fill(text, random), random);
}

function write(chosen: readonly Phrase[], stories: readonly Phrase[], random: Random): string {
  const talk =
    chosen[0]?.intents.includes("small_talk") ||
    chosen[0]?.intents.includes("unsubscribe") ||
    chosen[0]?.intents.includes("unknown");
  const parts: string[] = [];
  if (random() < (talk ? 0.1 : 0.45)) parts.push(pick(OPENINGS, random));
  const told = talk ? 0 : random() < 0.3 ? 1 + Math.floor(random() * 4) : 0;
  for (let story = 0; story < told; story += 1) parts.push(pick(stories, random).text);
  for (const phrase of chosen) parts.push(phrase.text);
  if (random() < (talk ? 0.05 : 0.3)) parts.push(pick(CLOSINGS, random));
  const joined = parts.reduce((text, part, index) => {
    if (index === 0) return part;
    const join = /[?.!]$/u.test(text) ? pick([" ", "\n"], random) : pick(JOINS, random);
    return text + join + part;
  }, "");
  return roughen(fill(joined, random), random);
}

function roughen(text: string, random: Random): string {
  let rough = text;
  if (random() < 0.45) rough = rough.toLowerCase();
  if (random() < 0.3) rough = rough.replace(/['’]/gu, "");
  if (random() < 0.25) rough = rough.replace(/[.,!?]/gu, "");
  if (random() < 0.2)
    rough = rough
      .replace(/\byou\b/gu, "u")
      .replace(/\byour\b/gu, "ur")
      .replace(/\bplease\b/giu, "pls")
      .replace(/\bare\b/gu, "r");
  if (random() < 0.15) rough = rough.replace(/\?$/u, pick(["??", "?!", " ?", ""], random));
  if (random() < 0.2) rough = misspell(rough, random);
  return rough;
}

function misspell(text: string, random: Random): string {
  const words = text.split(" ");
  const at = Math.floor(random() * words.length);
  const word = words[at] ?? "";
  if (word.length < 5) return text;
  const cut = 1 + Math.floor(random() * (word.length - 3));
  const kind = random();
  words[at] =
    kind < 0.35
      ? word.slice(0, cut) + word.slice(cut + 1)
      : kind < 0.7
        ? word.slice(0, cut) + (word[cut + 1] ?? "") + (word[cut] ?? "") + word.slice(cut + 2)
        : word.slice(0, cut) + (word[cut] ?? "") + word.slice(cut);
  return words.join(" ");
}

function pick<T>(from: readonly T[], random: Random): T {
  return from[Math.floor(random() * from.length)] as T;
}
