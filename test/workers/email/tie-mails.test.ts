// Mails and threads, tied from either side, and what the workboard then shows of the lead.
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, it } from "vitest";
import type { ConversationActor, ConversationCore } from "#contracts/actors";
import type { MessageView } from "#contracts/api/conversation";
import { ok, refuse } from "#domain/kernel/result";
import type { LeadMailFields } from "#domain/lead-mail/lead-fields";
import { leadRecordOf } from "#workers/api/lead-record";
import { type Deps, makeDeps } from "#workers/deps";
import { tieMails } from "#workers/email/tie-mails";
import { addLeadMail, mailsOfThread, untiedMails } from "#workers/store/lead-mails";
import { type Agency, db, makeAgency, makeCore } from "../api/agency.ts";

const NOW_MS = Date.parse("2026-11-20T12:00:00Z");
const WORDS = "Hello, is the studio still free?";
const FIELDS: LeadMailFields = {
  subjectKind: null,
  name: "Ana",
  email: "ana.lead@mail.example",
  phone: null,
  moveIn: { date: "2026-12-13", raw: "Dec 13, 2026" },
  moveOut: null,
  occupants: { count: 2, raw: "2" },
  pets: null,
  message: WORDS,
  listingTitle: null,
  doubts: [],
  isGuess: false,
};

let agency: Agency;
let core: ConversationCore;
beforeEach(async () => {
  agency = await makeAgency();
  core = makeCore(agency, { leadName: "Ana Lima" });
});

/** The conversations of the organisation that `detail` knows. */
function depsWith(lines: Readonly<Record<string, MessageView>>): Deps {
  const conversation = (id: string) => ({
    detail: async (organisationId: string) => {
      const message = lines[id];
      if (message === undefined || organisationId !== agency.id) return refuse("NOT_FOUND", "none", "none");
      return ok({ core: { ...core, conversationId: id, threadId: `thread_of_${id}` }, messages: [message] });
    },
  });
  return {
    ...makeDeps(env),
    now: () => NOW_MS,
    conversation: conversation as unknown as (id: string) => ConversationActor,
  };
}

function line(body: string): MessageView {
  const at = new Date(NOW_MS - 60_000).toISOString();
  return { id: "m1", from: "lead", author: "lead", body, at, atPrecision: "minute", seenAt: at, sendId: null };
}

async function mail(id: string, fields: Partial<LeadMailFields> = {}, receivedAtMs = NOW_MS): Promise<void> {
  const { accountId } = agency;
  const whole = { ...FIELDS, ...fields };
  await addLeadMail(db, agency.id, {
    id: `${agency.id}.${id}`,
    accountId,
    platform: "furnishedfinder",
    kind: "lead",
    receivedAtMs,
    fields: whole,
    replyTo: null,
  });
}

describe("lead mails", () => {
  it("[L15] are tied to the conversation that a poll brought, once, and are the lead's record then", async () => {
    await mail("one");
    await tieMails(depsWith({ cv_a: line(WORDS), cv_b: line("Is there any parking?") }), agency.id, agency.accountId, [
      "cv_a",
      "cv_b",
    ]);
    const held = await mailsOfThread(db, agency.id, agency.accountId, "thread_of_cv_a");
    expect(leadRecordOf(held)).toMatchObject({
      email: "ana.lead@mail.example",
      moveIn: { date: "2026-12-13" },
      occupants: "2",
    });
    expect(await untiedMails(db, agency.id, agency.accountId, 0)).toEqual([]);
  });

  it("[L15] stay untied when two conversations fit, and when none does", async () => {
    await mail("one");
    await tieMails(depsWith({ cv_a: line(WORDS), cv_b: line(WORDS) }), agency.id, agency.accountId, ["cv_a", "cv_b"]);
    await tieMails(depsWith({ cv_c: line("Something else entirely") }), agency.id, agency.accountId, [
      "cv_c",
      "cv_gone",
    ]);
    expect(await untiedMails(db, agency.id, agency.accountId, 0)).toHaveLength(1);
    expect(leadRecordOf(await mailsOfThread(db, agency.id, agency.accountId, "thread_of_cv_a"))).toBeNull();
  });

  it("are not looked for again after a day", async () => {
    await mail("old", {}, NOW_MS - 25 * 3_600_000);
    await tieMails(depsWith({ cv_a: line(WORDS) }), agency.id, agency.accountId, ["cv_a"]);
    expect(await mailsOfThread(db, agency.id, agency.accountId, "thread_of_cv_a")).toEqual([]);
  });

  it("belong to their organisation and account", async () => {
    await mail("one");
    const other = await makeAgency();
    await tieMails(depsWith({ cv_a: line(WORDS) }), agency.id, agency.accountId, ["cv_a"]);
    expect(await mailsOfThread(db, other.id, agency.accountId, "thread_of_cv_a")).toEqual([]);
    expect(await mailsOfThread(db, agency.id, other.accountId, "thread_of_cv_a")).toEqual([]);
  });

  it("give each part from the newest mail that has it", () => {
    const newer = { ...FIELDS, email: null, phone: "(555) 010-7788", isGuess: true };
    expect(leadRecordOf([newer, FIELDS])).toMatchObject({
      email: FIELDS.email,
      phone: "(555) 010-7788",
      isGuess: true,
    });
  });
});
