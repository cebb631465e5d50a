// `npm run --silent slots < scenario.json`: the free times of a scenario as one line of JSON, or one typed error and exit
// code 1. With "explain" in the input, the explanation of that instant stands beside the slots.
// It reads and prints; what is free belongs to the slots room. A year of steps is longer than a text may be, so the line is
// written in pieces.
import { explainInstant } from "#domain/slots/explain";
import { instantText } from "#domain/slots/instant-text";
import { findSlots } from "#domain/slots/offer";
import { parseScenario } from "#domain/slots/parse-scenario";

/** 50,000 bookings, 1,000 agents with full rules and their windows have about 60 million characters. */
const INPUT_CHARS_MAX = 200_000_000;
const PIECE_CHARS = 65_536;

process.exitCode = await answer(await readInput());

async function answer(input: string | null): Promise<number> {
  if (input === null) return refuse({ code: "too_many", path: "", message: "The input is too long." });
  const parsed = parseScenario(input);
  if (!parsed.ok) return refuse(parsed.error);
  const { scenario, explainMs } = parsed.value;
  let piece = '{"slots":[';
  for (const [index, { startMs, endMs, agentIds }] of findSlots(scenario).entries()) {
    const slot = { start: instantText(startMs), end: instantText(endMs), agentIds };
    piece += `${index === 0 ? "" : ","}${JSON.stringify(slot)}`;
    if (piece.length < PIECE_CHARS) continue;
    await write(piece);
    piece = "";
  }
  const explanation = explainMs === null ? "" : `,"explanation":${JSON.stringify(explainInstant(scenario, explainMs))}`;
  await write(`${piece}]${explanation}}\n`);
  return 0;
}

async function refuse(error: { readonly code: string; readonly path: string; readonly message: string }) {
  await write(`${JSON.stringify({ error })}\n`);
  return 1;
}

async function readInput(): Promise<string | null> {
  process.stdin.setEncoding("utf8");
  const chunks: string[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    length += chunk.length;
    if (length > INPUT_CHARS_MAX) return null;
    chunks.push(chunk);
  }
  // Editors on some systems begin a file with a byte order mark.
  return chunks.join("").replace(/^\uFEFF/u, "");
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once("drain", resolve));
}
