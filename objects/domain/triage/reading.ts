// Owns what can be read from a message by hand-written rules alone: its pieces, their cues and the topics they ask about.
// It gives evidence to classify.ts and topics to policy.ts; it decides nothing.
import { CUES, type Cue, isCourtesy } from "./cues.ts";
import { normalise } from "./normalise.ts";
import { type Segment, splitSegments } from "./segments.ts";
import type { Topic } from "./topic.ts";
import { ALSO_ASKED } from "./topic-words.ts";
import { ALL_TOPICS, withoutCovered } from "./topics.ts";

export type ReadSegment = Segment & {
  readonly cues: readonly Cue[];
  /** Topics the words touch, whether or not they ask. */
  readonly touched: readonly Topic[];
  readonly courtesy: boolean;
};

export type Reading = {
  readonly normalised: string;
  readonly segments: readonly ReadSegment[];
  /** Topics the lead wants an answer to, without repeats. */
  readonly asked: readonly Topic[];
};

const SHORT_SEGMENT_WORDS = 4;
/** A piece that only makes sense about what was just said ("is that ok?", "would that work"). */
const POINTS_BACK =
  /^(?:and |so |but |hope )?(?:is|would|will|are|do|does|thats|that|hope|hopefully|can)? ?(?:that|this|it|they|he|she|those|these|you)(?: \w+){0,2} (?:ok|okay|allowed|fine|possible|problem|an? issue|alright|acceptable|permitted|work|be ok|accept\w*|allow\w*|cool|included|a deal ?breaker|count|matter|welcome)\b/u;
/** Asks leave for what the piece before it tells of ("My dog sleeps all day. Allowed?"). */
const ASKS_LEAVE =
  /^(?:still |all )?(?:allowed|welcome|acceptable|permitted|okay|ok|possible|any (?:problem|issue)s?|(?:hay|algun|habria) problema|se puede|permitid[oa]s?|los aceptan|(?:la|lo)s? acept\w+)\s*[?]/u;
const AVAILABLE_FOR_SHOWING =
  /\bavailab\w+ (?:to (?:see|view|tour|show|visit|meet|come|look)|for (?:an? )?(?:\w+ )?(?:showing|viewing|tour|visit|appointment|open house)|(?:times?|days?|slots?))|\b(?:times?|days?|slots?|appointments?|tours?|showings?|viewings?)(?: \w+){0,3} (?:available|open)\b|\b(?:are you|you are|youre|were you|is (?:someone|anyone|anybody)|im|i am|we are|were|ill be|i will be) (?:also |usually |only |mostly )*(?:available|free)\b/u;

/** "Is parking available?" asks about parking. */
const AMENITY_AVAILABLE =
  /\b(?:parking|garage|laundry|storage|pool|gym|internet|wifi|elevator|furniture|applications?|short[- ]term|month[- ]to[- ]month|utilities)\b(?: \w+){0,2} available\b/u;

/** Reads a raw message. Total: any string gives a reading. What the rules see is found when it is first looked at. */
export function readMessage(text: string): Reading {
  const normalised = normalise(text);
  const segments = splitSegments(normalised).map(readSegment);
  let asked: readonly Topic[] | null = null;
  return {
    normalised,
    segments,
    get asked() {
      asked ??= askedTopics(segments);
      return asked;
    },
  };
}

function readSegment({ text, asks }: Segment): ReadSegment {
  let cues: readonly Cue[] | null = null;
  let touched: readonly Topic[] | null = null;
  let courtesy: boolean | null = null;
  return {
    text,
    asks,
    get cues() {
      cues ??= CUES.filter((cue) => cue.says.test(text));
      return cues;
    },
    get touched() {
      touched ??= touchedTopics(text);
      return touched;
    },
    get courtesy() {
      courtesy ??= isCourtesy(text);
      return courtesy;
    },
  };
}

function touchedTopics(text: string): readonly Topic[] {
  const showing = AVAILABLE_FOR_SHOWING.test(text);
  const touched = ALL_TOPICS.filter(
    (topic) =>
      (topic.asked.test(text) || ALSO_ASKED[topic.id]?.(text) === true) &&
      !(showing && (topic.id === "availability" || topic.id === "move_in_date")),
  );
  const amenity = touched.length > 1 && AMENITY_AVAILABLE.test(text);
  return withoutCovered(touched).filter((topic) => !(amenity && topic.id === "availability"));
}

function askedTopics(segments: readonly ReadSegment[]): readonly Topic[] {
  const asked = new Map<string, Topic>();
  segments.forEach((segment, index) => {
    const next = segments[index + 1];
    const short = segment.text.split(" ").length <= SHORT_SEGMENT_WORDS && segment.cues.length === 0;
    const pointedAt = next?.asks === true && POINTS_BACK.test(next.text);
    const needsLeave = next?.asks === true && ASKS_LEAVE.test(next.text);
    const isWhole = segment.asks || short || pointedAt;
    for (const topic of segment.touched)
      if (isWhole || (needsLeave && topic.intent === "policy_question")) asked.set(topic.id, topic);
  });
  return [...asked.values()];
}
