// The pure rules of the switches: what a change may say, and how failures are spread.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { failsAt } from "./faults.ts";
import { checkChange, choice, GENERAL_SWITCHES, range, sendSwitch } from "./switches.ts";

describe("a change of the switches", () => {
  it("takes a word that the switch allows and a number within its bounds", () => {
    const change = checkChange(GENERAL_SWITCHES, { send: "held", fail_rate: 100 });
    expect(change).toEqual({
      ok: true,
      value: [
        ["send", "held"],
        ["fail_rate", 100],
      ],
    });
  });

  it("names the unknown switch in a sentence, also one that every object inherits", () => {
    for (const name of ["sned", "toString", "__proto__"]) {
      const change = checkChange(GENERAL_SWITCHES, JSON.parse(`{"${name}": "off"}`));
      expect(change.ok).toBe(false);
      if (!change.ok) expect(change.error).toContain(`"${name}"`);
    }
  });

  it("names what is allowed when the value is not", () => {
    const specs = { light: choice(["red", "green"], "a light"), speed: range({ min: 0, max: 9, initial: 0 }, "speed") };
    expect(checkChange(specs, { light: "blue" })).toMatchObject({ ok: false, error: expect.stringContaining("green") });
    for (const speed of [10, -1, 0.5, "5", null]) {
      expect(checkChange(specs, { speed })).toMatchObject({ ok: false, error: expect.stringContaining("0 to 9") });
    }
  });

  it("is refused whole when one pair of it is wrong", () => {
    expect(checkChange(GENERAL_SWITCHES, { send: "held", challenge: "maybe" }).ok).toBe(false);
  });

  it("lets a site add words of its own to send", () => {
    const specs = { send: sendSwitch("cool_down") };
    expect(checkChange(specs, { send: "cool_down" }).ok).toBe(true);
    expect(checkChange(specs, { send: "silent_drop" }).ok).toBe(true);
  });
});

describe("the spread of failures", () => {
  it("fails exactly the asked percent of any hundred turns in a row", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 100_000 }), (percent, first) => {
        let failures = 0;
        for (let turn = first; turn < first + 100; turn++) if (failsAt(turn, percent)) failures++;
        expect(failures).toBe(percent);
      }),
    );
  });
});
