// The e-mail door: a platform's mail wakes the poll of the account whose alias it was sent to, and what it tells of a lead
// is stored. A refusal is said to the sending server while it waits, so nobody is ever mailed because of a forged sender.
// Nothing of a mail reaches a log: not its addresses, not its text, not the words of an error.
import { parseLeadMail } from "#domain/lead-mail/parse-lead-mail";
import { type MailRefusal, type RecognisedMail, recogniseMail } from "#domain/lead-mail/recognise-mail";
import { type Deps, makeDeps } from "../deps.ts";
import { appendAudit } from "../store/audit.ts";
import { addLeadMail } from "../store/lead-mails.ts";
import { accountByMailAlias, type MailAccount } from "../store/mail-aliases.ts";
import { aliasOf } from "./alias.ts";
import { leadMailId } from "./lead-mail-id.ts";
import { type ReadMail, readBytes, readMail } from "./read-mail.ts";
import { tieMails } from "./tie-mails.ts";

/** A platform's notice has some tens of kilobytes. */
export const MAIL_BYTES_MAX = 2_000_000;
/** The name under which Cloudflare's receiving server writes Authentication-Results. */
const RECEIVING_SERVER = "mx.cloudflare.net";

/** What the door needs of a mail; a ForwardableEmailMessage is one. */
export type IncomingMail = Pick<ForwardableEmailMessage, "to" | "raw" | "rawSize" | "setReject">;

const SENTENCES: Readonly<Record<MailRefusal | "wrong_platform", string>> = {
  no_single_sender: "This mailbox takes mail that names one sender.",
  unreadable_sender: "This mailbox takes notices of its rental platform only.",
  unknown_sender: "This mailbox takes notices of its rental platform only.",
  authentication_failed: "The sender of this message could not be verified.",
  wrong_platform: "This mailbox takes notices of another rental platform.",
};

/** Entry of the worker. Throws without the cause when a store or an actor failed: the sending server then tries again. */
export async function receiveEmail(message: IncomingMail, env: Env, _ctx: ExecutionContext): Promise<void> {
  await takeMail(message, makeDeps(env));
}

/** The same with its dependencies given. */
export async function takeMail(message: IncomingMail, deps: Deps): Promise<void> {
  try {
    await answer(message, deps);
  } catch (thrown) {
    // The runtime logs what is thrown here, and a database names the values of its query in its error.
    throw new Error(`the mail could not be taken: ${thrown instanceof Error ? thrown.name : typeof thrown}`);
  }
}

async function answer(message: IncomingMail, deps: Deps): Promise<void> {
  const alias = aliasOf(message.to);
  const account = alias === null ? null : await accountByMailAlias(deps.db, alias);
  if (account === null) return message.setReject("There is no mailbox at this address.");
  if (message.rawSize > MAIL_BYTES_MAX) return message.setReject("The message is larger than this mailbox takes.");
  const bytes = await readBytes(message.raw, MAIL_BYTES_MAX);
  if (bytes === null) return message.setReject("The message is larger than this mailbox takes.");
  const mail = await readMail(bytes);
  if (mail === null) return message.setReject("The message could not be read.");
  const recognised = recogniseMail({ ...mail, receivingServer: RECEIVING_SERVER });
  if (!recognised.ok) return refuse(message, deps, account, recognised.error);
  if (recognised.value.platform !== account.platform) return refuse(message, deps, account, "wrong_platform");
  await act(deps, account, recognised.value, mail);
}

async function refuse(
  message: IncomingMail,
  deps: Deps,
  account: MailAccount,
  reason: MailRefusal | "wrong_platform",
): Promise<void> {
  message.setReject(SENTENCES[reason]);
  await note(deps, account, "mail.refused", { reason });
}

/** The wake comes first and alone: a store that fails must not delay the poll. */
async function act(deps: Deps, account: MailAccount, recognised: RecognisedMail, mail: ReadMail): Promise<void> {
  if (recognised.mayWake) await deps.account(account.accountId).wake();
  const isStored = await store(deps, account, recognised, mail);
  const { platform, kind, proof } = recognised;
  await note(deps, account, "mail.received", { platform, kind, proof, isStored });
}

/** True when the mail told something new of a lead. Stored unattached: no mail names the thread it belongs to. */
async function store(deps: Deps, account: MailAccount, recognised: RecognisedMail, mail: ReadMail): Promise<boolean> {
  const { platform, kind, replyTo } = recognised;
  if (!recognised.mayStore || kind === "marketing") return false;
  const fields = parseLeadMail(platform, mail);
  if (fields === null) return false;
  const { accountId, organisationId } = account;
  const id = await leadMailId(accountId, mail);
  const isNew = await addLeadMail(deps.db, organisationId, {
    id,
    accountId,
    platform,
    kind,
    receivedAtMs: deps.now(),
    fields,
    replyTo,
  });
  if (isNew) await tieMails(deps, organisationId, accountId, null);
  return isNew;
}

async function note(
  deps: Deps,
  account: MailAccount,
  action: "mail.received" | "mail.refused",
  detail: Readonly<Record<string, string | boolean>>,
): Promise<void> {
  const line = { seq: 0, atMs: deps.now(), actor: "platform", action };
  await appendAudit(deps.db, account.organisationId, null, [
    { ...line, detail: { accountId: account.accountId, ...detail } },
  ]);
}
