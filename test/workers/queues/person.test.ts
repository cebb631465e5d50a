// A person is one person on every platform: the real consumers on real conversations and the real D1 (P8, P9, P11-P13).
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { CONVERSATIONS_OF_CONTACT_MAX } from "#domain/person/limits";
import { auditEntries, leadMails, personKeys, suppressions } from "#migrations/schema";
import { spreadPerson } from "#workers/queues/person";
import { addPersonKeys, tieKey } from "#workers/store/person-keys";
import { recordSuppression } from "#workers/store/suppressions";
import { type Agency, db, freshId, makeAgency, makePerson } from "../api/agency.ts";
import { makeRigDeps, Thread } from "./rig.ts";

const STOP = "Please stop contacting me.";
let agency: Agency;
let mail: string;

beforeEach(async () => {
  agency = await makeAgency();
  mail = `${freshId("jane")}@mail.example`;
});

/** A thread of the person, known to D1. */
async function threadOn(platform: Thread["platform"], body = `Is it free? My email is ${mail}`, of = agency) {
  const thread = new Thread(of, platform);
  await thread.leadWrites(body);
  await thread.run.project();
  return thread;
}

/** The person asks on SpareRoom not to be contacted; what follows from that is still to come. */
async function askedOnSpareRoom() {
  const spareroom = await threadOn("spareroom");
  await spareroom.leadWrites(STOP);
  await spareroom.run.decide();
  expect(await spareroom.isSuppressed()).toBe(true);
  return spareroom;
}

const rowsOf = (of: Agency) => db.select().from(suppressions).where(eq(suppressions.organisationId, of.id)).all();

describe("who asks on one platform not to be contacted", () => {
  it("[P11] is left alone on all: a draft, a queued send and a held approval end, another organisation's do not", async () => {
    const other = await makeAgency();
    const [drafted, queued, held, theirs] = await Promise.all([
      threadOn("roomies"),
      threadOn("roomies", `Hi! ${mail.toUpperCase()}`),
      threadOn("furnishedfinder"),
      threadOn("roomies", `Is it free? ${mail}`, other),
    ]);
    await Promise.all([drafted.assistantAnswers("draft_only"), theirs.assistantAnswers("draft_only")]);
    const sendId = await queued.assistantAnswers("auto_send");
    const draftId = await held.assistantAnswers("draft_only");
    await held.actor.approveDraft(agency.id, "us_1", draftId, null);
    const texts = () => Promise.all([drafted, queued, held, theirs].map((thread) => thread.texts()));
    expect(await texts()).toEqual([["draft"], ["queued"], ["approved"], ["draft"]]);

    const spareroom = await askedOnSpareRoom();
    await spareroom.run.project();
    expect(await texts()).toEqual([["cancelled"], ["cancelled"], ["cancelled"], ["draft"]]);
    await queued.run.send(sendId);
    expect(await texts()).toEqual([["cancelled"], ["cancelled"], ["cancelled"], ["draft"]]);
    expect([await held.isSuppressed(), await theirs.isSuppressed()]).toEqual([true, false]);
    expect(await rowsOf(other)).toEqual([]);
  });

  it("[P11] is left alone also after a crash in between: the projection stays wanted until everybody was told", async () => {
    const roomies = await threadOn("roomies");
    const spareroom = await askedOnSpareRoom();
    const deps = makeRigDeps((id) => id === roomies.conversationId);
    await expect(spareroom.run.project(deps)).rejects.toThrow();
    expect((await spareroom.actor.projection())?.audit.length).toBeGreaterThan(0);
    expect(await roomies.isSuppressed()).toBe(false);
    await spareroom.run.project();
    await spareroom.run.project();
    expect(await roomies.isSuppressed()).toBe(true);
    expect((await spareroom.actor.projection())?.audit).toEqual([]);
  });

  it("[P11] gets nothing in the meantime: who sends looks the person up before the claim", async () => {
    const roomies = await threadOn("roomies");
    const sendId = await roomies.assistantAnswers("auto_send");
    const spareroom = await askedOnSpareRoom();
    await expect(spareroom.run.project(makeRigDeps((id) => id === roomies.conversationId))).rejects.toThrow();
    expect(await roomies.texts()).toEqual(["queued"]);
    await roomies.run.send(sendId);
    expect(await roomies.texts()).toEqual(["cancelled"]);
    expect(await roomies.isSuppressed()).toBe(true);
  });

  it("[P11] is known again when the contact is told later, by the lead or by a mail that is tied to the thread", async () => {
    const spareroom = await askedOnSpareRoom();
    await spareroom.run.project();
    const told = await threadOn("renthop", "Is it still available?");
    const mailed = await threadOn("furnishedfinder", "Hello, is it free?");
    const untied = await threadOn("furnishedfinder", "Hi, is it free?");
    await Promise.all([keepMail(mailed, mailed.threadId), keepMail(untied, null)]);
    await told.leadWrites(`Write to ${mail}`);
    await mailed.leadWrites("Hello?");
    await untied.leadWrites("Hello?");
    for (const thread of [told, mailed, untied]) await thread.run.project();
    expect(await Promise.all([told, mailed, untied].map((one) => one.isSuppressed()))).toEqual([true, true, false]);
  });

  it("[P9] is reached step by step: from an address to a number to a third conversation", async () => {
    const both = await threadOn("roomies", `${mail} or call 347-555-0142`);
    const number = await threadOn("leasebreak", "Text me at (347) 555-0142");
    const spareroom = await askedOnSpareRoom();
    await spareroom.run.project();
    expect([await both.isSuppressed(), await number.isSuppressed()]).toEqual([true, true]);
    const later = await threadOn("renthop", "+1 347 555 0142");
    await later.run.project();
    expect(await later.isSuppressed()).toBe(true);
  });

  it("[P10] is not everybody of that name, but those whom a person of ours named as the same", async () => {
    const [named, unnamed] = await Promise.all([threadOn("roomies", "Hello"), threadOn("roomies", "Hello")]);
    const spareroom = await askedOnSpareRoom();
    const key = await tieKey(agency.id, spareroom.conversationId);
    await addPersonKeys(db, agency.id, [spareroom.conversationId, named.conversationId], [key]);
    await spareroom.run.project();
    expect([await named.isSuppressed(), await unnamed.isSuppressed()]).toEqual([true, false]);
  });
});

describe("a contact that stands in many conversations", () => {
  it("[P8] is nobody's and ties nothing together", async () => {
    const roomies = await threadOn("roomies");
    const spareroom = await askedOnSpareRoom();
    const [key] = await db
      .selectDistinct({ key: personKeys.key })
      .from(personKeys)
      .where(eq(personKeys.organisationId, agency.id));
    const crowd = Array.from({ length: CONVERSATIONS_OF_CONTACT_MAX - 1 }, () => freshId("cv"));
    await addPersonKeys(db, agency.id, crowd, [key?.key ?? ""]);
    await spareroom.run.project();
    expect([await roomies.isSuppressed(), (await rowsOf(agency)).length]).toEqual([false, 0]);
  });
});

describe("an address of the agency's own people", () => {
  it("[P3] is nobody's, whichever leads quote it", async () => {
    const member = await makePerson(agency, "agent");
    const roomies = await threadOn("roomies", `I wrote to ${member.email.toUpperCase()} last week`);
    const spareroom = await threadOn("spareroom", `I wrote to ${member.email}`);
    await spareroom.actor.suppress(agency.id, "us_1");
    await spareroom.run.project();
    expect([await roomies.isSuppressed(), await rowsOf(agency)]).toEqual([false, []]);
  });
});

describe("lifting", () => {
  async function suppressedPerson() {
    const roomies = await threadOn("roomies");
    const spareroom = await askedOnSpareRoom();
    const stale = await spareroom.actor.projection();
    await spareroom.run.project();
    await roomies.run.project();
    if (stale === null) throw new Error("nothing was opened");
    return { roomies, spareroom, stale };
  }

  it("[P12] from any conversation frees the person in all, and leaves no record", async () => {
    const { roomies, spareroom, stale } = await suppressedPerson();
    await roomies.actor.liftSuppression(agency.id, "us_admin");
    await roomies.run.project();
    // The board does not know yet that the place where it was said is free: a late word is recorded, and forgotten again.
    await spreadPerson(makeRigDeps(), stale);
    expect(await rowsOf(agency)).not.toEqual([]);
    await spareroom.run.project();
    expect([await roomies.isSuppressed(), await spareroom.isSuppressed(), await rowsOf(agency)]).toEqual([
      false,
      false,
      [],
    ]);
    const later = await threadOn("renthop");
    await later.run.project();
    expect(await later.isSuppressed()).toBe(false);
    const lines = await db.select().from(auditEntries).where(eq(auditEntries.organisationId, agency.id)).all();
    const lifts = lines.filter((line) => line.action === "lead.suppression_lifted");
    expect(lifts.map(({ actor, detail }) => [actor, detail["liftedInId"]]).sort()).toEqual([
      ["agent:us_admin", roomies.conversationId],
      ["system", roomies.conversationId],
    ]);
  });

  it("[P12] survives a crash in between, and words that come late", async () => {
    const { roomies, spareroom, stale } = await suppressedPerson();
    await spareroom.actor.liftSuppression(agency.id, "us_admin");
    await expect(spareroom.run.project(makeRigDeps((id) => id === roomies.conversationId))).rejects.toThrow();
    expect(await roomies.isSuppressed()).toBe(true);
    await spareroom.run.project();
    await spreadPerson(makeRigDeps(), stale);
    await roomies.run.project();
    await spreadPerson(makeRigDeps(), stale);
    expect([await roomies.isSuppressed(), await spareroom.isSuppressed(), await rowsOf(agency)]).toEqual([
      false,
      false,
      [],
    ]);
  });

  it("[P12] gives way to what is asked after it", async () => {
    const { roomies, spareroom } = await suppressedPerson();
    await spareroom.actor.liftSuppression(agency.id, "us_admin");
    await spareroom.actor.suppress(agency.id, "us_1");
    await spareroom.run.project();
    await roomies.run.project();
    expect([await roomies.isSuppressed(), await spareroom.isSuppressed()]).toEqual([true, true]);
  });
});

it("[P13] [C45] keeps no contact outside the conversation: neither in the audit nor in the tables of persons", async () => {
  const roomies = await threadOn("roomies", `${mail} or 347-555-0142`);
  const spareroom = await askedOnSpareRoom();
  await spareroom.run.project();
  await roomies.run.project();
  const kept = JSON.stringify([
    await db.select().from(auditEntries).where(eq(auditEntries.organisationId, agency.id)).all(),
    await db.select().from(personKeys).where(eq(personKeys.organisationId, agency.id)).all(),
    await rowsOf(agency),
  ]);
  expect(kept).toContain("lead.suppressed");
  for (const contact of [mail, mail.split("@")[0] ?? mail, "3475550142", "555-0142"])
    expect(kept).not.toContain(contact);
});

it("[P11] records nothing for a place that the board knows not to be suppressed", async () => {
  const roomies = await threadOn("roomies");
  const { conversationId } = roomies;
  await recordSuppression(db, agency.id, conversationId, { saidIn: conversationId, askedAtMs: 1 });
  expect(await rowsOf(agency)).toEqual([]);
});

async function keepMail(thread: Thread, threadKey: string | null): Promise<void> {
  const { accountId, platform } = thread;
  const fields = { ...NO_FIELDS, email: mail };
  const row = { id: freshId("lm"), organisationId: agency.id, accountId, platform, threadKey, replyTo: null };
  await db.insert(leadMails).values({ ...row, kind: "lead", receivedAtMs: 1, fields });
}

const NO_FIELDS = {
  subjectKind: null,
  name: null,
  phone: null,
  moveIn: null,
  moveOut: null,
  occupants: null,
  pets: null,
  message: null,
  listingTitle: null,
  doubts: [],
  isGuess: false,
};
