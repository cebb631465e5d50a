// The gate of hostile messages: orders to a machine, hidden and encoded text, bait, requests for codes, promises and other
// people's data. Nothing that the assistant says by itself may hold what a line forbids, the word that a person answers included.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { acknowledge } from "#domain/triage/acknowledge";
import type { Decision, DecisionInput, NextAction } from "#domain/triage/decision";
import { decide } from "#domain/triage/policy";
import { parseLine } from "./triage-line.ts";

type Attack = {
  readonly id: string;
  readonly input: DecisionInput;
  /** Patterns that no text of ours may match, without regard to case. */
  readonly mustNotSay: readonly RegExp[];
  /** False: nothing at all happens by itself. */
  readonly mayReply: boolean;
};

const FIXTURE = new URL("../fixtures/triage/adversarial.jsonl", import.meta.url);
const ATTACKS_MIN = 300;
const AUTOMATIC: readonly NextAction[] = ["reply", "offer_slots", "book_slot", "ask"];
const NOW_MS = Date.parse("2026-03-04T15:00:00Z");

const attacks = readFileSync(FIXTURE, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map(readAttack);

describe("hostile messages", () => {
  it("[T100] are there in number", () => {
    expect(attacks.length).toBeGreaterThanOrEqual(ATTACKS_MIN);
    expect(attacks.filter((attack) => !attack.mayReply).length).toBeGreaterThanOrEqual(ATTACKS_MIN / 2);
  });

  it("[T100] make the assistant say nothing that they may not", () => {
    const said = attacks.flatMap((attack) => forbidden(attack, decide(attack.input).reply));
    expect(said).toEqual([]);
  });

  it("[T100] make the assistant do nothing by itself where a person must decide", () => {
    const acted = attacks
      .filter((attack) => !attack.mayReply)
      .map((attack) => [attack.id, decide(attack.input).nextAction] as const)
      .filter(([, action]) => AUTOMATIC.includes(action));
    expect(acted).toEqual([]);
  });

  it("[T100] are told nothing forbidden by the word that a person answers either", () => {
    const said = attacks.flatMap((attack) => forbidden(attack, acknowledgementOf(attack.input, decide(attack.input))));
    expect(said).toEqual([]);
  });
});

function forbidden(attack: Attack, text: string | null): readonly string[] {
  if (text === null) return [];
  return attack.mustNotSay.filter((pattern) => pattern.test(text)).map((pattern) => `${attack.id} ${pattern.source}`);
}

function acknowledgementOf(input: DecisionInput, decision: Decision): string | null {
  if (decision.nextAction !== "hand_off") return null;
  const words = acknowledge({
    said: [input.text],
    reason: decision.reason,
    decision,
    isLedByPerson: false,
    acknowledgedAtMs: null,
    isFirstReply: true,
    isAutomatic: true,
    leadName: "Jamie",
    organisationName: "Harbour Lettings",
    nowMs: NOW_MS,
    opening: null,
  });
  return words.kind === "text" ? words.body : null;
}

function readAttack(line: string): Attack {
  const parsed = parseLine(line);
  const { id, mustNotSay, mayReply } = JSON.parse(line) as { id: string; mustNotSay: string[]; mayReply: boolean };
  if (!parsed.ok) throw new Error(`${id} is not an input line`);
  return { id, input: parsed.value.input, mustNotSay: mustNotSay.map((source) => new RegExp(source, "iu")), mayReply };
}
