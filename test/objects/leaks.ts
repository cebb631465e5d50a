// Reads a conversation's log for what must never stand in it: a click for a text of the assistant that was allowed although
// a person led the conversation, the lead had been suppressed, or the text had been stopped. The one text that the assistant
// says in a person's conversation, that they will answer, must not be clicked after their own word. Pure.
import type { AuditLine } from "#contracts/actors";

/** One sentence for every such click. */
export function leaksOf(log: readonly AuditLine[]): readonly string[] {
  const authors = new Map<string, unknown>();
  const stopped = new Set<string>();
  const acknowledgements = new Set<string>();
  let hasPersonSpoken = false;
  const leaks: string[] = [];
  let owner: unknown = "ai";
  let isSuppressed = false;
  for (const { seq, action, detail } of log) {
    const sendId = String(detail["sendId"]);
    if (action === "owner.changed") owner = detail["mode"];
    if (action === "lead.suppressed") isSuppressed = true;
    if (action === "hand_off.acknowledged" && detail["kind"] === "written") {
      acknowledgements.add(sendId);
      hasPersonSpoken = false;
    }
    if (isOfPerson(action, detail["author"])) hasPersonSpoken = true;
    if (action === "send.written") authors.set(sendId, detail["author"]);
    if (["send.cancelled", "send.rejected"].includes(action)) stopped.add(sendId);
    if (action !== "send.delivering") continue;
    if (!authors.has(sendId)) leaks.push(`${seq}: a click for a text that nobody wrote`);
    if (acknowledgements.has(sendId)) {
      if (hasPersonSpoken) leaks.push(`${seq}: a click after a person's word`);
    } else if (authors.get(sendId) === "assistant" && owner === "human") {
      leaks.push(`${seq}: a click after a takeover`);
    }
    if (isSuppressed) leaks.push(`${seq}: a click after a suppression`);
    if (stopped.has(sendId)) leaks.push(`${seq}: a click for a text that was stopped`);
  }
  return leaks;
}

/** A person wrote here or on the platform, or ended the hand-off. */
function isOfPerson(action: string, author: unknown): boolean {
  if (action === "hand_off.closed") return true;
  const isWord = action === "send.written" || action === "message.seen";
  return isWord && (author === "agent" || author === "platform");
}
