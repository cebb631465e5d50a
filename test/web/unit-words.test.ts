// What the pages of units and availability say and understand: names of facts, what is missing, typed times, pasted weeks.
import { describe, expect, it } from "vitest";
import type { UnitView } from "#contracts/api/unit";
import { ALL_TOPICS } from "#domain/triage/topics";
import { likelyUnit } from "../../web/src/pages/units/likely-unit.ts";
import { instantAt, wallOf } from "../../web/src/parts/unit/wall-time.ts";
import { entryOf, readDay } from "../../web/src/parts/week/day-times.ts";
import { bufferWords, MAILS_OFF, mailWords, perDayWords, weekLines } from "../../web/src/words/availability.ts";
import { clockWords, readSpan } from "../../web/src/words/clock.ts";
import { ASKED_FACTS, factName, factTitle, factValue, lacksOf } from "../../web/src/words/unit.ts";

const UNIT: UnitView = {
  id: "u",
  label: "1 Main St",
  zone: "America/New_York",
  groupSize: 1,
  windows: null,
  facts: [{ name: "pets", value: "No", updatedAt: "2026-01-01T00:00:00Z", validUntil: null, isStale: false }],
  assignments: [{ user: { id: "a", name: "A" }, priority: 1, isActive: true }],
  listings: [],
  hasTimes: true,
};

describe("facts", () => {
  it("that are proposed are those that replies look for", () => {
    const asked = new Set(ALL_TOPICS.flatMap((topic) => [...topic.facts, ...(topic.within?.facts ?? [])]));
    for (const name of Object.keys(ASKED_FACTS)) expect([name, asked.has(name)]).toEqual([name, true]);
  });

  it("get the name on record from what people type, and back", () => {
    expect(factName(" monthly RENT ")).toBe("rentMonthly");
    expect(factName("Pet deposit")).toBe("petDeposit");
    expect(factName("rentWeekly")).toBe("rentWeekly");
    expect(factName("24-hour doorman?")).toBe("24HourDoorman");
    expect(factName("…")).toBe("");
    expect(factTitle("petDeposit")).toBe("Pet deposit");
    for (const name of Object.keys(ASKED_FACTS)) expect(factName(factTitle(name))).toBe(name);
  });

  it("are numbers only when they are written as plain ones", () => {
    expect([" 2450 ", "2450.5", "007", "$2,450", "1e3", "-3"].map(factValue)).toEqual([
      2450,
      2450.5,
      "007",
      "$2,450",
      "1e3",
      -3,
    ]);
  });
});

describe("what a unit lacks", () => {
  const words = (change: Partial<UnitView>) => lacksOf({ ...UNIT, ...change }).map((lack) => lack.words);

  it("is nothing, an agent who is asked, facts that hold, or times", () => {
    expect(words({})).toEqual([]);
    expect(words({ assignments: UNIT.assignments.map((one) => ({ ...one, isActive: false })) })).toEqual(["No agent"]);
    const stale = UNIT.facts.map((fact) => ({ ...fact, isStale: true }));
    expect(words({ facts: stale })).toEqual(["No facts"]);
    expect(words({ facts: [...UNIT.facts, ...stale] })).toEqual(["1 fact out of date"]);
    expect(words({ windows: [] })).toEqual(["Not shown"]);
    expect(words({ hasTimes: false })).toEqual(["No times yet"]);
    // One reason is enough: without an agent there are no times, and who is never shown needs none.
    expect(words({ hasTimes: false, windows: [] })).toEqual(["Not shown"]);
    expect(words({ hasTimes: false, assignments: [] })).toEqual(["No agent"]);
  });
});

describe("the unit a listing's title means", () => {
  const units = [
    { id: "1", label: "118 Kent Ave, 4C" },
    { id: "2", label: "18 Kent Ave, 4C" },
    { id: "3", label: "9 Harbor Walk" },
    { id: "4", label: "9 Harbor Walk, Suite 2" },
  ];

  it("is found whatever the signs between the words, never within a longer number, and not when two fit", () => {
    expect(likelyUnit("118 kent ave 4C — sunny", units)?.id).toBe("1");
    expect(likelyUnit("Sunny: 18 Kent Ave / 4c", units)?.id).toBe("2");
    expect(likelyUnit("9 Harbor Walk, Suite 2", units)).toBeNull();
    expect(likelyUnit(null, units)).toBeNull();
  });
});

describe("typed times", () => {
  it("are understood together, and what is shown reads back as itself", () => {
    expect(readSpan("7:30", "9pm")).toEqual({ fromMinute: 1170, toMinute: 1260 });
    expect(readSpan("9", "5")).toEqual({ fromMinute: 540, toMinute: 1020 });
    expect(readSpan("14:00", "24:00")).toEqual({ fromMinute: 840, toMinute: 1440 });
    expect(readSpan("", "5")).toMatch(/^Write when it begins/);
    expect(readSpan("5pm", "soon")).toMatch(/^Write when it ends/);
    expect(readSpan("5pm", "5pm")).toMatch(/^It has to end after/);
    for (let minute = 0; minute < 1440; minute += 15) {
      const back = readSpan(clockWords(minute), clockWords(1440));
      expect([minute, back]).toEqual([minute, { fromMinute: minute, toMinute: 1440 }]);
    }
  });

  it("of one day may touch and not overlap, and empty fields are nothing", () => {
    const entries = [
      entryOf({ fromMinute: 600, toMinute: 720 }),
      entryOf({ fromMinute: 720, toMinute: 780 }),
      entryOf({ fromMinute: 540, toMinute: 610 }),
      { id: -1, from: "", to: " " },
    ];
    const read = readDay(entries);
    expect([...read.problems.keys()]).toEqual([entries[0]?.id]);
    expect(readDay(entries.slice(0, 2)).problems.size).toBe(0);
  });
});

describe("mails in words", () => {
  it("are what somebody chose, and say when nobody gets any", () => {
    expect(mailWords({ isMailed: true }, true)).toMatch(/booked, moved or cancelled/);
    expect(mailWords({}, true)).toBe(mailWords({ isMailed: true }, true));
    expect(mailWords({ isMailed: false }, false)).toBe("None");
    expect(mailWords({ isMailed: true }, false)).toMatch(/^None yet: mails are off/);
    expect(MAILS_OFF).toMatch(/off for everybody here/);
  });
});

describe("availability in words", () => {
  it("puts equal days together", () => {
    const evening = (weekday: number) => ({ weekday, fromMinute: 1170, toMinute: 1260 });
    const lines = weekLines([...[1, 2, 3, 7].map(evening), { weekday: 1, fromMinute: 540, toMinute: 600 }]);
    expect(lines.map((line) => `${line.days} ${line.times.join("+")}`)).toEqual([
      "Mon 9:00–10:00 AM+7:30–9:00 PM",
      "Tue–Wed 7:30–9:00 PM",
      "Sun 7:30–9:00 PM",
    ]);
    expect([0, 15, 60, 90].map(bufferWords)).toEqual(["None", "15 min", "1 h", "1 h 30 min"]);
    expect([null, 0, 3].map(perDayWords)).toEqual(["As many as fit", "Only to join others", "At most 3"]);
  });
});

describe("a unit's wall clock", () => {
  it("moves a skipped time forward and takes the first of two", () => {
    const zone = "America/New_York";
    const spring = Date.parse("2026-03-08T00:00:00Z") / 86_400_000;
    expect(instantAt(zone, spring, 150)).toBe(Date.parse("2026-03-08T07:30:00Z"));
    const autumn = Date.parse("2026-11-01T00:00:00Z") / 86_400_000;
    expect(instantAt(zone, autumn, 90)).toBe(Date.parse("2026-11-01T05:30:00Z"));
    expect(instantAt(zone, autumn, 1440)).toBe(Date.parse("2026-11-02T05:00:00Z"));
    expect(instantAt("Mars/Olympus", autumn, 0)).toBeNull();
    expect(wallOf(zone, Date.parse("2026-11-02T04:59:00Z"))).toEqual({ day: autumn, minute: 1439 });
  });
});
