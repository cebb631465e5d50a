// Owns the comparison of two questions: same kind, same subject, nearly the same words that carry meaning (T70).
// It looks at words only; which entry answers is knowledge.ts's.
import { normalise } from "./normalise.ts";
import { readMessage } from "./reading.ts";

/** A question as it is compared. */
export type AskedThing = {
  /** "when", "where", "how much" and the like; "plain" for the rest. What is asked with another word is another question. */
  readonly kind: string;
  /** Ids of the topics its words touch. Read only when the words are alike: it takes a hundred times as long as the rest. */
  readonly topics: () => ReadonlySet<string>;
  /** Words that carry meaning, in their simplest form. */
  readonly words: ReadonlySet<string>;
};

/** From here two questions are the same: of four words that carry meaning one may be missing, of two none. */
const LIKENESS_MIN = 0.8;
/** Shorter words have no ending to take off. */
const STEM_CHARS_MIN = 4;

const KINDS: readonly (readonly [kind: string, says: RegExp])[] = [
  ["must", /\b(?:have to|has to|must|need to|required?|mandatory|tengo que|hay que|obligatori[oa])\b/u],
  [
    "how much",
    /\b(?:how much|what (?:does|do|would|will) .{1,40} cost|whats? (?:is )?the (?:cost|price|fee)|cuanto|costs?|prices?|precio|fees?)\b/u,
  ],
  ["how many", /\b(?:how many|cuantos|cuantas)\b/u],
  ["how long", /\b(?:how long|how far|cuanto tiempo)\b/u],
  ["when", /\b(?:when|what (?:time|day|date)s?|hours|how (?:early|late|soon|often)|cuando|a que hora|horario)\b/u],
  ["where", /\b(?:where|wheres|which floor|donde)\b/u],
  ["who", /\b(?:who|whos|whom|quien)\b/u],
  ["why", /\b(?:why|por que)\b/u],
  ["how", /\b(?:how|como)\b/u],
];
/** Words of every question and words of courtesy: they say nothing about what is asked. "no" and "not" do, and stay. */
const EMPTY_WORDS = new Set(
  (
    "a an the this that these those there here it its is are am was were be been being do does did have has had having can could " +
    "would will shall should may might must i im ive we were you your my our me us they them and or so but also if in on at of to for " +
    "with from by as about into any some anyone anybody someone something anything what whats which when where wheres who whos whom why how hows much many " +
    "long often hi hello hey please thanks thank just quick question wondering wonder know tell let ask asking possible chance happen " +
    "cost costs price prices fee fees charge charges hour hours time times day days costo precio hora horas " +
    "apartment place unit home building house property flat ok exist available offer provide " +
    "el la los las un una unos unas es esta estan hay tiene tienen hola gracias por favor para con del de en que cual cuando cuanto cuanta " +
    "cuantos cuantas donde como quien puedo puede podria pueden se me mi su y o si lo al edificio apartamento departamento vivienda casa"
  ).split(" "),
);

/** Reads a question for comparing. Total: any text gives one; without words it is like none. */
export function readAsked(text: string): AskedThing {
  const reading = normalise(text).replace(/\n+/gu, " ");
  const words = (reading.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !EMPTY_WORDS.has(word)).map(stemOf);
  return {
    kind: KINDS.find(([, says]) => says.test(reading))?.[0] ?? "plain",
    topics: () => new Set(readMessage(text).segments.flatMap((segment) => segment.touched.map(({ id }) => id))),
    words: new Set(words),
  };
}

/**
 * How alike a lead's question is to a known one: the Dice coefficient of their words, or 0 when they are not the same question. They
 * are not below LIKENESS_MIN, when the kind or a topic differs, or when the lead's words say anything that the known question does
 * not: that would be answered with less than was asked.
 */
export function likeness(asked: AskedThing, known: AskedThing): number {
  if (asked.kind !== known.kind || asked.words.size === 0 || !isWithin(asked.words, known.words)) return 0;
  const score = (2 * asked.words.size) / (asked.words.size + known.words.size);
  return score >= LIKENESS_MIN && isSame(asked.topics(), known.topics()) ? score : 0;
}

function isSame(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size === right.size && isWithin(left, right);
}

function isWithin(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return [...left].every((one) => right.has(one));
}

/** The word without the ending of a plural or of a tense: "bikes" and "bike" are one word. */
function stemOf(word: string): string {
  if (word.length < STEM_CHARS_MIN || /\d/u.test(word)) return word;
  return word
    .replace(/ies$/u, "y")
    .replace(/(?<=ss|sh|ch|x)es$/u, "")
    .replace(/(?<![su])s$/u, "")
    .replace(/(?<=[a-z]{3})(?:ing|ed)$/u, "")
    .replace(/(?<=[a-z]{3})e$/u, "");
}
