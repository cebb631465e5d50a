// Owns the judgement that two questions are one: asked in the same way, about the same topics, with the same words that carry
// meaning in whatever order and form (T70). It looks at words only; which entry answers is knowledge.ts's.
import { normalise } from "./normalise.ts";
import { readMessage } from "./reading.ts";

/** A question as it is compared. */
export type AskedThing = {
  /** How it is asked: when, where, whether I may, whether somebody can, whether one must. What is asked otherwise is another question. */
  readonly kind: string;
  /** Ids of the topics its words touch. Read only when the rest is the same: it takes a hundred times as long. */
  readonly topics: () => ReadonlySet<string>;
  /** Words that carry meaning, in their simplest form. */
  readonly words: ReadonlySet<string>;
};

/** Shorter words have no ending to take off. */
const STEM_CHARS_MIN = 4;

/** The word that asks: the first that fits. */
const ASKED_WITH: readonly (readonly [kind: string, says: RegExp])[] = [
  ["how much", /\b(?:how much|costs?|prices?|fees?|cuanto|cuesta|precio)\b/u],
  ["how many", /\b(?:how many|cuantos|cuantas)\b/u],
  ["how long", /\b(?:how (?:long|far|close|big|large)|cuanto tiempo)\b/u],
  ["when", /\b(?:when|what (?:time|day|date)s?|hours|how (?:early|late|soon|often)|cuando|a que hora|horario)\b/u],
  ["where", /\b(?:where|wheres|which floor|donde)\b/u],
  ["who", /\b(?:who|whos|whom|quien)\b/u],
  ["why", /\b(?:why|por que)\b/u],
  ["how", /\b(?:how|como)\b/u],
  ["may", /\b(?:can|could|may) (?:i|we)\b|\b(?:puedo|podemos)\b/u],
  [
    "can",
    /\b(?:can|could|may)\b(?! you (?:please )?(?:tell|confirm|let|say|share|explain)\b)|\b(?:puede|pueden|podria)\b(?! (?:decir|confirmar)\w*)/u,
  ],
];
/** What else makes it another question: duty, the future, the past. */
const SAID_OF: readonly (readonly [kind: string, says: RegExp])[] = [
  ["must", /\b(?:have to|has to|must|need to|required?|mandatory|tengo que|hay que|obligatori[oa])\b/u],
  ["will", /\b(?:will|going to|habra|sera)\b/u],
  ["was", /\b(?:was|were|did|been|used to)\b(?! wondering\b)/u],
];
/** "What time" is "when": the word itself says nothing more. */
const WHEN_IN_WORDS = /\bwhat (?:time|day|date)s?\b/gu;
/** Words of every question and words of courtesy: they say nothing about what is asked. "no" and "not" do, and stay. */
const EMPTY_WORDS = new Set(
  (
    "a an the this that these those there here it its is are am was were be been being do does did have has had having can could " +
    "would will shall should may might must i im ive we were you your my our me us they them and or so but also if whether in on at of to for " +
    "with from by as about into any some anyone anybody someone something anything what whats which when where wheres who whos whom why how hows much many " +
    "long often hi hello hey dear good morning afternoon evening please thanks thank quick question questions wondering wonder curious know tell let ask asking " +
    "possible chance happen happens actually currently maybe cost costs price prices fee fees apartment place unit home building house property flat ok " +
    "available offer offered provide provided el la los las un una unos unas es esta estan hay tiene tienen hola buenas buenos dias tardes gracias por favor " +
    "para con del de en que cual cuando cuanto cuanta cuantos cuantas cuesta precio donde como quien puedo puede podria pueden podemos se me mi su y o si lo al " +
    "edificio apartamento departamento vivienda casa"
  ).split(" "),
);

/** Reads a question for comparing. Total: any text gives one; without words it is the same as none. */
export function readAsked(text: string): AskedThing {
  const reading = normalise(text).replace(/\n+/gu, " ");
  const said = SAID_OF.flatMap(([kind, says]) => (says.test(reading) ? kind : []));
  const asked = ASKED_WITH.find(([, says]) => says.test(reading))?.[0] ?? "plain";
  const words = reading.replace(WHEN_IN_WORDS, " ").match(/[\p{L}\p{N}]+/gu) ?? [];
  return {
    kind: [...said, asked].join(" "),
    topics: () => new Set(readMessage(text).segments.flatMap((segment) => segment.touched.map(({ id }) => id))),
    words: new Set(words.filter((word) => !EMPTY_WORDS.has(word)).map(stemOf)),
  };
}

/**
 * True when both ask one thing beyond doubt. A word more on either side narrows the question: what is right for it may be wrong
 * for the other, so there is no likeness that is near enough.
 */
export function isSameQuestion(left: AskedThing, right: AskedThing): boolean {
  if (left.kind !== right.kind || left.words.size === 0 || !isSame(left.words, right.words)) return false;
  return isSame(left.topics(), right.topics());
}

function isSame(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size === right.size && [...left].every((one) => right.has(one));
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
