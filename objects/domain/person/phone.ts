// Finds telephone numbers in what leads write (P4-P6): with their country code, or in the forms of the US and the UK. A run
// of digits is believed only when its grouping or the words beside it say that it is a number to call.
import { type DigitGroup, type DigitRun, digitRuns, plainSigns } from "./digit-groups.ts";
import { PHONE_DIGITS_MAX, PHONE_DIGITS_MIN, PHONE_GROUPS_MAX } from "./limits.ts";
import { calledBy, isOpenAfter, isOpenBefore } from "./phone-cues.ts";
import { isAmericanNumber, isBritishNumber } from "./phone-plans.ts";

/** `last`: index of the last group that belongs to the number. */
type Reading = { readonly value: string; readonly last: number };

/** The numbers in a text as digits of E.164, in order; one may come twice. `knownIds` are never numbers. */
export function findPhones(text: string, knownIds: readonly string[]): readonly string[] {
  const plain = plainSigns(text);
  return digitRuns(plain).flatMap((run) => phonesOfRun(plain, run, knownIds));
}

function phonesOfRun(text: string, run: DigitRun, knownIds: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (let i = 0; i < run.groups.length; i++) {
    const reading = international(text, run, i) ?? american(text, run, i) ?? british(text, run, i);
    if (reading === null) continue;
    const written = joined(run.groups.slice(i, reading.last + 1));
    if (!knownIds.includes(written)) found.push(reading.value);
    i = reading.last;
  }
  return found;
}

/** "+44 (0)20 7946 0958", "0044 20 …", and "011 44 …" as Americans dial. */
function international(text: string, run: DigitRun, i: number): Reading | null {
  const first = run.groups[i];
  if (first === undefined || !isOpenBefore(text, run, i)) return null;
  const isPlus = i === 0 && /\+\(?$/.test(text.slice(Math.max(0, first.start - 2), first.start));
  const prefix = isPlus ? "" : first.digits === "011" ? "011" : first.digits.startsWith("00") ? "00" : null;
  if (prefix === null) return null;
  let digits = "";
  for (let last = i; last < Math.min(run.groups.length, i + PHONE_GROUPS_MAX); last++) {
    digits = withoutTrunkZero(`${digits}${run.groups[last]?.digits}`, prefix);
    const number = digits.slice(prefix.length);
    if (number.length > PHONE_DIGITS_MAX) return null;
    const value = wholeNumber(number, last === run.groups.length - 1);
    if (value === null || !isOpenAfter(text, run, last)) continue;
    const isPlain = isPlus || last > i || number.startsWith("44");
    return isPlain || calledBy(text, run, i, last) === "number" ? { value, last } : null;
  }
  return null;
}

/** "+44 (0)20": the zero is dialled inside the country only. */
function withoutTrunkZero(digits: string, prefix: string): string {
  return digits.startsWith(`${prefix}440`) ? `${prefix}44${digits.slice(prefix.length + 3)}` : digits;
}

/** Numbers of the US and the UK have one length; of the others everything that was written counts. */
function wholeNumber(number: string, isEnd: boolean): string | null {
  if (number.startsWith("1")) return isAmericanNumber(number.slice(1)) ? number : null;
  if (number.startsWith("44")) return isBritishNumber(number.slice(2)) ? number : null;
  return isEnd && /^[2-9]/.test(number) && number.length >= PHONE_DIGITS_MIN ? number : null;
}

/** Groups of a number without a country code, by their lengths. The first stands out by itself; the others need more. */
const AMERICAN: readonly (readonly number[])[] = [[1, 3, 3, 4], [3, 3, 4], [1, 3, 7], [3, 7], [1, 10], [10], [11]];

function american(text: string, run: DigitRun, i: number): Reading | null {
  for (const lengths of AMERICAN) {
    const groups = run.groups.slice(i, i + lengths.length);
    if (!hasLengths(groups, lengths)) continue;
    const digits = joined(groups);
    const number = digits.length === 11 && digits.startsWith("1") ? digits.slice(1) : digits;
    if (!isAmericanNumber(number)) continue;
    const last = i + lengths.length - 1;
    if (isBelieved(text, run, i, last)) return { value: `1${number}`, last };
  }
  return null;
}

/** "020 7946 0958", "07700 900123": eleven digits from a zero on, which no American number has. */
function british(text: string, run: DigitRun, i: number): Reading | null {
  const first = run.groups[i];
  if (first === undefined || !first.digits.startsWith("0")) return null;
  let digits = "";
  for (let last = i; last < run.groups.length && digits.length < 11; last++) {
    digits += run.groups[last]?.digits;
    if (digits.length !== 11 || !isBritishNumber(digits.slice(1))) continue;
    const isGrouped = first.digits.length >= 3 && first.digits.length <= 5;
    if ((isGrouped || last === i) && isBelieved(text, run, i, last)) return { value: `44${digits.slice(1)}`, last };
  }
  return null;
}

/**
 * [P5] A number without a country code is believed when it stands free and either its signs group it as numbers are
 * grouped, or a word beside it calls it one.
 */
function isBelieved(text: string, run: DigitRun, i: number, last: number): boolean {
  if (!isOpenBefore(text, run, i) || !isOpenAfter(text, run, last)) return false;
  const groups = run.groups.slice(i, last + 1);
  if (groups.slice(1).some((group) => /[().-]/.test(group.gap))) return true;
  const called = calledBy(text, run, i, last);
  if (called !== null) return called === "number";
  // Spaces alone also stand between prices and years: then nothing else may stand beside it.
  return groups.length >= 3 && i === 0 && last === run.groups.length - 1;
}

function hasLengths(groups: readonly DigitGroup[], lengths: readonly number[]): boolean {
  return groups.length === lengths.length && groups.every((group, at) => group.digits.length === lengths[at]);
}

function joined(groups: readonly DigitGroup[]): string {
  return groups.map((group) => group.digits).join("");
}
