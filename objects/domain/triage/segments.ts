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
  /\b(?:wondering|checking (?:if|whether|to see)|(?:to )?see (?:if|whether)|find out|wanted to (?:know|ask|see|check)|want to know|like to know|let me know (?:if|what|when|how|whether)|tell me|curious (?:about|if|whether|what|how|to know)|asking (?:if|whether|about|what|how|when|for the)|need to know|interested in knowing|confirm (?:if|whether)|not sure if|know if|any (?:issues?|problems?|chance|way|possibility)|quisiera saber|me gustaria saber|queria saber|quiero saber)\b/u;

/** Where a run-on without punctuation is cut: before "and is there", "also how" and the like; what joined them goes. */
const JOINED =
  /,? (?:and|&|n|also|plus|but|or|y|tambien)(?: (?:also|then))? (?=(?:is|are|do|does|can i|could i|can we|could we|can you|would it|what\w*|who|whos|which|why|how|when is|when can|when could|where is|is there|are there|will|any|cuanto|hay|puedo|aceptan|cuando)\b)/u;
/** And before a question that nothing joins: "hi is parking included do you allow dogs". */
const UNJOINED =
  / (?=(?:how much (?:is|are|for|would)|what is the|whats the|do you (?:allow|accept|take|have)|are (?:pets|dogs|cats|utilities)|is (?:parking|heat|there|it (?:still|furnished)|the (?:rent|unit|apartment|place|room))|can i (?:see|come|tour|view|schedule))\b)(?<!\b(?:times?|days?|dates?|hour|what|when|where|how|which|if|whether|why|who|that|know|and|also|but|ask|asking|or|so|wondering|confirm|see|then|please|hi|hello|hey) )/u;
/** And before the next of a numbered list. */
const LISTED = / (?=\d\) )/u;
/** All in one pass: they never meet at the same space. */
const RUN_ON = new RegExp(`${JOINED.source}|${UNJOINED.source}|${LISTED.source}`, "gu");
const SAYS_SOMETHING = /[\p{L}\p{N}]|\p{Extended_Pictographic}/u;
const [NEWLINE, SPACE, EXCLAMATION, DOUBLE_QUOTE, SINGLE_QUOTE, CLOSING, DOT, SEMICOLON] = [
  10, 32, 33, 34, 39, 41, 46, 59,
];
const [QUESTION, EXCLAMATION_OPENS, QUESTION_OPENS] = [63, 0xa1, 0xbf];

/** Splits a normalised message into sentences; a run-on without punctuation is cut, too. */
export function splitSegments(normalised: string): readonly Segment[] {
  const pieces = cutSentences(normalised.replace(RUN_ON, "\n"));
  if (pieces.length === 0 && normalised.includes("?")) return [{ text: "?", asks: true }];
  if (pieces.length > SEGMENTS_MAX) pieces.push(pieces.splice(SEGMENTS_MAX).join(" "));
  return pieces.map((text) => ({ text, asks: asksSomething(text) }));
}

/** Cuts at new lines, semicolons and the ends of sentences; pieces that say nothing are left out. */
function cutSentences(text: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isLetter(code) || code === SPACE) continue;
    if (isMark(code)) {
      let last = at;
      while (last + 1 < text.length && isMark(text.charCodeAt(last + 1))) last += 1;
      // Of "?!" the last one counts.
      addPiece(pieces, last === at ? text.slice(start, at + 1) : text.slice(start, at) + text[last]);
      at = last + closesAt(text, last + 1);
      start = at + 1;
    } else if (code === NEWLINE) {
      addPiece(pieces, text.slice(start, at));
      at += closesAt(text, at + 1);
      start = at + 1;
    } else if (code === SEMICOLON || (code === DOT && endsSentence(text, start, at))) {
      addPiece(pieces, text.slice(start, code === DOT ? at + 1 : at));
      start = at + 1;
    }
  }
  addPiece(pieces, text.slice(start));
  return pieces;
}

function addPiece(pieces: string[], piece: string): void {
  const trimmed = piece.trim();
  if (SAYS_SOMETHING.test(trimmed)) pieces.push(trimmed);
}

/** A dot after two letters, or after a digit and one ("71k."), ends a sentence (not "a.m. or"); after a digit only before a word. */
function endsSentence(text: string, start: number, at: number): boolean {
  const isEnd = at + 1 === text.length;
  if (!isEnd && text.charCodeAt(at + 1) !== SPACE) return false;
  const before = at > start ? text.charCodeAt(at - 1) : 0;
  if (isDigit(before)) return at + 2 < text.length && isLetter(text.charCodeAt(at + 2));
  const second = at - start >= 2 ? text.charCodeAt(at - 2) : 0;
  return endsWord(before) && (endsWord(second) || isDigit(second));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function endsWord(code: number): boolean {
  return isLetter(code) || code === CLOSING;
}

/** 1 when a quotation or a bracket closes here, which belongs to the sentence before, else 0. */
function closesAt(text: string, at: number): number {
  if (at >= text.length) return 0;
  const code = text.charCodeAt(at);
  return code === CLOSING || code === DOUBLE_QUOTE || code === SINGLE_QUOTE ? 1 : 0;
}

function isMark(code: number): boolean {
  return code === QUESTION || code === EXCLAMATION || code === QUESTION_OPENS || code === EXCLAMATION_OPENS;
}

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

function asksSomething(text: string): boolean {
  return text.includes("?") || QUESTION_START.test(text) || CONDITIONAL.test(text) || WONDERING.test(text);
}
