import { describe, expect, it } from "vitest";
import { budgetDay, OUTPUT_TOKENS_MAX, reservationFor, settlement, tokensLeft } from "./budget.ts";

describe("the budget of a day", () => {
  it("[M14] reserves at least one token for each byte of the prompt, and the longest answer", () => {
    const empty = reservationFor({ system: "", user: "" });
    expect(empty).toBeGreaterThan(OUTPUT_TOKENS_MAX);
    expect(reservationFor({ system: "abc", user: "é€😀" }) - empty).toBe(3 + 2 + 3 + 4);
  });

  it("[M14] puts what the service counted in the place of the reservation", () => {
    expect(settlement(5_000, { tokensIn: 812, tokensOut: 90 })).toEqual({
      tokensIn: 812,
      tokensOut: 90,
      reserved: -5_000,
    });
    expect(settlement(5_000, { tokensIn: Number.NaN, tokensOut: -4 })).toEqual({
      tokensIn: 0,
      tokensOut: 0,
      reserved: -5_000,
    });
  });

  it("[M14] keeps the reservation of a call that nobody counted", () => {
    expect(settlement(5_000, null)).toEqual({ tokensIn: 0, tokensOut: 0, reserved: 0 });
  });

  it("[M14] leaves what is neither spent nor reserved, and never less than nothing", () => {
    expect(tokensLeft({ tokensIn: 100, tokensOut: 20, reserved: 30 }, 1_000)).toBe(850);
    expect(tokensLeft({ tokensIn: 1_000, tokensOut: 20, reserved: 0 }, 1_000)).toBe(0);
  });

  it("[M15] changes at midnight UTC", () => {
    expect(budgetDay(Date.UTC(2026, 10, 25, 23, 59, 59, 999))).toBe("2026-11-25");
    expect(budgetDay(Date.UTC(2026, 10, 26))).toBe("2026-11-26");
  });
});
