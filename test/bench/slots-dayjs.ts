// The slot benchmark's version on dayjs with its timezone plugin.
import dayjs from "dayjs";
import timezone from "dayjs/plugin/timezone.js";
import utc from "dayjs/plugin/utc.js";
import type { Slot, SlotScenario } from "#domain/slots/scenario";
import { type Library, slotsByLibrary } from "./slots-by-library.ts";

dayjs.extend(utc);
dayjs.extend(timezone);

const DAYJS: Library = {
  dateOf: (ms, zone) => dayjs.utc(ms).tz(zone).format("YYYY-MM-DD"),
  laterDate: (date, days) => dayjs.utc(date).add(days, "day").format("YYYY-MM-DD"),
  weekdayOf: (date) => dayjs.utc(date).day() || 7,
  instantOf: (date, minute, zone) => {
    const [hours, minutes] = [Math.floor(minute / 60), minute % 60].map((each) => String(each).padStart(2, "0"));
    return dayjs.tz(`${date} ${hours}:${minutes}`, zone).valueOf();
  },
};

/** All slots of a scenario. */
export function slotsWithDayjs(scenario: SlotScenario): readonly Slot[] {
  return slotsByLibrary(DAYJS, scenario);
}
