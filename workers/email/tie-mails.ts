// Brings lead mails and threads together (rule L15), from whichever side came last: after a mail was stored, and after a poll
// brought messages. What cannot be tied beyond doubt stays where it is, and is looked at again while it is fresh.
import { type ThreadToTie, tiedThread } from "#domain/lead-mail/tie";
import type { Deps } from "../deps.ts";
import { recentOfAccount } from "../store/conversations.ts";
import { tieMail, untiedMails } from "../store/lead-mails.ts";

/** A mail that found no thread within a day finds none any more. */
const FRESH_MS = 24 * 3_600_000;
/** Conversations that are asked for their messages. */
const CANDIDATES_MAX = 30;

/** `conversationIds`: the conversations that were just brought; null: the account's newest. */
export async function tieMails(
  deps: Deps,
  organisationId: string,
  accountId: string,
  conversationIds: readonly string[] | null,
): Promise<void> {
  const sinceMs = deps.now() - FRESH_MS;
  const mails = await untiedMails(deps.db, organisationId, accountId, sinceMs);
  if (mails.length === 0) return;
  const ids = conversationIds ?? (await recentOfAccount(deps.db, organisationId, accountId, sinceMs, CANDIDATES_MAX));
  const threads = await Promise.all(ids.slice(0, CANDIDATES_MAX).map((id) => threadOf(deps, organisationId, id)));
  const known = threads.filter((thread) => thread !== null);
  for (const { id, fields, receivedAtMs } of mails) {
    const threadId = tiedThread({ name: fields.name, message: fields.message, receivedAtMs }, known);
    const tied = known.find((thread) => thread.threadId === threadId);
    if (tied === undefined) continue;
    await tieMail(deps.db, organisationId, id, tied.threadId);
    // What the mail tells may make the conversation another one's person (objects/domain/person).
    await deps.queues.project.send({ job: "project", organisationId, conversationId: tied.conversationId });
  }
}

type Candidate = ThreadToTie & { readonly conversationId: string };

async function threadOf(deps: Deps, organisationId: string, conversationId: string): Promise<Candidate | null> {
  const detail = await deps.conversation(conversationId).detail(organisationId);
  if (!detail.ok) return null;
  const { core, messages } = detail.value;
  return {
    conversationId,
    threadId: core.threadId,
    leadName: core.leadName,
    messages: messages
      .filter(({ from }) => from === "lead")
      .map(({ body, at, atPrecision, seenAt }) => {
        const hasClock = atPrecision === "exact" || atPrecision === "minute";
        return { body, atMs: Date.parse(at !== null && hasClock ? at : seenAt) };
      }),
  };
}
