// Reads a conversation's log for what must never stand in it: a click for a text of the assistant that was allowed although
// a person led the conversation, the lead had been suppressed, or the text had been stopped. Pure.
import type { AuditLine } from "#contracts/actors";

/** One sentence for every such click. */
export function leaksOf(log: readonly AuditLine[]): readonly string[] {
  const authors = new Map<string, unknown>();
  const stopped = new Set<string>();
  const leaks: string[] = [];
  let owner: unknown = "ai";
  let isSuppressed = false;
  for (const { seq, action, detail } of log) {
    const sendId = String(detail["sendId"]);
    if (action === "owner.changed") owner = detail["mode"];
    if (action === "lead.suppressed") isSuppressed = true;
    if (action === "send.written") authors.set(sendId, detail["author"]);
    if (["send.cancelled", "send.rejected"].includes(action)) stopped.add(sendId);
    if (action !== "send.delivering") continue;
    if (!authors.has(sendId)) leaks.push(`${seq}: a click for a text that nobody wrote`);
    if (authors.get(sendId) === "assistant" && owner === "human") leaks.push(`${seq}: a click after a takeover`);
    if (isSuppressed) leaks.push(`${seq}: a click after a suppression`);
    if (stopped.has(sendId)) leaks.push(`${seq}: a click for a text that was stopped`);
  }
  return leaks;
}
