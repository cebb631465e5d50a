import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const COMMAND = fileURLToPath(new URL("./slots.ts", import.meta.url));
const SCENARIO = {
  now: "2026-03-07T12:00:00Z",
  horizonDays: 14,
  slotMinutes: 30,
  stepMinutes: 30,
  minNoticeMinutes: 120,
  unit: { id: "u1", zone: "America/New_York", windows: null, groupSize: 1 },
  agents: [
    {
      id: "a1",
      zone: "America/New_York",
      priority: 100,
      maxPerDay: null,
      bufferMinutes: 15,
      weekly: [{ weekday: 1, from: "09:00", to: "10:00" }],
      overrides: [{ date: "2026-03-16", available: false }],
    },
  ],
  bookings: [],
};

/** Runs the command on the given input and gives its exit code and what it printed. */
async function slots(input: string): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ["--no-warnings", COMMAND], { stdio: ["pipe", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    output += chunk;
  });
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, output };
}

describe("the slots command", () => {
  it("[S14] prints the slots as one line of JSON", async () => {
    const { code, output } = await slots(JSON.stringify(SCENARIO, null, 2));
    expect(code).toBe(0);
    expect(output).toBe(
      '{"slots":[{"start":"2026-03-09T13:00:00Z","end":"2026-03-09T13:30:00Z","agentIds":["a1"]},' +
        '{"start":"2026-03-09T13:30:00Z","end":"2026-03-09T14:00:00Z","agentIds":["a1"]}]}\n',
    );
  });

  it("[S14] prints an explanation beside the slots when it is asked for one", async () => {
    const { code, output } = await slots(`\uFEFF${JSON.stringify({ ...SCENARIO, explain: "2026-03-16T13:00:00Z" })}`);
    const answer = JSON.parse(output);
    expect([code, Object.keys(answer), answer.slots.length]).toEqual([0, ["slots", "explanation"], 2]);
    expect(answer.explanation).toContainEqual({
      rule: "date_override",
      agentId: "a1",
      effect: "removes",
      detail: "The override of 2026-03-16 has no times (America/New_York), and no interval holds this time.",
    });
  });

  it.each([
    ["", "not_json", ""],
    ["now", "not_json", ""],
    [JSON.stringify({ ...SCENARIO, unit: { ...SCENARIO.unit, zone: "America/Gotham" } }), "unknown_zone", "unit.zone"],
  ])("[S15] answers %j with one error and exit code 1", async (input, code, path) => {
    const run = await slots(input);
    const { error } = JSON.parse(run.output);
    expect([run.code, error.code, error.path, typeof error.message]).toEqual([1, code, path, "string"]);
    expect(run.output.split("\n").length).toBe(2);
  });

  it("[S14] answers the largest input that is allowed", async () => {
    const [first] = SCENARIO.agents;
    const agents = Array.from({ length: 1_000 }, (_, index) => ({ ...first, id: `agent-${index}` }));
    const bookings = Array.from({ length: 50_000 }, (_, index) => ({
      agentId: `agent-${index % 1_000}`,
      unitId: `u${index % 7}`,
      start: new Date(Date.UTC(2026, 2, 9) + index * 60_000).toISOString(),
      end: new Date(Date.UTC(2026, 2, 9) + (index + 30) * 60_000).toISOString(),
      status: "confirmed",
    }));
    const { code, output } = await slots(JSON.stringify({ ...SCENARIO, agents, bookings }));
    const { slots: found } = JSON.parse(output);
    expect(code).toBe(0);
    expect(found.map(({ start }: { start: string }) => start)).toEqual([
      "2026-03-09T13:00:00Z",
      "2026-03-09T13:30:00Z",
    ]);
    expect(found[0].agentIds.length).toBeGreaterThan(900);
  });
});
