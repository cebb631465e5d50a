// Owns the rules about messages that ask nothing: a greeting, talk, somebody who presents themselves, no words at all.
// They are rules of policy.ts, which owns their order.
import { automatic, type Draft, handOff } from "./compose.ts";
import { offersTimes } from "./conversation-context.ts";
import { isGreetingAlone, isWordless } from "./few-words.ts";
import { type Situation, says } from "./situation.ts";

/** The words themselves say it: statistics add nothing. */
const PLAIN_CONFIDENCE = 0.9;

/** A greeting is answered by asking what is wanted; thanks and talk need nothing. */
export function smallTalk(situation: Situation): Draft | null {
  if (introducesOnly(situation))
    return {
      ...automatic("ask", "greeting", "The lead only presents themselves; we ask what they need.", []),
      lead: "howHelp",
      confidence: PLAIN_CONFIDENCE,
    };
  if (!says(situation, "small_talk")) return null;
  const { reading, context } = situation;
  const greets = reading.segments.every((segment) => segment.cues.some((cue) => cue.id === "greeting"));
  if ((greets || isGreetingAlone(reading.normalised)) && context.firstReply)
    return { ...automatic("ask", "greeting", "The lead only greets; we ask what they need.", []), lead: "howHelp" };
  if (AGREED.test(reading.normalised) && offersTimes(context.lastOurs) && context.phase !== "booked")
    return {
      ...automatic("ask", "slot_unclear", "The lead agrees and names no time; we ask.", []),
      lead: "chooseSlot",
    };
  return { ...automatic("ignore", "small_talk", "Nothing in the message needs an answer.", []), silent: true };
}

/** "I am interested and would like more information", with no time to offer: we ask what they would like to know. */
export function interested(situation: Situation): Draft | null {
  const { context, input, reading, scored } = situation;
  if (context.phase !== "fresh" || input.slots.length > 0 || reading.asked.length > 0) return null;
  if (scored.some(({ intent }) => intent !== "availability_question")) return null;
  const cues = new Set(reading.segments.flatMap((segment) => segment.cues.map(({ id }) => id)));
  if (!cues.has("interest") || cues.has("still_avail") || reading.normalised.includes("?")) return null;
  return {
    ...automatic("ask", "interest", "The lead is interested; we ask what they would like to know.", []),
    lead: "howHelp",
  };
}

/** Says who one is, as the first words of all, and asks for nothing. */
function introducesOnly({ reading, context, scored, scores }: Situation): boolean {
  if (context.phase !== "fresh" || context.unanswered.length > 0 || !context.firstReply) return false;
  if (reading.asked.length > 0 || reading.segments.some((segment) => segment.asks)) return false;
  if (scored.some(({ intent }) => intent !== "small_talk" && intent !== "unknown")) return false;
  return INTRODUCES.test(reading.normalised) && (scores.get("small_talk") ?? 0) >= INTRODUCED_MIN;
}
const INTRODUCES =
  /^(?:(?:hi|hello|hey|heya|hiya|yo|hola|good (?:morning|afternoon|evening)|buen[oa]s (?:dias|tardes|noches)|there|everyone|all)[ ,.!\n]+)*(?:im|i am|my name is|my names|this is|its|me llamo|mi nombre es|soy|new to|im new|nice to|\w+ here)\b/u;
/** As sure as the model must be that it is talk, to take a message that presents somebody for no more than that. */
const INTRODUCED_MIN = 0.05;

/** "Ok cool" after times were offered agrees to one of them; thanks do not. */
const AGREED =
  /^(?:(?:ok|cool|great|perfect|sure|fine|awesome|sounds good|works|alright|vale|perfecto|esta bien)[ ,.!]*)+$/u;

/** A picture, a number, keys hit by chance: somebody must look what it is. */
export function wordless({ input, context, reading, scored }: Situation): Draft | null {
  const isMarkOnly = !/[\p{L}\p{N}]/u.test(reading.normalised);
  if (!isWordless(reading.normalised) || context.unanswered.length > 0) return null;
  const isUnknown = scored.every(({ intent }) => intent === "unknown");
  if (!isUnknown && !(isMarkOnly && input.history.length === 0)) return null;
  return handOff("wordless", "The message holds no words; somebody must look what it is.");
}
