// The slot benchmark's version on date-fns with @date-fns/tz.
// Its functions are imported one by one, as its manual advises: the whole of it takes a second to load.
import { TZDate } from "@date-fns/tz/date";
import { addDays } from "date-fns/addDays";
import { format } from "date-fns/format";
import { getISODay } from "date-fns/getISODay";
import { parseISO } from "date-fns/parseISO";
import type { Slot, SlotScenario } from "#domain/slots/scenario";
import { type Library, slotsByLibrary } from "./slots-by-library.ts";

const DATE_FNS: Library = {
  dateOf: (ms, zone) => format(new TZDate(ms, zone), "yyyy-MM-dd"),
  laterDate: (date, days) => format(addDays(parseISO(date), days), "yyyy-MM-dd"),
  weekdayOf: (date) => getISODay(parseISO(date)),
  instantOf: (date, minute, zone) => {
    const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
    return new TZDate(year, month - 1, day, Math.floor(minute / 60), minute % 60, zone).getTime();
  },
};

/** All slots of a scenario. */
export function slotsWithDateFns(scenario: SlotScenario): readonly Slot[] {
  return slotsByLibrary(DATE_FNS, scenario);
}
