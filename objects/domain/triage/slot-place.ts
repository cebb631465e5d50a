// Owns the reading of a place in a list ("the second one", "option b", "the last"). Which time stands there is for slot-choice.ts.
import { afterCorrection } from "./time-clauses.ts";
import { readTimes } from "./time-mentions.ts";

export type SaidPlace = {
  /** Counted from 0; more than one when several were named. */
  readonly places: readonly number[];
  /** Nothing but a number was written. */
  readonly isBareNumber: boolean;
  /** The place stands right before an hour or a day: it counts among those. */
  readonly isBesideTime: boolean;
};

const ORDINALS: readonly RegExp[] = [
  /\b(?:(?:(?:the|your|that) (?:first|1st)\b(?! (?:of|week|month|floor|available|and last|day|showing|apartment))|(?:first|1st) (?:one|slot|time|option|please|pls|works)\b(?! (?:i|we|home|renter|here|apartment))|^(?:first|1st)\b(?! (?:of|month|time|and)))|(?:option|number|slot|choice|opcion|numero|#) ?(?:1|one|uno|a)\b|(?:la|el) primer[ao]?\b)/u,
  /\b(?:(?:(?:the|your|that) (?:second|2nd)\b(?! (?:of|week|month|floor|day|showing|apartment|bed\w*|thoughts?))|(?:second|2nd) (?:one|slot|time|option|please|pls|works)\b|^(?:second|2nd)\b(?! (?:of|month|time|and)))|(?:option|number|slot|choice|opcion|numero|#) ?(?:2|two|dos|b)\b|(?:la|el) segund[ao]\b)/u,
  /\b(?:(?:(?:the|your|that) (?:third|3rd)\b(?! (?:of|week|month|floor|day))|(?:third|3rd) (?:one|slot|time|option|please|pls|works)\b|^(?:third|3rd)\b(?! (?:of|month|time|and)))|(?:option|number|slot|choice|opcion|numero|#) ?(?:3|three|tres|c)\b|(?:la|el) tercer[ao]?\b)/u,
  /\b(?:(?:(?:the|your|that) (?:fourth|4th)\b(?! (?:of|week|month|floor|day))|(?:fourth|4th) (?:one|slot|time|option|please|pls|works)\b|^(?:fourth|4th)\b(?! (?:of|month|time|and)))|(?:option|number|slot|choice|opcion|numero|#) ?(?:4|four|cuatro|d)\b|(?:la|el) cuart[ao]\b)/u,
];
const BARE_NUMBER = /^(?:#|option |number )?([1-4])[.!) ]*(?:please|works|pls|is good|for me)?[.! ]*$/u;
const LAST =
  /\b(?:the last (?:one|slot|time|option)|last (?:one|option|slot)|la ultima|el ultimo)\b|^last(?: (?:please|pls))?[.! ]*$/u;
const SECOND_TO_LAST = /\b(?:second[- ]to[- ]last|next[- ]to[- ]last|penultim\w+)\b/u;
const FORMER = /\bthe former\b/u;
const LATTER = /\bthe latter\b/u;
const MIDDLE = /\b(?:the middle (?:one|slot|time|option)|la del medio|el del medio)\b/u;
const BARE_LETTER = /^(?:option )?([a-d])(?: (?:please|pls|works))?[.! ]*$/u;
const BESIDE_TIME =
  /\b(?:first|1st|second|2nd|third|3rd|last|primer[ao]?|segund[ao]) (?:of the )?(?:\d{1,2}(?:[:.]\d{2})?(?: ?[ap]m)?\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)/u;

/** The places that a normalised text names in a list of `count`; null when it names none. */
export function readPlace(normalised: string, count: number): SaidPlace | null {
  const text = afterCorrection(normalised, (rest) => placesIn(rest, count).length > 0);
  const places = placesIn(text, count);
  if (places.length === 0) return null;
  return { places, isBareNumber: BARE_NUMBER.test(text) && /^\d/u.test(text), isBesideTime: BESIDE_TIME.test(text) };
}

function placesIn(text: string, count: number): readonly number[] {
  if (SECOND_TO_LAST.test(text)) return [count - 2];
  const mention = readTimes(text);
  const isTimed = mention.weekdays.length > 0 || mention.times.length > 0 || mention.date !== null;
  const places = new Set<number>();
  ORDINALS.forEach((pattern, place) => {
    if (pattern.test(text) && !(isTimed && /\b\d(?:st|nd|rd|th)\b/u.test(text))) places.add(place);
  });
  const bare = BARE_NUMBER.exec(text);
  if (bare !== null) places.add(Number(bare[1]) - 1);
  const letter = BARE_LETTER.exec(text)?.[1];
  if (letter !== undefined) places.add(letter.charCodeAt(0) - "a".charCodeAt(0));
  if (LAST.test(text) || LATTER.test(text)) places.add(count - 1);
  if (FORMER.test(text)) places.add(0);
  if (MIDDLE.test(text) && count % 2 === 1) places.add((count - 1) / 2);
  // A number or an ordinal beyond the list is an hour or a date where a time is said.
  const known = [...places].filter((place) => place < count);
  return known.length === 0 && (isTimed || bare !== null) ? [] : [...places];
}
