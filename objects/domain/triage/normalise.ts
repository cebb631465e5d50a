// Owns the one reading form of a lead's words: what every rule, feature and matcher of this room looks at.
// It undoes disguise (zero-width characters, homoglyphs, tags, spaced-out letters) and noise (case, accents, typos).
// It must not decide what words mean, and its output is never shown to anyone.
import { makePlainReader } from "./plain-text.ts";
import { expandWords } from "./spelling.ts";

/** Longer texts are read up to here; a platform message is at most a few thousand characters. */
const TEXT_CHARS_MAX = 20_000;
/** A tag longer than this is text, not markup. */
const TAG_CHARS_MAX = 300;

/** Characters that show nothing, and skin tones of emoji. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Emoji_Modifier}]/gu;
const CONTROL = /[^\P{Cc}\n\t]/gu;
const BLOCK_TAG = new RegExp(`<(?:br|/?p|/?div|/?li|/?tr|/?h[1-6])\\b[^<>]{0,${TAG_CHARS_MAX}}>`, "giu");
const SCRIPT_BLOCK = /<(script|style)\b[^<>]{0,300}>[^<]{0,5000}<\/\1>/giu;
const ANY_TAG = new RegExp(`</?[a-z!][^<>]{0,${TAG_CHARS_MAX}}>`, "giu");

const ENTITIES: Readonly<Record<string, string>> = {
  "&nbsp;": " ",
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&apos;": "'",
  "&rsquo;": "'",
};

/** Letters of other scripts that look like Latin ones, after lower-casing. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: "a",
  в: "b",
  е: "e",
  ё: "e",
  з: "3",
  и: "u",
  к: "k",
  м: "m",
  н: "h",
  о: "o",
  р: "p",
  с: "c",
  т: "t",
  у: "y",
  х: "x",
  ѕ: "s",
  і: "i",
  ї: "i",
  ј: "j",
  ԁ: "d",
  ԛ: "q",
  ԝ: "w",
  һ: "h",
  ӏ: "l",
  г: "r",
  п: "n",
  α: "a",
  β: "b",
  ε: "e",
  ι: "i",
  κ: "k",
  ν: "v",
  ο: "o",
  ρ: "p",
  τ: "t",
  υ: "u",
  χ: "x",
  η: "n",
  ω: "w",
  ı: "i",
  ɡ: "g",
  ⅼ: "l",
  ǀ: "l",
  ø: "o",
  đ: "d",
  ł: "l",
  ß: "ss",
  æ: "ae",
  œ: "oe",
};

/**
 * The reading form: lower case, Latin letters without accents or apostrophes, one space between words, newlines kept,
 * abbreviations and common typing errors resolved. Total: any string gives a string.
 */
export function normalise(text: string): string {
  const plain = readPlain(text);
  const joined = plain === null ? joinSpaced(readLong(text)) : plain.spaced ? joinSpaced(plain.text) : plain.text;
  return expandWords(joined);
}

const readPlain = makePlainReader(foldDisguise);

/** Undoes any disguise; the apostrophes, spaces and repeats as in plain-text.ts. */
function readLong(text: string): string {
  return foldDisguise(text)
    .replace(/[’'`´]/gu, "")
    .replace(/([a-z])\1{2,}/gu, "$1")
    .replace(/[\t \u00a0]+/gu, " ")
    .replace(/ ?\n[\n ]*/gu, "\n")
    .trim();
}

function joinSpaced(text: string): string {
  return text.replace(/(?<![a-z0-9])(?:[a-z][ .]){3,}[a-z](?![a-z0-9])/gu, (run) =>
    run.replace(/[ .]/gu, "").replace(/([a-z])\1{2,}/gu, "$1"),
  );
}

/** Lower case without disguise but with the words left as they were typed; used where exact characters matter. */
export function foldDisguise(text: string): string {
  let clean = text.slice(0, TEXT_CHARS_MAX).normalize("NFKC").replace(INVISIBLE, "").replace(CONTROL, "");
  clean = clean.replace(SCRIPT_BLOCK, " ").replace(BLOCK_TAG, "\n").replace(ANY_TAG, "");
  clean = clean.replace(
    /&(?:nbsp|amp|lt|gt|quot|#39|apos|rsquo);/giu,
    (entity) => ENTITIES[entity.toLowerCase()] ?? " ",
  );
  clean = clean.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  return foldLookalikes(clean)
    .replace(/[“”«»]/gu, '"')
    .replace(/[‐-―−]/gu, "-");
}

/** Words that mix scripts are disguise; a word wholly in another script is another language and stays as it is. */
function foldLookalikes(text: string): string {
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => {
    const latin = /[a-z]/u.test(word);
    const folded = [...word].map((letter) => LOOKALIKES[letter] ?? letter).join("");
    return latin || /^[a-z0-9]+$/u.test(folded) ? folded : word;
  });
}

/**
 * Variants of the reading form for guardrails only: digits read as letters ("l4wyer") and letters that were spaced or
 * dotted out ("s u e"). A variant equal to the reading form is left out.
 */
export function disguiseVariants(normalised: string): readonly string[] {
  const spelled = normalised.replace(/\S+/gu, (word) =>
    /[a-z]/u.test(word) && /[0134578@$!]/u.test(word) && !/\d{3}/u.test(word) && !/^\$?\d/u.test(word)
      ? word.replace(/[0134578@$!]/gu, (sign) => LEET[sign] ?? sign)
      : word,
  );
  const joined = spelled.replace(/(?<![a-z0-9])(?:[a-z][ .*_-]{1,2}){2,15}[a-z](?![a-z0-9])/gu, (run) =>
    run.replace(/[ .*_-]/gu, ""),
  );
  return [...new Set([spelled, joined])].filter((variant) => variant !== normalised);
}

const LEET: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
  "@": "a",
  $: "s",
  "!": "i",
};

/** Share (0..1) of letters that are not Latin once disguise is undone: high means a language the rules do not read. */
export function foreignShare(text: string): number {
  const letters = foldDisguise(text).match(/\p{L}/gu) ?? [];
  if (letters.length === 0) return 0;
  return letters.filter((letter) => !/[a-z]/u.test(letter)).length / letters.length;
}
