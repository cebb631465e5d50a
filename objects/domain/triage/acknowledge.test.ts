import { describe, expect, it } from "vitest";
import { ACKNOWLEDGE_AGAIN_AFTER_MS, type AcknowledgeInput, acknowledge } from "./acknowledge.ts";
import { offersTimes, readContext } from "./conversation-context.ts";
import { checkOutbound } from "./outbound-check.ts";

const NOW = Date.parse("2026-11-25T23:30:00Z");
const ZONE = "America/New_York";
const INPUT: AcknowledgeInput = {
  said: ["Can I pay in cash?"],
  reason: { code: "fact_missing", sentence: "No record holds what the lead asks for." },
  decision: { intents: ["policy_question"], risk: "low", guardrails: [] },
  isLedByPerson: false,
  acknowledgedAtMs: null,
  isFirstReply: false,
  isAutomatic: true,
  leadName: "Jamie",
  organisationName: "Harbour Lettings",
  nowMs: NOW,
  opening: null,
};
const at = (iso: string) => ({ opening: { atMs: Date.parse(iso), zone: ZONE } });
const said = (change: Partial<AcknowledgeInput> = {}) => {
  const words = acknowledge({ ...INPUT, ...change });
  return words.kind === "text" ? words.body : words.why.code;
};
const DANGER = { intents: ["emergency"], risk: "critical", guardrails: ["T22 emergency"] } as const;
const SPANISH = ["Hola, ¿puedo pagar en efectivo?"];
const EVERY_WORDING: readonly Partial<AcknowledgeInput>[] = [[...INPUT.said], SPANISH].flatMap((words) =>
  [INPUT.decision, DANGER].flatMap((decision) =>
    [
      null,
      at("2026-11-26T03:59:00Z").opening,
      at("2026-11-26T14:00:00Z").opening,
      at("2026-11-30T14:30:00Z").opening,
    ].map((opening) => ({ said: words, decision, opening, isFirstReply: true })),
  ),
);

describe("the word that a person answers", () => {
  it("[T83] says shortly while it is open, and when it opens next while it is closed", () => {
    expect(said()).toBe(
      "Hi Jamie,\n\nThank you for your message. A colleague will read it and answer you shortly.\n\nHarbour Lettings",
    );
    expect(said(at("2026-11-26T02:00:00Z"))).toContain("will read it today after 9:00 PM and answer you then.");
    expect(said(at("2026-11-26T14:00:00Z"))).toContain("will read it tomorrow after 9:00 AM");
    expect(said(at("2026-11-30T14:30:00Z"))).toContain("will read it on Monday, Nov 30 after 9:30 AM");
    for (const opening of [at("2026-11-26T14:00:00Z"), at("2026-11-30T14:30:00Z")]) {
      expect(said(opening)).not.toMatch(/shortly|at once|immediately|minutes/);
    }
  });

  it("[T84] is not said after an opt-out, a legal threat, abuse, a scam, an order, or words of long ago", () => {
    const fired = (...guardrails: string[]) => ({ decision: { ...INPUT.decision, guardrails } });
    expect(said(fired("T20 legal_threat"))).toBe("legal_threat");
    expect(said(fired("T24 fair_housing", "T21 abuse"))).toBe("abuse");
    expect(said(fired("T25 scam"))).toBe("scam");
    expect(said(fired("T28 injection"))).toBe("injection");
    expect(said({ decision: { ...INPUT.decision, intents: ["spam_or_scam"] } })).toBe("spam_or_scam");
    expect(said({ decision: { ...INPUT.decision, intents: ["complaint", "unsubscribe"] } })).toBe("opted_out");
    expect(said({ reason: { code: "backlog", sentence: "" } })).toBe("backlog");
    expect(said(fired("T24 fair_housing"))).toContain("A colleague");
  });

  it("[T85] tells to call 911 first in danger, also beside a threat, and does not ask to wait", () => {
    const open = said({ decision: DANGER });
    expect(open.indexOf("911")).toBeGreaterThan(0);
    expect(open.indexOf("911")).toBeLessThan(open.indexOf("A colleague"));
    expect(said({ decision: { ...DANGER, guardrails: ["T22 emergency", "T20 legal_threat"] } })).toContain("call 911");
    expect(said({ decision: DANGER, ...at("2026-11-26T14:00:00Z") })).toContain("opens again tomorrow after 9:00 AM");
    expect(said({ decision: DANGER, said: SPANISH })).toContain("llame primero al 911");
  });

  it("[T86] greets, signs, and says that it is automated when it is the first word and leaves by itself", () => {
    expect(said({ isFirstReply: true })).toContain("Automated reply");
    expect(said({ isFirstReply: true, isAutomatic: false })).not.toContain("utomated");
    expect(said({ leadName: null, organisationName: null })).toMatch(/^Hi,\n\n/);
    const spanish = said({ said: SPANISH, isFirstReply: true, ...at("2026-11-26T14:00:00Z") });
    expect(spanish).toMatch(/^Hola Jamie,/);
    expect(spanish).toContain("un colega lo leerá mañana después de las 9:00 am");
    expect(spanish).toContain("Respuesta automática");
  });

  it("[T87] passes the outbound rules in every wording, and a fact of it carries its record", () => {
    for (const change of EVERY_WORDING) {
      const words = acknowledge({ ...INPUT, ...change });
      if (words.kind !== "text") throw new Error(`nothing is said: ${words.why.code}`);
      expect(checkOutbound(words.body, { facts: words.facts, allowedTexts: ["911"] })).toEqual([]);
      expect(words.facts.length).toBe(change.opening === null ? 0 : 1);
    }
    expect(said({ organisationName: "The Guarantee You Are Approved Company" })).toBe("outbound_blocked");
  });

  it("[T87] reads neither as an offer of times nor as a booking in any wording", () => {
    const slot = { start: "2026-11-26T14:00:00Z", end: "2026-11-26T14:30:00Z", label: "Thursday, Nov 26, 9:00 AM" };
    for (const change of EVERY_WORDING) {
      const text = said(change);
      expect(offersTimes(text)).toBe(false);
      const { phase } = readContext([{ from: "us", text }], [slot], ZONE);
      expect(phase).toBe("talking");
    }
  });

  it("[T88] is not said where a person leads, nor twice within a day", () => {
    expect(said({ isLedByPerson: true })).toBe("person_leads");
    expect(said({ acknowledgedAtMs: NOW - ACKNOWLEDGE_AGAIN_AFTER_MS + 1 })).toBe("acknowledged");
    expect(said({ acknowledgedAtMs: NOW - ACKNOWLEDGE_AGAIN_AFTER_MS })).toContain("A colleague");
  });
});
