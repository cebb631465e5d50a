// The small machines of an agent's day: which orders stand first, what a day says, what can be taken back, addresses, months,
// times in a place's zone, and reasons in words.
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SHOWING_FILTERS, SHOWING_ORDERS } from "#contracts/api/showing";
import { FOLLOW_UP_OCCASIONS } from "#domain/conversation/follow-up";
import { SHOWING_STATUSES } from "#domain/showing/status";
import { monthBounds, monthsAfter, monthWeeks } from "../../web/src/pages/showings/month.ts";
import { listFilter, parsePlace, placeParams, RANGES, VIEWS } from "../../web/src/pages/showings/showing-place.ts";
import { planOf } from "../../web/src/pages/today/plan.ts";
import { currentShowing } from "../../web/src/parts/showing/current-showing.ts";
import { HOLD_MS, heldOrder, holdOrder, sendHeld, settle, takeBack } from "../../web/src/parts/showing/held-orders.ts";
import { isFinal, ordersFor } from "../../web/src/parts/showing/orders.ts";
import { slotsByDay } from "../../web/src/parts/showing/slots-by-day.ts";
import { reasonGroups, reasonWords } from "../../web/src/words/explanation.ts";
import { dueWords, OCCASION_WORDS, snoozeChoices, textWords, writerWords } from "../../web/src/words/follow-up.ts";
import { dateTitle, OWN_ZONE, placeDate, placeInstant, zoneName } from "../../web/src/words/place-time.ts";
import { comingWords, nearness, ORDER_WORDS, STATUS_WORDS } from "../../web/src/words/showing.ts";
import { makeSend } from "./fake-board/seed.ts";
import { makeShowing, NEW_YORK } from "./fake-board/seed-showings.ts";

/** Wednesday, ten past ten in New York. */
const NOW_MS = Date.parse("2026-11-25T15:10:00Z");
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const showing = (hours: number, status: (typeof SHOWING_STATUSES)[number] = "confirmed") =>
  makeShowing(`in ${hours} h`, NOW_MS + hours * HOUR_MS, status);
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe("orders", () => {
  it("are confirming and moving before the start, and how it went from the start on", () => {
    expect(ordersFor(showing(1, "pending"), NOW_MS).main).toEqual(["confirmed", "move"]);
    expect(ordersFor(showing(1), NOW_MS)).toEqual({
      main: ["move"],
      more: ["reschedule_requested", "cancelled"],
      later: ["completed", "no_show"],
    });
    expect(ordersFor(showing(0), NOW_MS)).toEqual({
      main: ["completed", "no_show"],
      more: ["move", "cancelled"],
      later: [],
    });
    expect(ordersFor(showing(-1, "pending"), NOW_MS).main).toEqual(["confirmed", "no_show"]);
  });

  it("never offer a step that the table does not have, and none when it is over", () => {
    for (const status of SHOWING_STATUSES) {
      for (const hours of [-1, 1]) {
        const one = showing(hours, status);
        const { main, more } = ordersFor(one, NOW_MS);
        const offered = [...main, ...more];
        expect(new Set(offered).size, status).toBe(offered.length);
        for (const order of offered) if (order !== "move") expect(one.mayBecome, status).toContain(order);
        expect(offered.length > 0, status).toBe(one.mayBecome.length > 0);
      }
    }
  });

  it("[H16] name what cannot be said yet exactly until it begins", () => {
    for (const status of SHOWING_STATUSES) {
      const early = showing(1, status).mayBecome.filter((to) => to === "completed" || to === "no_show");
      expect([status, ordersFor(showing(1, status), NOW_MS).later]).toEqual([status, early]);
      expect(ordersFor(showing(0, status), NOW_MS).later).toEqual([]);
    }
  });

  it("of a lead who is not to be contacted begin with calling it off, until it has begun", () => {
    const silent = (hours: number) => ({ ...showing(hours), isLeadSuppressed: true });
    const { main, more } = ordersFor(silent(1), NOW_MS);
    expect([main, more]).toEqual([["cancelled"], ["move", "reschedule_requested"]]);
    expect(ordersFor(silent(0), NOW_MS).main).toEqual(["completed", "no_show"]);
    expect(comingWords(silent(1), NOW_MS)).toBeNull();
  });

  it("wait to be taken back exactly where the server cannot undo them", () => {
    expect(SHOWING_STATUSES.filter(isFinal)).toEqual(
      SHOWING_STATUSES.filter((status) => makeShowing("x", NOW_MS, status).mayBecome.length === 0),
    );
  });
});

describe("an order that is held", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("is sent once after its time, and stands until its answer is there", () => {
    const send = vi.fn();
    holdOrder("a", "Marked", send);
    holdOrder("a", "Marked twice", send);
    vi.advanceTimersByTime(HOLD_MS - 1);
    expect(send).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(send).toHaveBeenCalledOnce();
    expect(heldOrder("a")).toEqual({ words: "Marked", isSent: true });
    takeBack("a");
    expect(heldOrder("a")).toBeDefined();
    settle("a");
    expect(heldOrder("a")).toBeUndefined();
  });

  it("is never sent once it was taken back, and at once when the page is left", () => {
    const taken = vi.fn();
    const left = vi.fn();
    holdOrder("taken", "Marked", taken);
    holdOrder("left", "Marked", left);
    takeBack("taken");
    sendHeld();
    vi.advanceTimersByTime(HOLD_MS * 2);
    expect(taken).not.toHaveBeenCalled();
    expect(left).toHaveBeenCalledOnce();
    settle("left");
  });
});

describe("the plan of a day", () => {
  const plan = (list: Parameters<typeof planOf>[0]) => planOf(list, "2026-11-25", "2026-11-26", NOW_MS);

  it("asks about earlier days only what nobody closed", () => {
    const list = [showing(-48, "completed"), showing(-25), showing(-24, "cancelled"), showing(-2), showing(5)];
    expect(ids(plan(list).unclosed)).toEqual(["in -25 h"]);
    expect(ids(plan(list).today)).toEqual(["in -2 h", "in 5 h"]);
  });

  it("names the one that runs as the next, else the first that is not over, also on a later day", () => {
    expect(plan([showing(-0.25), showing(2)]).next?.id).toBe("in -0.25 h");
    expect(plan([showing(-3), showing(1, "cancelled"), showing(26)]).next?.id).toBe("in 26 h");
    expect(plan([showing(-3)]).next).toBeNull();
    expect(plan([showing(20), showing(21, "cancelled"), showing(22, "pending")]).tomorrowCount).toBe(2);
  });

  it("shows a conversation the showing that matters", () => {
    expect(currentShowing([showing(-50, "no_show"), showing(3), showing(30)], NOW_MS)?.id).toBe("in 3 h");
    expect(currentShowing([showing(-2), showing(3, "cancelled")], NOW_MS)?.id).toBe("in -2 h");
    expect(currentShowing([showing(-50, "no_show"), showing(-3, "completed")], NOW_MS)?.id).toBe("in -3 h");
    expect(currentShowing([], NOW_MS)).toBeNull();
  });
});

describe("the address of the showings", () => {
  const date = fc.constantFrom(null, "2026-03-08", "2024-02-29");
  const id = fc.option(fc.stringMatching(/^[\w:.-]{1,64}$/), { nil: null });

  it("keeps everything that was chosen", () => {
    const anyPlace = fc.record({
      view: fc.constantFrom(...VIEWS),
      date,
      range: fc.constantFrom(...RANGES),
      from: date,
      to: date,
      status: fc.constantFrom(null, ...SHOWING_FILTERS),
      unit: id,
      agent: id,
      order: fc.constantFrom(...SHOWING_ORDERS),
    });
    fc.assert(
      fc.property(anyPlace, (place) => {
        expect(parsePlace(placeParams(place))).toEqual(place);
      }),
    );
  });

  it("falls back to the default when it holds something else", () => {
    const strange = { view: "x", date: "2026-02-30", when: "y", from: "z", status: "gone", unit: ["a"], agent: "" };
    expect(parsePlace(strange)).toEqual(parsePlace({}));
  });

  it("asks for the days it names, both included", () => {
    const days = (when: string) => {
      const { from, to } = listFilter(parsePlace({ when, from: "2026-01-02" }), "2026-11-25");
      return [from, to];
    };
    expect(days("coming")).toEqual(["2026-11-25", null]);
    expect(days("week")).toEqual(["2026-11-23", "2026-11-29"]);
    expect(days("last7")).toEqual(["2026-11-19", "2026-11-25"]);
    expect(days("dates")).toEqual(["2026-01-02", null]);
  });
});

describe("a month", () => {
  it("begins its weeks on Monday and holds each of its days once", () => {
    for (const [date, days] of [
      ["2026-02-10", 28],
      ["2024-02-29", 29],
      ["2026-11-25", 30],
      ["2026-12-31", 31],
    ] as const) {
      const inside = monthWeeks(date, [])
        .flat()
        .filter(({ isInside }) => isInside);
      expect(inside).toHaveLength(days);
      expect(inside[0]?.date).toBe(monthBounds(date).first);
      expect(inside.at(-1)?.date).toBe(monthBounds(date).last);
      for (const week of monthWeeks(date, [])) expect(new Date(week[0]?.date ?? "").getUTCDay()).toBe(1);
    }
    expect(monthsAfter("2026-12-31", 1)).toBe("2027-01-01");
    expect(monthsAfter("2026-01-31", -1)).toBe("2025-12-01");
  });

  it("counts what is not cancelled, and apart what is not settled", () => {
    const list = [showing(0), showing(1, "pending"), showing(2, "cancelled"), showing(3, "no_show")];
    const day = monthWeeks("2026-11-01", list)
      .flat()
      .find((one) => one.date === "2026-11-25");
    expect(day).toMatchObject({ count: 3, waiting: 1 });
  });
});

describe("times of a place", () => {
  it("name the zone only where the reader's clock says something else", () => {
    const at = "2026-11-25T15:00:00Z";
    expect(zoneName(at, OWN_ZONE)).toBeNull();
    const far = OWN_ZONE === "Asia/Tokyo" ? NEW_YORK : "Asia/Tokyo";
    expect(zoneName(at, far)).not.toBeNull();
    expect(placeDate("2026-11-26T02:00:00Z", NEW_YORK)).toBe("2026-11-25");
  });

  it("find the instant of a wall clock, forward over a spring gap and first in an autumn overlap", () => {
    expect(placeInstant("2026-11-28", "14:15", NEW_YORK)).toBe("2026-11-28T19:15:00.000Z");
    expect(placeInstant("2026-03-08", "02:30", NEW_YORK)).toBe("2026-03-08T07:30:00.000Z");
    expect(placeInstant("2026-11-01", "01:30", NEW_YORK)).toBe("2026-11-01T05:30:00.000Z");
    expect(placeInstant("2026-02-30", "01:30", NEW_YORK)).toBeNull();
    expect(placeInstant("2026-02-20", "", NEW_YORK)).toBeNull();
  });

  it("cut open times by the days of the place", () => {
    const slot = (start: string) => ({ start, end: start, agents: [] });
    const days = slotsByDay(
      [slot("2026-11-26T00:30:00Z"), slot("2026-11-26T04:30:00Z"), slot("2026-11-26T15:00:00Z")],
      NEW_YORK,
    );
    expect(days.map((day) => [day.date, day.slots.length])).toEqual([
      ["2026-11-25", 2],
      ["2026-11-26", 1],
    ]);
  });

  it("call near days by their names", () => {
    expect(["2026-11-24", "2026-11-25", "2026-11-26"].map((date) => dateTitle(date, "2026-11-25"))).toEqual([
      "Yesterday",
      "Today",
      "Tomorrow",
    ]);
    expect(dateTitle("2027-01-01", "2026-11-25")).toContain("2027");
  });
});

describe("the words of a showing", () => {
  it("exist for every status and every button, and none speaks in codes", () => {
    for (const status of SHOWING_STATUSES)
      expect(`${STATUS_WORDS[status]} ${ORDER_WORDS[status]}`).not.toMatch(/_|undef/);
  });

  it("tell how near it is, and what the lead said as long as that matters", () => {
    expect([showing(1.5), showing(-0.25), showing(-2), showing(49)].map((one) => nearness(one, NOW_MS))).toEqual([
      "in 1 h 30 min",
      "now",
      "2 h ago",
      "in 2 days",
    ]);
    expect(comingWords(showing(1), NOW_MS)).toMatch(/not said yes/);
    expect(comingWords({ ...showing(1), leadConfirmedAt: "2026-11-24T00:00:00Z" }, NOW_MS)).toMatch(/will come/);
    expect(comingWords(showing(-1), NOW_MS)).toBeNull();
    expect(comingWords(showing(1, "cancelled"), NOW_MS)).toBeNull();
  });

  it("tell who writes a follow-up, and how far its text is", () => {
    expect(writerWords({ writer: "assistant" }, "Ben")).toBe("the assistant writes it");
    expect([writerWords({ writer: "agent" }), writerWords({ writer: "agent" }, "Ben")]).toEqual([
      "you write it",
      "Ben writes it",
    ]);
    const sends = (["draft", "queued", "unknown"] as const).map((state) => makeSend(state, state, "", NOW_MS));
    expect([null, "draft", "queued", "gone"].map((sendId) => textWords({ sendId }, sends))).toEqual([
      "not written yet",
      "the draft waits for you",
      "the text is queued",
      "not written yet",
    ]);
    for (const occasion of FOLLOW_UP_OCCASIONS) expect(OCCASION_WORDS[occasion]).toMatch(/^[A-Z]/);
  });

  it("tell since when a follow-up is due, and never put one off into the past or beyond what is allowed", () => {
    const row = (ms: number) => ({ dueAt: new Date(NOW_MS + ms).toISOString() });
    expect(dueWords(row(-2 * HOUR_MS), NOW_MS)).toEqual({ words: "due for 2 h", isDue: true });
    expect(dueWords(row(2 * DAY_MS), NOW_MS).isDue).toBe(false);
    for (const { untilMs } of snoozeChoices(NOW_MS)) {
      expect(untilMs).toBeGreaterThan(NOW_MS);
      expect(untilMs).toBeLessThan(NOW_MS + 14 * DAY_MS);
    }
  });
});

describe("reasons", () => {
  const admits = (rule: string, agent: { id: string; name: string } | null, detail = "Fine.") =>
    ({ rule, agent, effect: "admits", detail }) as const;
  const removes = (rule: string, agent: { id: string; name: string } | null, detail = "No.") =>
    ({ rule, agent, effect: "removes", detail }) as const;
  const ben = { id: "us_1", name: "Ben" };

  it("are told in the place's time, and units by their names", () => {
    const names = new Map([["un_2", "118 Kent Ave"]]);
    const words = (text: string) => reasonWords(text, NEW_YORK, names).replaceAll("\u202f", " ");
    expect(words("In unit un_2, 2026-11-25T15:00:00Z to 2026-11-25T15:30:00Z.")).toMatch(
      /^At 118 Kent Ave, .+25.+10:00.+ to 10:30.+\.$/,
    );
    expect(words("Within 15 minutes of a showing in unit un_9, 2026-11-25T15:00:00Z to 2026-11-26T15:30:00Z.")).toMatch(
      /showing at another unit, .+25.+ to .+26.+\.$/,
    );
    expect(words("The unit can be shown at any time.")).toBe("The unit can be shown at any time.");
    expect(words("3 of 3 showings on 2026-11-25.")).not.toContain("2026-11-25");
  });

  it("stand by whom they are about, what is against it first", () => {
    const groups = reasonGroups({
      at: "2026-11-25T15:00:00Z",
      isOpen: false,
      reasons: [
        admits("horizon", null),
        admits("weekly_rule", ben),
        removes("booking", ben),
        removes("result", ben),
        removes("result", null),
      ],
    });
    expect(groups.map((group) => [group.agent?.name ?? null, group.isOpen])).toEqual([
      [null, true],
      ["Ben", false],
    ]);
    expect(groups[1]?.reasons.map(({ rule }) => rule)).toEqual(["booking", "weekly_rule"]);
  });
});
