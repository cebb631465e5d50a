import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const COMMAND = fileURLToPath(new URL("./triage.ts", import.meta.url));
const DEEP = 20_000;

type Answer = {
  readonly id?: string;
  readonly nextAction?: string;
  readonly reply?: string;
  readonly facts?: unknown;
  readonly error?: { code: string };
};

/** Runs the command on the given input and gives its exit code and its lines. */
async function triage(
  input: string,
  ...flags: readonly string[]
): Promise<{ code: number | null; lines: readonly Answer[] }> {
  const child = spawn(process.execPath, ["--no-warnings", COMMAND, ...flags], { stdio: ["pipe", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    output += chunk;
  });
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return {
    code,
    lines: output
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Answer),
  };
}

describe("the triage command", () => {
  it("answers every line in order and goes on after bad ones", async () => {
    const input = [
      '{"id":"a","text":"is it available?","unit":{"status":"available"}}',
      "",
      "not json",
      "[]",
      '{"id":"d","text":7}',
      '{"id":"e","text":"x","history":[{}]}',
      '{"id":"f","text":"thanks!"}',
    ].join("\n");
    const { code, lines } = await triage(input);
    expect(code).toBe(0);
    expect(lines.map((line) => [line.id, line.nextAction ?? line.error?.code])).toEqual([
      ["a", "reply"],
      [undefined, "bad_json"],
      [undefined, "bad_shape"],
      ["d", "bad_field"],
      ["e", "bad_field"],
      ["f", "ignore"],
    ]);
  });

  it("prints reply and facts only when asked for them", async () => {
    const input = '{"id":"a","text":"how much is rent?","unit":{"rentMonthly":2400}}';
    expect(Object.keys((await triage(input)).lines[0] ?? {})).toEqual([
      "id",
      "intents",
      "outcome",
      "risk",
      "nextAction",
      "confidence",
      "reason",
      "selectedSlot",
    ]);
    const [full] = (await triage(input, "--full")).lines;
    expect(full?.reply).toContain("2400");
    expect(full?.facts).toHaveLength(1);
  });

  it("survives hostile lines", async () => {
    const texts = [
      "\0is it\0",
      "😀".repeat(3_000),
      "\u202eevil",
      "<script>alert(1)</script>",
      "x".repeat(10_000),
      "",
      "\\",
      '"',
    ];
    const nested = `{"id":"deep","text":"hi","unit":${'{"a":'.repeat(DEEP)}1${"}".repeat(DEEP)}}`;
    const input = [
      ...texts.map((text, index) => JSON.stringify({ id: String(index), text })),
      nested,
      '{"id":"proto","text":"rent?","unit":{"__proto__":{"rentMonthly":1}}}',
    ].join("\r\n");
    const { code, lines } = await triage(input);
    expect([code, lines.length]).toEqual([0, texts.length + 2]);
    expect(lines.slice(0, texts.length).every((line) => line.nextAction !== undefined)).toBe(true);
    expect(lines.at(-1)?.nextAction).toBe("hand_off");
  });

  it("answers nothing to nothing", async () => {
    expect(await triage("")).toEqual({ code: 0, lines: [] });
  });
});
