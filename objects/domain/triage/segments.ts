// Owns the cutting of a message into the pieces that can each mean one thing.
// It works on the reading form of normalise.ts and must not judge the pieces.

/** A piece of a message in reading form, and whether it asks something. */
export type Segment = { readonly text: string; readonly asks: boolean };

/** More pieces than this are read as part of the last one. */
const SEGMENTS_MAX = 60;
/** The last one included. */
export const PIECES_MAX = SEGMENTS_MAX + 1;

const QUESTION_START =
  /^(?:(?:hi|hello|hey|so|and|also|but|ok|oh|btw|please|just|quick question|quick q|hola|tambien|y)[ ,:!-]+){0,3}(?:is|are|am|was|do|does|did|can|could|would|will|may|should|have|has|what|whats|when|whens|where|wheres|who|whos|which|why|how|hows|any|anyone|que|cual|cuando|cuanto|cuantos|donde|como|hay|puedo|puede|podria|esta|es|se|tiene|tienen|aceptan|acepta|incluye)\b/u;
const CONDITIONAL =
  /^(?:and |so |but )?if\b.*\b(?:do|does|can|could|would|will|is|are) (?:i|we|you|it|there|that|this|the)\b/u;
const WONDERING =
  /\b(?:wondering|checking (?:if|whether|to see)|(?:to )?see (?:if|whether)|find out|wanted to (?:know|ask|see|check)|want to know|like to know|let me know (?:if|what|when|how|whether)|tell me|curious|asking|need to know|interested in knowing|confirm (?:if|whether)|not sure if|know if|any (?:issues?|problems?|chance|way|possibility)|quisiera saber|me gustaria saber|queria saber|quiero saber)\b/u;

/**
 * Splits a normalised message into sentences; a run-on without punctuation is also cut before "and is there", "also how" and the like.
 */
export function splitSegments(normalised: string): readonly Segment[] {
  const pieces = normalised
    .replace(/([?!¿¡])+/gu, "$1\n")
    .replace(/\n[)"']/gu, "\n")
    .replace(/\.(?= |$)(?<=[a-z)]{2}\.)/gu, ".\n")
    .replace(/\.(?= [a-z])(?<=\d\.)/gu, ".\n")
    .replace(/;/gu, "\n")
    .replace(
      /,? (?:and|also|plus|but|or|y|tambien)(?: (?:also|then))? (?=(?:is|are|do|does|can i|could i|can we|could we|can you|would it|whats|what is|what are|what does|how much|how long|how many|how do|how is|when is|when can|when could|where is|is there|are there|will|any|cuanto|hay|puedo|aceptan|cuando)\b)/gu,
      "\n",
    )

    .replace(
      / (?=(?:how much (?:is|are|for|would)|what is the|whats the|do you (?:allow|accept|take|have)|are (?:pets|dogs|cats|utilities)|is (?:parking|heat|there|it (?:still|furnished)|the (?:rent|unit|apartment|place|room))|can i (?:see|come|tour|view|schedule))\b)(?<!\b(?:times?|days?|dates?|hour|what|when|where|how|which|if|whether|why|who|that|know|and|also|but|ask|asking|or|so|wondering|confirm|see|then|please|hi|hello|hey) )/gu,
      "\n",
    )
    .split("\n")
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}\p{N}]|\p{Extended_Pictographic}/u.test(piece));
  if (pieces.length === 0 && normalised.includes("?")) return [{ text: "?", asks: true }];
  const kept = pieces.slice(0, SEGMENTS_MAX);
  if (pieces.length > SEGMENTS_MAX) kept.push(pieces.slice(SEGMENTS_MAX).join(" "));
  return kept.map((text) => ({ text, asks: asksSomething(text) }));
}

function asksSomething(text: string): boolean {
  return text.includes("?") || QUESTION_START.test(text) || CONDITIONAL.test(text) || WONDERING.test(text);
}
