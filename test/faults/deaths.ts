// The book of kills: for each, which sends and bookings were under way when it came and how far they were, so that a reader can
// see that the kills hit the steps they are meant to hit.
import { BOOKING_WINDOWS, type BookingWindow, bookingWindowsOf } from "./compare-showings.ts";
import { sendsOnDisk, UNDER_WAY_MS_MAX, WINDOWS, type Window, windowsOf } from "./send-log-on-disk.ts";
import { showingsOnDisk } from "./showings-on-disk.ts";
import type { Watch } from "./watch.ts";

/** What one kill found: how many sends and wishes stood where. */
export type Death = ReadonlyMap<Window | BookingWindow, number>;

export type Deaths = {
  /** A fault begins: the next `note` belongs to it. */
  begin(): void;
  /** Something was killed just now. Only the first note of a fault counts. */
  note(): Promise<void>;
  /** What this fault's kill found; empty when nothing was under way. */
  latest(): Death;
};

export function makeDeaths(stateFolder: string, watch: Watch): Deaths {
  let latest: Death | null = null;
  return {
    begin: () => {
      latest = null;
    },
    note: async () => {
      if (latest !== null) return;
      const sends = sendsOnDisk(stateFolder, Date.now());
      const showings = showingsOnDisk(stateFolder, Date.now() - UNDER_WAY_MS_MAX);
      await watch.lookAtTwins();
      const bookings = showings === null ? [] : bookingWindowsOf(showings);
      latest ??= new Map<Window | BookingWindow, number>([...windowsOf(sends, watch.held()), ...bookings]);
    },
    latest: () => latest ?? new Map(),
  };
}

/** How many of these kills found at least one send or wish there. */
export function killsThatFound(deaths: readonly Death[]): ReadonlyMap<Window | BookingWindow, number> {
  return new Map(
    [...WINDOWS, ...BOOKING_WINDOWS].map((window) => [window, deaths.filter((death) => death.has(window)).length]),
  );
}
