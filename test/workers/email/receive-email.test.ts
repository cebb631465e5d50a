import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Platform } from "#domain/platform";
import { leadMails, platformAccounts } from "#migrations/schema";
import { makeDeps } from "#workers/deps";
import { MAIL_BYTES_MAX, receiveEmail, takeMail } from "#workers/email/receive-email";
import { listAudit } from "#workers/store/audit";
import { accountByMailAlias } from "#workers/store/mail-aliases";
import { type Agency, db, makeAgency } from "../api/agency.ts";
import type { FakeAccount } from "../api/fake-account.ts";
import { deliver, MAIL_NAMES, mailText } from "./mails.ts";

let agency: Agency;
let alias: string;
let made = 0;

beforeEach(async () => {
  agency = await makeAgency();
  made += 1;
  alias = `q7m2k9x4w1zt${made}`;
  await setAccount("furnishedfinder");
});

async function setAccount(platform: Platform): Promise<void> {
  const where = eq(platformAccounts.id, agency.accountId);
  await db.update(platformAccounts).set({ platform, mailAlias: alias }).where(where).run();
}

async function receive(text: string, to = `${alias}@in.harbour.example`): Promise<readonly string[]> {
  const message = deliver(text, to);
  await receiveEmail(message, env, createExecutionContext());
  return message.refusals;
}

async function wakes(): Promise<number> {
  const namespace = env.ACCOUNTS as unknown as DurableObjectNamespace<FakeAccount>;
  const { calls } = await namespace.get(namespace.idFromName(agency.accountId)).told();
  return calls.filter((call) => call === "wake").length;
}

const stored = () => db.select().from(leadMails).where(eq(leadMails.organisationId, agency.id)).all();
const audit = async () => (await listAudit(db, agency.id, null, null)).entries;

const ANA = {
  name: "Ana",
  email: "ana.lead@mail.example",
  phone: "(555) 010-7788",
  moveIn: { date: "2026-06-13", raw: "Jun 13, 2026" },
  moveOut: { date: "2026-09-11", raw: "Sep 11, 2026" },
  occupants: { count: 2, raw: "2" },
  pets: { answer: "no", raw: "No" },
  message: "Hello, is the studio still free?\nI am a traveler nurse with a car.",
  listingTitle: "Sunny studio",
  doubts: [],
  isGuess: false,
};

/** What each mail that is taken in must leave behind; null: it wakes the poll and stores nothing. */
const TAKEN: Readonly<Record<string, { kind: string; fields: object | null }>> = {
  "ff-booking-inquiry": { kind: "lead", fields: { ...ANA, subjectKind: "booking_inquiry" } },
  "ff-direct-message": {
    kind: "new_message",
    fields: { ...ANA, subjectKind: "direct_message", phone: null, moveIn: { date: null, raw: "ASAP" } },
  },
  "ff-new-message-with-history": { kind: "new_message", fields: { ...ANA, subjectKind: "new_message" } },
  "ff-matched-lead": {
    kind: "lead",
    fields: { ...ANA, subjectKind: "matched_lead", moveIn: { date: null, raw: "Flexible" } },
  },
  "ff-tenant-needs-place": { kind: "lead", fields: { ...ANA, subjectKind: "tenant_needs_place", phone: null } },
  "ff-prose-with-labels": {
    kind: "new_message",
    fields: {
      ...ANA,
      subjectKind: "direct_message",
      message: expect.stringContaining("Are two big dogs fine?\nPhone\n555 999 0000"),
    },
  },
  "ff-html-only-quoted-printable": { kind: "lead", fields: { ...ANA, subjectKind: "booking_inquiry" } },
  "ff-multipart-base64": { kind: "lead", fields: { ...ANA, subjectKind: "booking_inquiry" } },
  "ff-multipart-text-says-nothing": { kind: "lead", fields: { ...ANA, subjectKind: "booking_inquiry" } },
  "ff-latin1-encoded-subject": {
    kind: "new_message",
    fields: {
      ...ANA,
      subjectKind: "direct_message",
      name: "Zoë",
      listingTitle: "Café loft",
      message: "Déjà visité, £1,900 ça va ?",
    },
  },
  "ff-rtl-name": {
    kind: "new_message",
    fields: {
      ...ANA,
      subjectKind: "direct_message",
      name: "محمد",
      listingTitle: "شقة",
      message: "السلام عليكم 👩‍👩‍👧",
    },
  },
  "ff-nul-bytes": {
    kind: "lead",
    fields: { ...ANA, subjectKind: "booking_inquiry", message: "Hello there[2J, is it free?" },
  },
  "ff-forwarded-mail-attached": { kind: "lead", fields: { ...ANA, subjectKind: "booking_inquiry" } },
  "ff-other-subject": { kind: "other", fields: null },
  "ff-reply-to-elsewhere": { kind: "lead", fields: null },
  "ff-no-authentication": { kind: "lead", fields: null },
  "ff-forged-results-of-another-server": { kind: "lead", fields: null },
};

const UNKNOWN = "This mailbox takes notices of its rental platform only.";
const UNVERIFIED = "The sender of this message could not be verified.";
const ONE_SENDER = "This mailbox takes mail that names one sender.";

/** What each mail that is turned away is told. */
const REFUSED: Readonly<Record<string, readonly [reason: string, sentence: string]>> = {
  "ff-forged-dkim-fail": ["authentication_failed", UNVERIFIED],
  "ff-forged-dmarc-fail": ["authentication_failed", UNVERIFIED],
  "ff-forged-second-results": ["authentication_failed", UNVERIFIED],
  "lookalike-suffix": ["unknown_sender", UNKNOWN],
  "lookalike-subdomain": ["unknown_sender", UNKNOWN],
  "lookalike-dash": ["unknown_sender", UNKNOWN],
  "lookalike-punycode": ["unknown_sender", UNKNOWN],
  "lookalike-homograph": ["unreadable_sender", UNKNOWN],
  "spoofed-display-name": ["unknown_sender", UNKNOWN],
  "spoofed-encoded-display-name": ["unknown_sender", UNKNOWN],
  "two-from-addresses": ["no_single_sender", ONE_SENDER],
  "two-from-headers": ["no_single_sender", ONE_SENDER],
  "no-from": ["no_single_sender", ONE_SENDER],
  "no-headers": ["no_single_sender", ONE_SENDER],
  "renthop-lead": ["wrong_platform", "This mailbox takes notices of another rental platform."],
  "spareroom-new-message": ["wrong_platform", "This mailbox takes notices of another rental platform."],
};

/** Mails with a test of their own below. */
const OWN_TEST = ["ff-marketing", "renthop-password", "broken-mime"];

describe("the mails of the fixtures", () => {
  it("each have an answer here", () => {
    expect([...Object.keys(TAKEN), ...Object.keys(REFUSED), ...OWN_TEST].sort()).toEqual([...MAIL_NAMES].sort());
  });

  it.each(Object.entries(TAKEN))("%s wakes the account and leaves what it may", async (name, { kind, fields }) => {
    expect(await receive(mailText(name))).toEqual([]);
    expect(await wakes()).toBe(1);
    const rows = await stored();
    expect(rows.map((row) => row.fields)).toEqual(fields === null ? [] : [fields]);
    for (const row of rows) {
      expect(row).toMatchObject({
        accountId: agency.accountId,
        platform: "furnishedfinder",
        kind,
        replyTo: "conversation-8f2c41d0@leads.furnishedfinder.com",
        threadKey: null,
      });
    }
    const [line] = await audit();
    expect(line).toMatchObject({
      actor: "platform",
      action: "mail.received",
      detail: { accountId: agency.accountId, platform: "furnishedfinder", kind, isStored: fields !== null },
    });
    // The digits alone would also be found in a time or an id, which are chance.
    expect(JSON.stringify(line)).not.toMatch(/@|Ana|Sunny|555[-. )]/);
  });

  it.each(Object.entries(REFUSED))("%s is turned away and does nothing", async (name, [reason, sentence]) => {
    expect(await receive(mailText(name))).toEqual([sentence]);
    expect(await wakes()).toBe(0);
    expect(await stored()).toEqual([]);
    const entries = await audit();
    expect(entries.map(({ action, detail }) => [action, detail])).toEqual([
      ["mail.refused", { accountId: agency.accountId, reason }],
    ]);
  });
});

describe("the e-mail door", () => {
  it("takes in marketing and lets it do nothing", async () => {
    expect(await receive(mailText("ff-marketing"))).toEqual([]);
    expect(await wakes()).toBe(0);
    expect(await stored()).toEqual([]);
    expect((await audit())[0]?.detail).toMatchObject({ kind: "marketing", isStored: false });
  });

  it("stores what a RentHop lead states, marked as a guess, and no Reply-To", async () => {
    await setAccount("renthop");
    expect(await receive(mailText("renthop-lead"))).toEqual([]);
    expect(await wakes()).toBe(1);
    expect(await stored()).toMatchObject([
      {
        platform: "renthop",
        kind: "lead",
        replyTo: null,
        fields: {
          name: "Ana Lead",
          email: "ana.lead@mail.example",
          phone: "555-010-7788",
          listingTitle: "12 Harbour Lane #4",
          message: "Hello, is it still free?\nI can come on Monday.",
          isGuess: true,
        },
      },
    ]);
  });

  it("stores nothing of a RentHop mail that holds no lead", async () => {
    await setAccount("renthop");
    expect(await receive(mailText("renthop-password"))).toEqual([]);
    expect(await wakes()).toBe(1);
    expect(await stored()).toEqual([]);
  });

  it.each([["spareroom"], ["roomies"], ["leasebreak"]] as const)(
    "wakes an account of %s by its site's own domain and stores nothing",
    async (platform) => {
      await setAccount(platform);
      const text = mailText("spareroom-new-message").replaceAll("spareroom.com", `${platform}.com`);
      expect(await receive(text)).toEqual([]);
      expect(await wakes()).toBe(1);
      expect(await stored()).toEqual([]);
    },
  );

  it("stores a mail once however often it is delivered, and wakes the account each time", async () => {
    const text = mailText("ff-booking-inquiry");
    await receive(text);
    await receive(text);
    await Promise.all([receive(text), receive(`Received: by another hop\r\n${text}`)]);
    expect(await stored()).toHaveLength(1);
    expect(await wakes()).toBe(4);
  });

  it("tells mails without a Message-ID apart by their content", async () => {
    const text = mailText("ff-booking-inquiry").replace(/^Message-ID:.*\r\n/m, "");
    await receive(text);
    await receive(text);
    expect(await stored()).toHaveLength(1);
    await receive(text.replace("still free", "still there"));
    expect(await stored()).toHaveLength(2);
  });

  it("keeps one row per account when two accounts get the same mail", async () => {
    const text = mailText("ff-booking-inquiry");
    await receive(text);
    const first = agency;
    agency = await makeAgency();
    alias = `${alias}b`;
    await setAccount("furnishedfinder");
    await receive(text);
    expect(await stored()).toHaveLength(1);
    agency = first;
    expect(await stored()).toHaveLength(1);
  });

  it("finds the account by the alias alone, before a plus, in any case, at any domain", async () => {
    const text = mailText("ff-booking-inquiry");
    expect(await receive(text, `${alias.toUpperCase()}+furnished@other.example`)).toEqual([]);
    expect(await wakes()).toBe(1);
  });

  it.each([
    "someone@in.harbour.example",
    "zzzzzzzzzzzz@in.harbour.example",
    "+q7m2k9x4w1zt@in.harbour.example",
    "x%@in.harbour.example",
    "' or 1=1 --@in.harbour.example",
    "in.harbour.example",
    "",
  ])("has no mailbox at %j", async (to) => {
    expect(await receive(mailText("ff-booking-inquiry"), to)).toEqual(["There is no mailbox at this address."]);
    expect(await wakes()).toBe(0);
    expect(await stored()).toEqual([]);
  });

  it("gives no account without an alias away", async () => {
    await db.update(platformAccounts).set({ mailAlias: null }).where(eq(platformAccounts.id, agency.accountId)).run();
    expect(await accountByMailAlias(db, "")).toBeNull();
    expect(await accountByMailAlias(db, "null")).toBeNull();
  });

  it("refuses a huge mail by its size, and one that grows beyond the size it stated", async () => {
    const text = mailText("ff-booking-inquiry") + "x".repeat(MAIL_BYTES_MAX);
    const sentence = "The message is larger than this mailbox takes.";
    expect(await receive(text)).toEqual([sentence]);
    const message = { ...deliver(text, `${alias}@in.harbour.example`), rawSize: 1_000 };
    await takeMail(message, makeDeps(env));
    expect(message.refusals).toEqual([sentence]);
    expect(await wakes()).toBe(0);
  });

  it("takes what is left of a broken mail whose sender is proven", async () => {
    expect(await receive(mailText("broken-mime"))).toEqual([]);
    expect(await wakes()).toBe(1);
  });

  it("refuses a mail that is nested or headed beyond all measure", async () => {
    const base =
      mailText("ff-booking-inquiry")
        .split("\r\n\r\n")[0]
        ?.replace(/^Content-Type:.*$/m, "") ?? "";
    let nested = 'Content-Type: multipart/mixed; boundary="b0"\r\n\r\n';
    for (let i = 0; i < 100; i += 1) {
      nested += `--b${i}\r\nContent-Type: multipart/mixed; boundary="b${i + 1}"\r\n\r\n`;
    }
    const sentence = "The message could not be read.";
    expect(await receive(`${base.trimEnd()}\r\n${nested}`)).toEqual([sentence]);
    expect(await receive(`X-Long: ${"y".repeat(300_000)}\r\n${mailText("ff-booking-inquiry")}`)).toEqual([sentence]);
    expect(await wakes()).toBe(0);
  });

  it("survives mails cut off anywhere", async () => {
    const text = mailText("ff-multipart-base64");
    for (let length = 0; length < text.length; length += 97) await receive(text.slice(0, length));
    expect((await stored()).length).toBeLessThanOrEqual(1);
  });

  it("wakes the account even when the store fails, and lets the sending server try again", async () => {
    const real = makeDeps(env);
    const deps = { ...real, now: () => Number.NaN };
    const failing = takeMail(deliver(mailText("ff-booking-inquiry"), `${alias}@in.harbour.example`), deps);
    const thrown = await failing.then(
      () => null,
      (error: unknown) => error,
    );
    expect(thrown).toBeInstanceOf(Error);
    expect(String(thrown)).toMatch(/^Error: the mail could not be taken: \w+$/);
    expect((thrown as Error).cause).toBeUndefined();
    expect(await wakes()).toBe(1);
    await receive(mailText("ff-booking-inquiry"));
    expect(await stored()).toHaveLength(1);
  });
});
