import { describe, expect, it } from "vitest";
import { beforeStart, commonReason, mayNotBecome, mayNotMove } from "./refusal.ts";
import { mayBecome, nextStatuses, SHOWING_STATUSES } from "./status.ts";

describe("a showing's status", () => {
  it("[H1, R11] has these steps and no other", () => {
    const steps = SHOWING_STATUSES.flatMap((from) =>
      SHOWING_STATUSES.filter((to) => mayBecome(from, to)).map((to) => `${from} > ${to}`),
    );
    expect(steps.sort()).toEqual(
      [
        "pending > confirmed",
        "pending > reschedule_requested",
        "pending > cancelled",
        "pending > no_show",
        "confirmed > reschedule_requested",
        "confirmed > cancelled",
        "confirmed > completed",
        "confirmed > no_show",
        "reschedule_requested > pending",
        "reschedule_requested > confirmed",
        "reschedule_requested > cancelled",
        "reschedule_requested > no_show",
      ].sort(),
    );
    for (const over of ["cancelled", "completed", "no_show"] as const) expect(nextStatuses(over)).toEqual([]);
  });

  it("[H1] is refused in words, with what it can still become", () => {
    expect(mayNotBecome("reschedule_requested", "completed").error).toEqual({
      code: "NOT_NOW",
      message: "A showing that is reschedule requested cannot become completed.",
      next: "It can still become pending, confirmed, cancelled, no show.",
    });
    expect(mayNotBecome("no_show", "completed").error.next).toBe("Book a new showing instead.");
    expect(mayNotMove("cancelled").error.message).toBe("A showing that is cancelled cannot be moved.");
  });
});

describe("how a showing went", () => {
  it("[H16] is said from its start on, and everything else at any time", () => {
    for (const to of SHOWING_STATUSES) {
      const isEarly = to === "completed" || to === "no_show";
      expect([to, beforeStart(to, 1_000, 999)?.code ?? null]).toEqual([to, isEarly ? "NOT_STARTED" : null]);
      expect(beforeStart(to, 1_000, 1_000)).toBeNull();
    }
    expect(beforeStart("no_show", 1_000, 0)).toEqual({
      code: "NOT_STARTED",
      message: "The showing has not begun yet.",
      next: "Say that nobody came once it has, or cancel it.",
    });
  });
});

describe("the reason for several agents", () => {
  it("[H8] is the one they have in common, or that the time is taken", () => {
    expect(commonReason(["DAY_FULL", "DAY_FULL"])).toBe("DAY_FULL");
    expect(commonReason(["DAY_FULL", "GROUP_FULL"])).toBe("TIME_TAKEN");
    expect(commonReason(["GROUP_FULL"])).toBe("GROUP_FULL");
    expect(commonReason([])).toBe("TIME_TAKEN");
  });
});
