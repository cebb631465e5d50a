// Reads one message a line (JSON) from standard input and writes one decision a line, in order, as lines arrive.
// It parses and prints; what is decided belongs to the triage room. A bad line never stops the rest.
import { createInterface } from "node:readline";
import { decide } from "#domain/triage/policy";
import { parseLine } from "./triage-line.ts";

const full = process.argv.includes("--full");

for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (text.trim() === "") continue;
  if (!process.stdout.write(`${answer(text)}\n`)) await new Promise((resolve) => process.stdout.once("drain", resolve));
}

/** One line out for one line in; a refusal carries the id when the line had one. */
function answer(text: string): string {
  const parsed = parseLine(text);
  if (!parsed.ok) return JSON.stringify(parsed.error);
  const { id, input } = parsed.value;
  const { intents, outcome, risk, nextAction, confidence, reason, selectedSlot, reply, facts, guardrails } =
    decide(input);
  const line = { id, intents, outcome, risk, nextAction, confidence, reason, selectedSlot };
  return JSON.stringify(full ? { ...line, reply, facts, guardrails } : line);
}
