import { describe, expect, it } from "vitest";
import { explainInstant } from "./explain.ts";
import { findSlots } from "./offer.ts";
import { agent, at, booking, open, scenario, span } from "./sample-scenario.ts";
import type { SlotScenario } from "./scenario.ts";

/** The rules that remove a start, those of agents with the agent's id. */
function removing(of: SlotScenario, start: string): readonly string[] {
  return explainInstant(of, at(start))
    .filter(({ effect }) => effect === "removes")
    .map(({ rule, agentId }) => (agentId === undefined ? rule : `${agentId} ${rule}`));
}

const NOT_OFFERED = ["a1 result", "result"];

describe("the explanation of a start", () => {
  it("[S16] names every rule that admits an offered start", () => {
    const group = scenario({
      unit: { groupSize: 2 },
      bookings: [booking("2026-03-09T13:30Z", { unitId: "u1" })],
      agents: [agent({ maxPerDay: 1 })],
    });
    expect(explainInstant(group, at("2026-03-09T13:30Z")).map(({ rule, effect }) => `${rule} ${effect}`)).toEqual([
      "minimum_notice admits",
      "horizon admits",
      "unit_window admits",
      "weekly_rule admits",
      "step_grid admits",
      "interval_end admits",
      "booking admits",
      "group_size admits",
      "max_per_day admits",
      "result admits",
      "result admits",
    ]);
  });

  it.each<[string, SlotScenario, string, readonly string[]]>([
    ["minimum_notice", scenario({ minNoticeMinutes: 3_000 }), "2026-03-09T13:30Z", ["minimum_notice", "result"]],
    ["horizon", scenario({ horizonDays: 2 }), "2026-03-09T13:30Z", ["horizon", "result"]],
    ["unit_window, none", scenario({ unit: { windows: [] } }), "2026-03-09T13:30Z", ["unit_window", "result"]],
    [
      "unit_window, closing",
      scenario({ unit: { windows: [span("2026-03-09T13:30Z", 29)] } }),
      "2026-03-09T13:30Z",
      ["unit_window", "result"],
    ],
    ["weekly_rule", scenario(), "2026-03-09T12:30Z", ["a1 weekly_rule", ...NOT_OFFERED]],
    [
      "date_override",
      scenario({ agents: [agent({ overrides: [open("2026-03-09", 900, 960)] })] }),
      "2026-03-09T13:30Z",
      ["a1 date_override", ...NOT_OFFERED],
    ],
    ["step_grid", scenario(), "2026-03-09T13:31Z", ["a1 step_grid", ...NOT_OFFERED]],
    ["interval_end", scenario({ slotMinutes: 45 }), "2026-03-09T15:30Z", ["a1 interval_end", ...NOT_OFFERED]],
    [
      "booking",
      scenario({ bookings: [booking("2026-03-09T13:30Z")] }),
      "2026-03-09T13:30Z",
      ["a1 booking", ...NOT_OFFERED],
    ],
    [
      "booking_buffer",
      scenario({ bookings: [booking("2026-03-09T14:00Z")] }),
      "2026-03-09T13:30Z",
      ["a1 booking_buffer", ...NOT_OFFERED],
    ],
    [
      "same_unit_booking",
      scenario({ bookings: [booking("2026-03-09T13:45Z", { unitId: "u1" })] }),
      "2026-03-09T13:30Z",
      ["a1 same_unit_booking", ...NOT_OFFERED],
    ],
    [
      "group_size",
      scenario({ bookings: [booking("2026-03-09T13:30Z", { unitId: "u1" })] }),
      "2026-03-09T13:30Z",
      ["a1 group_size", ...NOT_OFFERED],
    ],
    [
      "max_per_day",
      scenario({ agents: [agent({ maxPerDay: 1 })], bookings: [booking("2026-03-09T15:00Z")] }),
      "2026-03-09T13:30Z",
      ["a1 max_per_day", ...NOT_OFFERED],
    ],
  ])("[S16] names the rule that removes it: %s", (_, of, start, expected) => {
    expect(removing(of, start)).toEqual(expected);
    expect(findSlots(of).some(({ startMs }) => startMs === at(start))).toBe(false);
  });

  it("[S16] names all of them, for every agent", () => {
    const both = scenario({
      minNoticeMinutes: 3_000,
      agents: [agent(), agent({ id: "a0", weekly: [] })],
      bookings: [booking("2026-03-09T13:30Z"), booking("2026-03-09T14:10Z")],
    });
    expect(removing(both, "2026-03-09T13:31Z")).toEqual([
      "minimum_notice",
      "a0 weekly_rule",
      "a0 result",
      "a1 step_grid",
      "a1 booking",
      "a1 booking_buffer",
      ...NOT_OFFERED,
    ]);
  });

  it("[S16] says which interval holds a start, of two", () => {
    const two = scenario({
      agents: [
        agent({
          weekly: [
            [1, 540, 600],
            [1, 555, 600],
          ],
        }),
      ],
    });
    const reasons = explainInstant(two, at("2026-03-09T13:15Z"));
    expect(reasons.filter(({ rule }) => rule === "step_grid").map(({ effect }) => effect)).toEqual([
      "removes",
      "admits",
    ]);
    expect(reasons.at(-1)).toEqual({ rule: "result", effect: "admits", detail: "Offered with a1." });
    expect(reasons.find(({ rule }) => rule === "weekly_rule")?.detail).toBe(
      "Monday's rule for 2026-03-09 09:00–10:00 (America/New_York) holds it.",
    );
  });

  it("[S16] of a scenario without agents says that there is none", () => {
    expect(explainInstant(scenario({ agents: [] }), at("2026-03-09T13:30Z")).at(-1)?.detail).toBe(
      "Not offered: no agent can take it.",
    );
  });
});
