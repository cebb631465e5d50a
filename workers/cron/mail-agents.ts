// Mails agents about their showings, once a minute: booked, moved, cancelled, or given to a colleague. What is due stands in D1
// (workers/store/agent-notices.ts); without a mail door nothing is done. Nothing of a mail reaches a log.
import { agentNotice } from "#domain/calendar/agent-notice";
import { MAIL_MS_MAX } from "#domain/calendar/limits";
import { inviteMail } from "../calendar/write-invite-mail.ts";
import type { Deps, MailDoor } from "../deps.ts";
import { tellOps } from "../queues/tell-ops.ts";
import { claimNotice, type DueNotice, dueNotices, markNotice } from "../store/agent-notices.ts";

/** As many as a Worker may wait for at once (Cloudflare: six open connections). */
const MAILS_SIDE_BY_SIDE = 6;
const REFUSAL_CODE = /^E_[A-Z_]{1,60}$/;

/** [K16] One mail that cannot leave keeps the others from nothing. */
export async function mailAgents(deps: Deps): Promise<void> {
  const { mail } = deps;
  if (mail === null) return;
  const due = [...(await dueNotices(deps.db, deps.now()))];
  while (due.length > 0) {
    await Promise.allSettled(due.splice(0, MAILS_SIDE_BY_SIDE).map((notice) => mailOne(deps, mail, notice)));
  }
}

async function mailOne(deps: Deps, mail: MailDoor, due: DueNotice): Promise<void> {
  const { organisationId, showing, agent } = due;
  if (!(await claimNotice(deps.db, organisationId, due, deps.now()))) return;
  try {
    await within(MAIL_MS_MAX, mail.send(agent.email, await written(deps, mail, due)));
  } catch (thrown) {
    const ids = { organisationId, showingId: showing.id, agentId: agent.id };
    return tellOps({ event: "agent_mail.failed", ...ids, error: causeOf(thrown) });
  }
  await markNotice(deps.db, organisationId, due, deps.now());
}

function written(deps: Deps, mail: MailDoor, due: DueNotice): Promise<string> {
  const { organisationId, organisationName, agent, notice, zone } = due;
  const { conversationId, ...rest } = due.showing;
  const showing = { ...rest, conversationUrl: conversationUrl(deps, conversationId) };
  return inviteMail(agentNotice({ showing, organisationId, notice, zone }), {
    id: `${showing.id}.${showing.sequence}.${agent.id}`,
    from: { name: organisationName, email: mail.from },
    to: agent,
    atMs: deps.now(),
  });
}

/** As the web app spells it (web/src/paths.ts); null where nobody said which origin that is. */
function conversationUrl({ settings }: Deps, conversationId: string | null): string | null {
  if (conversationId === null || settings.publicOrigin === null) return null;
  return `${settings.publicOrigin}/conversations/${encodeURIComponent(conversationId)}`;
}

/** Cloudflare's code for a refusal, else the name of the error: its words may hold an address. */
function causeOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const code = "code" in thrown ? String(thrown.code) : "";
  return REFUSAL_CODE.test(code) ? code : thrown.name;
}

/** A door that hangs is one that fails: what became of the mail is not known, and it is written again. */
async function within(msMax: number, sending: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DOMException("the mail took too long", "TimeoutError")), msMax);
  });
  try {
    await Promise.race([sending, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
