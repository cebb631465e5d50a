import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAvailabilityLine } from "./availability-line.ts";
import { clockText } from "./instant-text.ts";

/** "1 19:30-21:00" for every rule, days with the same times together: "1234 19:30-21:00". */
function read(line: string): string {
  const rules = readAvailabilityLine(line);
  if (!rules.ok) return `${rules.error.code}: ${rules.error.piece}`;
  const byTime = new Map<string, string>();
  for (const { weekday, fromMinute, toMinute } of rules.value) {
    const time = `${clockText(fromMinute)}-${clockText(toMinute)}`;
    byTime.set(time, `${byTime.get(time) ?? ""}${weekday}`);
  }
  return [...byTime].map(([time, days]) => `${days} ${time}`).join(", ");
}

describe("a pasted line of availability", () => {
  it.each([
    ["Mon–Thu 7:30-9pm, Sat 10-2", "1234 19:30-21:00, 6 10:00-14:00"],
    ["Mon-Thu 7:30 - 9 PM; Sat 10 – 2", "1234 19:30-21:00, 6 10:00-14:00"],
    ["monday to friday from 9am to 5pm", "12345 09:00-17:00"],
    ["Weekdays 9-5", "12345 09:00-17:00"],
    ["Weekends 11am—3pm", "67 11:00-15:00"],
    ["daily 10:00-18:00", "1234567 10:00-18:00"],
    ["every day 5-7", "1234567 17:00-19:00"],
    ["Mon, Wed & Fri 9–12, 1–5", "135 09:00-12:00, 135 13:00-17:00"],
    ["M-F 9-5", "12345 09:00-17:00"],
    ["MWF 12-1pm; TTh 6-8", "135 12:00-13:00, 24 18:00-20:00"],
    ["Fri-Mon 10-noon", "1567 10:00-12:00"],
    ["Sun noon-4", "7 12:00-16:00"],
    ["Sat 8pm-midnight", "6 20:00-24:00"],
    ["Sat midnight - 1am", "6 00:00-01:00"],
    ["Tues. & Thurs. 9 a.m.-12 p.m.", "24 09:00-12:00"],
    ["Wed: 17.30-20.00", "3 17:30-20:00"],
    ["Wed 0900-1730", "3 09:00-17:30"],
    ["Wed 14h-17h30", "3 14:00-17:30"],
    ["Mon 9-17", "1 09:00-17:00"],
    ["Mon 00:00-24:00", "1 00:00-24:00"],
    ["9-5 on weekdays, 10-2 Sat", "12345 09:00-17:00, 6 10:00-14:00"],
    ["Mon 9-12 and 2-4 and Tue 10-11", "1 09:00-12:00, 1 14:00-16:00, 2 10:00-11:00"],
    ["Saturdays between 10 and 2", "6 10:00-14:00"],
    ["I'm available Mon between 5 and 7pm, between 8 and 9pm", "1 17:00-19:00, 1 20:00-21:00"],
    ["Mon-Fri 9-5, Sun closed", "12345 09:00-17:00"],
    ["Mon 9-5\nTue 10-6", "1 09:00-17:00, 2 10:00-18:00"],
    ["Mon 9-5, Monday 9-5", "1 09:00-17:00"],
    ["- Mon - 9-5\n- Tue - 10-6", "1 09:00-17:00, 2 10:00-18:00"],
    ["Mon 9-5, Mon 18-20", "1 09:00-17:00, 1 18:00-20:00"],
  ])("[S19] %j means %s", (line, expected) => {
    expect(read(line)).toBe(expected);
  });

  it.each([
    ["7-9", "19:00-21:00"],
    ["7-3", "07:00-15:00"],
    ["7-12", "07:00-12:00"],
    ["8-10", "08:00-10:00"],
    ["8-6", "08:00-18:00"],
    ["9-9", "09:00-21:00"],
    ["12-2", "12:00-14:00"],
    ["1-5", "13:00-17:00"],
    ["11-1", "11:00-13:00"],
    ["10-12", "10:00-12:00"],
    ["9-11am", "09:00-11:00"],
    ["9-12pm", "09:00-12:00"],
    ["9-12am", "21:00-24:00"],
    ["10-2pm", "10:00-14:00"],
    ["12-2pm", "12:00-14:00"],
    ["7-7pm", "07:00-19:00"],
    ["9am-5", "09:00-17:00"],
    ["7am-12", "07:00-12:00"],
    ["7pm-9", "19:00-21:00"],
    ["12am-12pm", "00:00-12:00"],
    ["5p-7p", "17:00-19:00"],
    ["7:30p-9", "19:30-21:00"],
    ["9-13", "09:00-13:00"],
    ["12-18", "12:00-18:00"],
  ])("[S19] of %s means %s where am or pm is missing", (times, expected) => {
    expect(read(`Mon ${times}`)).toBe(`1 ${expected}`);
  });

  it.each([
    ["", "empty_line: "],
    ["  \n", "empty_line: "],
    [",", "no_days: "],
    ["9-5", "no_days: 9 - 5"],
    ["Mon", "no_times: Mon"],
    ["Mon 9-5, Tue", "no_times: Tue"],
    ["Mon mornings", "unknown_piece: mornings"],
    ["Mon 9-5 except holidays", "unknown_piece: except"],
    ["T 9-5", "unknown_piece: T"],
    ["Mon 25-26", "unknown_piece: 25-26"],
    ["Mon 9:75-10", "unknown_piece: 9:75-10"],
    ["Mon 5pm-3pm", "bad_interval: 5pm-3pm"],
    ["Mon 22:00-02:00", "bad_interval: 22:00-02:00"],
    ["Mon 9am-9am", "bad_interval: 9am-9am"],
    ["Mon 9", "bad_interval: 9"],
    ["Mon after 5pm", "unknown_piece: after"],
    ["Mon 9-", "bad_interval: 9 -"],
    ["Mon 9-10-11", "bad_interval: - 11"],
    ["Mon 9-5 off", "bad_interval: off"],
    ["Mon 9-5 - Fri 10-2", "bad_interval: -"],
    ["Mon-Wed- 9-5 -", "bad_interval: -"],
    ["Mon--Tue 9-5", "unknown_piece: Mon - - Tue"],
    ["Weekdays-Sun 9-5", "unknown_piece: Weekdays - Sun"],
    ["Montag 9-5", "unknown_piece: Montag"],
    [`Mon ${"9-10, ".repeat(100)}`, "line_too_long: "],
  ])("[S19] %j is refused by the piece that was not understood", (line, expected) => {
    expect(read(line)).toBe(expected);
  });

  it("[S19] is read without surprise whatever it holds", () => {
    const words = [
      "Mon",
      "–",
      "-",
      " ",
      "9",
      "5pm",
      ",",
      "and",
      "between",
      "Sat",
      "noon",
      "off",
      "x",
      ":",
      "24:00",
      "é",
    ];
    const line = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 3 })), { maxLength: 12 });
    fc.assert(
      fc.property(line, (parts) => {
        const rules = readAvailabilityLine(parts.join(" "));
        if (!rules.ok) return rules.error.message !== "";
        return rules.value.every(
          ({ weekday, fromMinute, toMinute }) =>
            weekday >= 1 && weekday <= 7 && fromMinute >= 0 && fromMinute < toMinute && toMinute <= 1_440,
        );
      }),
      { numRuns: 2_000 },
    );
  });
});
