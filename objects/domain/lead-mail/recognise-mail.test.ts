import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAddress } from "./mail-address.ts";
import { type MailHeaders, recogniseMail } from "./recognise-mail.ts";

const SERVER = "mx.cloudflare.net";
const LEADS = "leads.furnishedfinder.com";
const PASSES = `${SERVER}; dkim=pass header.d=${LEADS} header.s=s1 header.b=Aa1; dmarc=pass header.from=${LEADS} policy.dmarc=reject; spf=pass (${SERVER}: domain of bounce@em.${LEADS} designates 192.0.2.1 as permitted sender) smtp.mailfrom=bounce@em.${LEADS}`;

function headers(change: Partial<MailHeaders> = {}): MailHeaders {
  return {
    from: [`messaging@${LEADS}`],
    replyTo: [`conversation-8f2c@${LEADS}`],
    subject: "Direct Message from Ana for Sunny studio",
    authenticationResults: [PASSES],
    receivingServer: SERVER,
    ...change,
  };
}

const recognised = (change: Partial<MailHeaders> = {}) => {
  const result = recogniseMail(headers(change));
  return result.ok ? result.value : null;
};
const refusal = (change: Partial<MailHeaders> = {}) => {
  const result = recogniseMail(headers(change));
  return result.ok ? null : result.error;
};

describe("a sender", () => {
  it("[L1] is known by its whole domain, whatever the case", () => {
    expect(recognised({ from: ["MESSAGING@Leads.FurnishedFinder.COM"] })).toEqual({
      platform: "furnishedfinder",
      kind: "new_message",
      mark: "SEEN-L",
      proof: "proven",
      mayWake: true,
      mayStore: true,
      replyTo: `conversation-8f2c@${LEADS}`,
    });
  });

  it.each([
    `messaging@${LEADS}.evil.org`,
    `messaging@${LEADS}.example.org`,
    `messaging@evil-${LEADS}`,
    `messaging@x.${LEADS}`,
    "messaging@furnishedfinder.com",
    "messaging@leads-furnishedfinder.com",
    "messaging@leads.furnishedfinder.co",
    "messaging@leads.furnishedf1nder.com",
    "messaging@xn--leads.furnishedfinder.com",
    "messaging@leads.xn--furnishedfnder-ipb.com",
    "someone@myrenthop.com",
    "someone@renthop.com.ng",
    "a@mail.spareroom.com",
    "a@spareroom.com.evil.org",
  ])("[L1] is not known by a part of its domain or by one that looks like it: %s", (from) => {
    expect(refusal({ from: [from] })).toBe("unknown_sender");
  });

  it.each([
    "messaging@leads.furnishedfinder.com.",
    "messaging@leads.furnishedf\u0131nder.com",
    "messaging@\uff4ceads.furnishedfinder.com",
    "messaging@leads.furnishedfinder\u3002com",
    "messaging@leads.furni\u200bshedfinder.com",
    "hello@\u212aroomies.com",
    "messaging@\u202eleads.furnishedfinder.com",
    "messaging@leads.furnishedfinder.com\0.evil.org",
    "messaging@leads.furnishedfinder.com evil.org",
    "messaging@leads..furnishedfinder.com",
    "messaging@[192.0.2.1]",
    '"messaging@leads.furnishedfinder.com"@evil',
    "@evil.org:messaging@leads.furnishedfinder.com",
    "messaging",
    "@leads.furnishedfinder.com",
    "",
    `${"a".repeat(300)}@leads.furnishedfinder.com`,
  ])("[L1] is nobody when the address is broken or not plain: %j", (from) => {
    expect(refusal({ from: [from] })).toBe("unreadable_sender");
  });

  it("[L1] counts after the last @ alone", () => {
    expect(refusal({ from: [`x@${LEADS}@evil.org`] })).toBe("unreadable_sender");
    expect(readAddress("a@b@c.org")).toBeNull();
  });

  it("[L1] no domain but a listed one is ever a platform's", () => {
    const label = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    fc.assert(
      fc.property(
        label,
        fc.constantFrom(LEADS, "renthop.com", "roomies.com"),
        fc.boolean(),
        (word, known, isBefore) => {
          const domain = isBefore ? `${word}${known}` : `${known}.${word}`;
          expect(refusal({ from: [`a@${domain}`] })).toBe("unknown_sender");
        },
      ),
    );
  });

  it("[L2] is one address: none or two are no sender", () => {
    expect(refusal({ from: [] })).toBe("no_single_sender");
    expect(refusal({ from: [`messaging@${LEADS}`, "x@evil.org"] })).toBe("no_single_sender");
    expect(refusal({ from: [`messaging@${LEADS}`, `messaging@${LEADS}`] })).toBe("no_single_sender");
  });
});

describe("what the receiving server found out", () => {
  it.each([
    `${SERVER}; dkim=pass header.d=${LEADS}; dmarc=fail header.from=${LEADS}; spf=pass`,
    `${SERVER}; dkim=fail header.d=${LEADS}; dmarc=none; spf=pass`,
    `${SERVER}; dkim=pass header.d=evil.org; dmarc=fail header.from=${LEADS} policy.dmarc=none`,
    `MX.Cloudflare.net 1; DKIM=FAIL (body hash) header.d=${LEADS}`,
    `${SERVER}; dkim=fail header.d=${LEADS}; dkim=pass header.d=evil.org`,
    `${SERVER}; spf=pass (a) smtp.mailfrom=b; dmarc=fail header.from=${LEADS}`,
  ])("[L3] refuses a failed mail: %s", (header) => {
    expect(refusal({ authenticationResults: [header] })).toBe("authentication_failed");
  });

  it("[L3] refuses it when a second header of our server's name says so", () => {
    const failed = `${SERVER}; dkim=fail header.d=${LEADS}`;
    expect(refusal({ authenticationResults: [PASSES, failed] })).toBe("authentication_failed");
    expect(refusal({ authenticationResults: [failed, PASSES] })).toBe("authentication_failed");
  });

  it("[L3] does not count when another server wrote it", () => {
    const elsewhere = PASSES.replace(SERVER, "mx.evil.org");
    expect(recognised({ authenticationResults: [elsewhere] })?.proof).toBe("unproven");
    expect(recognised({ authenticationResults: [`${SERVER}.evil.org; dmarc=pass`] })?.proof).toBe("unproven");
    expect(recognised({ authenticationResults: ["mx.evil.org; dmarc=fail", PASSES] })?.proof).toBe("proven");
  });

  it.each([
    [`${SERVER}; dkim=pass header.d=furnishedfinder.com; dmarc=none; spf=none`],
    [`${SERVER}; dkim=neutral header.d=sendgrid.net; dmarc=pass header.from=${LEADS}`],
    [`${SERVER}; dkim=fail header.d=old.example; dkim=pass header.d=${LEADS}; dmarc=pass header.from=${LEADS}`],
    [`${SERVER} 1; dkim/1=pass (2048; "key") header.d=${LEADS}; arc=none`],
  ])("[L4] proves a mail of the sender's own: %s", (header) => {
    expect(recognised({ authenticationResults: [header] })?.proof).toBe("proven");
  });

  it.each([
    ["no results", `${SERVER}; none`],
    ["a signature of another domain", `${SERVER}; dkim=pass header.d=evil.org; spf=pass smtp.mailfrom=${LEADS}`],
    ["a signature of a look-alike", `${SERVER}; dkim=pass header.d=${LEADS}.evil.org`],
    ["a pass for another From", `${SERVER}; dmarc=pass header.from=evil.org`],
    ["two answers of DMARC", `${SERVER}; dmarc=none; dmarc=pass header.from=${LEADS}`],
    ["SPF alone", `${SERVER}; spf=pass smtp.mailfrom=a@${LEADS}`],
    ["words in a comment", `${SERVER}; dkim=none (x; dkim=pass header.d=${LEADS}) ; spf=none`],
    ["words in a nested comment", `${SERVER}; dkim=none (a (b) ; dmarc=pass header.from=${LEADS})`],
    ["words in quotes", `${SERVER}; dkim=none reason="; dmarc=pass header.from=${LEADS}"`],
    [
      "words smuggled in by the envelope sender",
      `${SERVER}; dkim=none; spf=pass (${SERVER}: domain of "a); dkim=pass header.d=${LEADS}; (b"@evil.org) smtp.mailfrom="a); dkim=pass header.d=${LEADS}"@evil.org`,
    ],
    ["a property stated twice", `${SERVER}; dkim=pass header.d=evil.org header.d=${LEADS}`],
    ["nothing readable", ";;;=;(((\\"],
  ])("[L4] is not proven by %s", (_, header) => {
    expect(recognised({ authenticationResults: [header] })?.proof ?? "refused").toBe("unproven");
  });

  it("[L4] never proves a mail from random words", () => {
    const piece = fc.constantFrom(
      SERVER,
      ";",
      "(",
      ")",
      '"',
      "\\",
      "dkim=pass",
      "dmarc=none",
      " ",
      "header.d=evil.org",
      "=",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(recognised({ authenticationResults: [pieces.join("")] })?.proof ?? "refused").toBe("unproven");
      }),
    );
  });
});

describe("what a mail may do", () => {
  it("[L5] is nothing when it is marketing", () => {
    const from = ["news@communications.furnishedfinder.com"];
    const passes = `${SERVER}; dkim=pass header.d=furnishedfinder.com`;
    expect(recognised({ from, replyTo: [], authenticationResults: [passes] })).toMatchObject({
      kind: "marketing",
      mayWake: false,
      mayStore: false,
    });
  });

  it.each([
    ["spareroom", "spareroom.com"],
    ["roomies", "roomies.com"],
    ["leasebreak", "leasebreak.com"],
  ])("[L6] is to wake a poll and no more where the sender is a guess: %s", (platform, domain) => {
    const authenticationResults = [`${SERVER}; dkim=pass header.d=${domain}; dmarc=pass header.from=${domain}`];
    const mail = recognised({ from: [`hello@${domain}`], subject: "You have a new message", authenticationResults });
    expect(mail).toEqual({
      platform,
      kind: "new_message",
      mark: "GUESSED",
      proof: "proven",
      mayWake: true,
      mayStore: false,
      replyTo: null,
    });
  });

  it("[L6] is to wake a poll and no more while its origin is unproven", () => {
    expect(recognised({ authenticationResults: [] })).toMatchObject({ mayWake: true, mayStore: false });
  });

  it.each([
    [[`conversation-1@${LEADS}.evil.org`]],
    [["x@evil.org"]],
    [[`conversation-1@${LEADS}`, "x@evil.org"]],
    [[""]],
  ])("[L6] is to wake a poll and no more when answers would go elsewhere: %j", (replyTo) => {
    expect(recognised({ replyTo })).toMatchObject({ mayWake: true, mayStore: false, replyTo: null });
  });

  it("keeps no Reply-To of a platform that is not known to use one", () => {
    const authenticationResults = [`${SERVER}; dkim=pass header.d=renthop.com`];
    const mail = recognised({ from: ["leads@renthop.com"], replyTo: ["ana@mail.example"], authenticationResults });
    expect(mail).toMatchObject({ platform: "renthop", mark: "SEEN-3", mayStore: true, replyTo: null });
  });
});

describe("a subject of FurnishedFinder", () => {
  it.each([
    ["New Tenant Lead matched your properties", "lead"],
    ["A tenant needs a place in Austin, TX", "lead"],
    ["Booking inquiry from Ana for Sunny studio", "lead"],
    ["Direct Message from Ana for Sunny studio", "new_message"],
    ["  NEW  message from Ana for Sunny studio", "new_message"],
    ["Your invoice", "other"],
    ["Re: Direct Message from Ana", "other"],
  ])("[L7] %s is a %s", (subject, kind) => {
    const mail = recognised({ subject });
    expect(mail?.kind).toBe(kind);
    expect(mail?.mayWake).toBe(true);
    expect(mail?.mayStore).toBe(kind !== "other");
  });
});
