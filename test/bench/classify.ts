// Measures what reading one message costs: `classify` and its parts, beside wink-nlp's tokenizer on the same texts.
// The texts are the training lines of about 125 characters, each read once per round, so that no text stays warm.
// Prints microseconds per message; the median of the rounds, and the ratio to the tokenizer.
import { readFileSync } from "node:fs";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { classify } from "#domain/triage/classify";
import { scoreSegments } from "#domain/triage/model";
import { normalise } from "#domain/triage/normalise";
import { decide } from "#domain/triage/policy";
import { splitSegments } from "#domain/triage/segments";

const FIXTURES = new URL("../fixtures/triage/", import.meta.url);
const [CHARS_MIN, CHARS_MAX] = [105, 145];
const ROUNDS = 101;
const ROUNDS_WARM = 60;

const texts = ["leads-a.jsonl", "leads-c.jsonl", "leads-e.jsonl"]
  .flatMap((name) => readFileSync(new URL(name, FIXTURES), "utf8").split("\n"))
  .filter((line) => line.trim() !== "")
  .map((line) => (JSON.parse(line) as { text: string }).text)
  .filter((text) => text.length >= CHARS_MIN && text.length <= CHARS_MAX);
const tokenizer = winkNLP(model, []);
const normalised = texts.map(normalise);
const split = normalised.map(splitSegments);
const base = {
  platform: null,
  history: [],
  unit: {},
  records: {},
  slots: [],
  now: null,
  zone: null,
  leadName: null,
  organisationName: null,
};

const chars = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
console.log(`${texts.length} messages, ${chars.toFixed(0)} characters on average`);
const wink = measure("wink-nlp tokenizer", (index) => tokenizer.readDoc(texts[index] as string));
const whole = measure("classify", (index) => classify(texts[index] as string, []));
measure("  normalise", (index) => normalise(texts[index] as string));
measure("  split into segments", (index) => splitSegments(normalised[index] as string));
measure("  features and scores", (index) => scoreSegments(split[index] ?? []));
measure("decide (all rules)", (index) => decide({ ...base, text: texts[index] as string }));
console.log(`classify takes ${(whole / wink).toFixed(2)} times the tokenizer`);

/** Median microseconds per text over the rounds. */
function measure(name: string, read: (index: number) => unknown): number {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS_WARM + ROUNDS; round += 1) {
    const before = performance.now();
    for (let index = 0; index < texts.length; index += 1) read(index);
    if (round >= ROUNDS_WARM) rounds.push(((performance.now() - before) * 1000) / texts.length);
  }
  const median = rounds.sort((left, right) => left - right)[Math.floor(rounds.length / 2)] ?? 0;
  console.log(`${name.padEnd(24)} ${median.toFixed(1).padStart(8)} µs`);
  return median;
}
