// Owns what each part of an answer does with the times in it: wants them, refuses them, keeps them in reserve, or only speaks of
// them ("I work Fridays so Thursday it is"). It cuts and judges clauses; time-mentions.ts reads the times themselves.
import { readTimes, saysDay, saysTime, type TimeMention, withPlainBounds } from "./time-mentions.ts";

/** `wanted`: alternatives, each whole (day and hour together). `refused`: what must not be chosen. */
export type TimesHeard = {
  readonly wanted: readonly TimeMention[];
  readonly refused: readonly TimeMention[];
  /** "The other one": what is left when the refused ones are gone. */
  readonly wantsOther: boolean;
  /** The lead is not sure yet: nothing may be chosen from it. */
  readonly isDoubtful: boolean;
};

const GREETING = /\b(?:good (?:morning|afternoon|evening|night|day)|buen(?:os dias|as tardes|as noches))\b/gu;
/** Words of refusal that refuse nothing. */
const HARMLESS =
  /\b(?:no problem|not a problem|no worries|why not|cant wait|cannot wait|dont mind|wouldnt mind|if (?:its )?not too much|not only|no hay problema|no se preocupe|como no)\b/gu;
/** What was said before is taken back. */
const CORRECTION =
  /\b(?:oh wait|wait no|no wait|hold on|no sorry|sorry no|scratch that|(?:hmm+ )?no make (?:that|it)|make that|actually|correction|no perdon|perdon no|mejor dicho|espera)\b/gu;
/** What was said before was the reason. */
const CONCLUSION =
  /(?:^|[\s,.-])(?:so(?! (?:much|many|sorry|far|soon|long|nice|kind|good|great))|asi que|por eso|entonces(?= \w)|therefore)\b/gu;
const CUTS = /[,;!?\n]+|\.+(?=\s|$)|\s-+\s|\b(?:but|pero|and|y(?! (?:media|cuarto))|although|aunque|because|porque)\b/u;
/** Clauses that tell why a time is impossible. */
const TAKEN_UP =
  /\b(?:neither|nor|ni|except|anything but|any day but|everything but|todo menos|menos el|out of town|busy|away|i (?:also )?work|we (?:both )?work|im working|trabajo|trabajamos|trabaja|works(?= (?:that|until|from|fri|mon|tue|wed|thu|sat|sun))|works? (?:on )?(?:mornings|days|nights)|(?:have|got|tengo) (?:class|classes|work|school|clase|trabajo|(?:an? |my |the |un |una )\w+)|the kids|get (?:out|off)|salgo|(?:would have|wouldve) been|in use)\b/u;
const REFUSES =
  /\b(?:not|no|cant|cannot|can not|couldnt|wont|dont|doesnt|isnt|impossible|imposible|tampoco|nunca|never)\b/u;
const ABOUT_SOMETHING_ELSE =
  /\b(?:lease|move[- ]?in|moving|birthday|cumpleanos|contract|contrato|deposit|rent|renta|paid|payday|born|flight|vuelo|semester)\b/u;
const ASKS_SOMETHING_ELSE =
  /^(?:(?:and|also|y|btw|hey|hi|ok|okay) )*(?:who|whos|where|why|what(?!s? about| if)|whats|how(?! about|s| is)|is there|are there|do you|does the|quien|donde|cuanto|por que|hay)\b/u;
const IN_RESERVE =
  /\b(?:back ?up|falls through|otherwise|if not|or else|second choice|works? too|work as well|si no|de reserva)\b/u;
const UNSURE = /\b(?:might|maybe|perhaps|probably|not sure|tentativ\w+|depends|quizas?|tal vez|a lo mejor|creo que)\b/u;
const WILL_TELL =
  /\b(?:let you know|get back to you|te aviso|le aviso|les aviso|confirm later|te confirmo|le confirmo)\b/u;
const OTHER = /\b(?:the other|remaining one|la otra|el otro|otro horario que queda)\b/u;

/** What the text wants and refuses. `normalised`: in reading form. */
export function hearTimes(normalised: string): TimesHeard {
  const text = withPlainBounds(normalised).replace(GREETING, " ").replace(HARMLESS, " ");
  const { before, after } = conclusionOf(text);
  const clauses = after.split(CUTS).map((clause) => clause.trim());
  const said: TimeMention[] = [];
  const spare: TimeMention[] = [];
  const refused: TimeMention[] = refusalsIn(before);
  let isDoubtful = WILL_TELL.test(text);
  for (const [index, clause] of clauses.entries()) {
    const isQuestion = ASKS_SOMETHING_ELSE.test(clause);
    if (clause === "" || isQuestion || isAside(clause, clauses, index)) continue;
    const heard = judge(clause);
    refused.push(...heard.refused);
    if (heard.wanted === null) continue;
    if (UNSURE.test(clause)) isDoubtful = true;
    (IN_RESERVE.test(clause) ? spare : said).push(heard.wanted);
  }
  const wanted = together(said.length > 0 ? said : spare, dayBefore(before));
  return { wanted, refused, wantsOther: OTHER.test(after), isDoubtful };
}

/** What stands behind the last correction ("no wait, …") for which `counts` holds; the whole text without one. */
export function afterCorrection(text: string, counts: (rest: string) => boolean): string {
  const ends = [...text.matchAll(CORRECTION)].map((match) => match.index + match[0].length);
  const end = ends.findLast((at) => counts(text.slice(at)));
  return end === undefined ? text : text.slice(end).trim();
}

/** The text after the last correction or conclusion that still names a time; what stood before it. */
function conclusionOf(text: string): { readonly before: string; readonly after: string } {
  let cutAt = 0;
  for (const pattern of [CORRECTION, CONCLUSION]) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const rest = text.slice(end);
      if (end > cutAt && (namesTime(rest) || OTHER.test(rest)) && namesTime(text.slice(0, match.index))) cutAt = end;
    }
  }
  return { before: text.slice(0, cutAt), after: text.slice(cutAt) };
}

const namesTime = (text: string) => saysTime(readTimes(text, true));

/** A time in a clause about a lease or a birthday is no answer where another clause names one. */
function isAside(clause: string, clauses: readonly string[], index: number): boolean {
  return ABOUT_SOMETHING_ELSE.test(clause) && clauses.some((other, at) => at !== index && namesTime(other));
}

function judge(clause: string): { readonly wanted: TimeMention | null; readonly refused: readonly TimeMention[] } {
  const all = readTimes(clause, true);
  if (!saysTime(all)) return { wanted: null, refused: [] };
  if (TAKEN_UP.test(clause)) return { wanted: null, refused: [all] };
  if (!REFUSES.test(clause)) return { wanted: all, refused: [] };
  const kept = readTimes(clause);
  if (!saysDay(kept)) return { wanted: null, refused: [all] };
  const gone = all.weekdays.filter((day) => !kept.weekdays.includes(day));
  return { wanted: kept, refused: gone.length === 0 ? [] : [{ ...NOTHING_SAID, weekdays: gone }] };
}

/** Reasons refuse what they name; a plain "Thursday" that was taken back does not. */
function refusalsIn(before: string): TimeMention[] {
  return before.split(CUTS).flatMap((clause) => {
    const all = readTimes(clause, true);
    return saysTime(all) && (TAKEN_UP.test(clause) || REFUSES.test(clause)) ? [...judge(clause).refused] : [];
  });
}

/** The day that was named before "make that 4:30", for a conclusion that names an hour alone. */
function dayBefore(before: string): TimeMention | null {
  const clauses = before.split(CUTS).filter((clause) => !TAKEN_UP.test(clause));
  const days = clauses.map((clause) => readTimes(clause)).filter(saysDay);
  const last = days.at(-1);
  return last === undefined ? null : { ...last, times: [], afterMinute: null, beforeMinute: null, part: null };
}

/** Hours said apart from their day belong to the day before them, or to the first one after them. */
function together(mentions: readonly TimeMention[], day: TimeMention | null): readonly TimeMention[] {
  const groups: TimeMention[] = [];
  let waiting: TimeMention | null = null;
  for (const mention of mentions) {
    const last = groups.at(-1);
    if (saysDay(mention)) {
      groups.push(waiting === null ? mention : joined(mention, waiting));
      waiting = null;
    } else if (last !== undefined) groups[groups.length - 1] = joined(last, mention);
    else waiting = waiting === null ? mention : joined(waiting, mention);
  }
  if (waiting !== null) groups.push(day === null ? waiting : joined(day, waiting));
  return groups;
}

/** The day of the first with what the second adds. */
function joined(first: TimeMention, second: TimeMention): TimeMention {
  return {
    ...first,
    times: [...first.times, ...second.times],
    afterMinute: first.afterMinute ?? second.afterMinute,
    beforeMinute: first.beforeMinute ?? second.beforeMinute,
    part: first.part ?? second.part,
    earliest: first.earliest || second.earliest,
    latest: first.latest || second.latest,
  };
}

const NOTHING_SAID: TimeMention = readTimes("");
