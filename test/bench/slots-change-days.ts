// The changes of clocks around which random scenarios lie: both directions, thirty minutes and twenty-four hours, at midnight and
// in the middle of the night, a month apart and a week apart. A test asks the runtime that each of them is one.

/** `atMs`: the first instant with the new offset. `other`: the zone of the agents who do not live in `zone`. */
export type ChangeDay = { readonly zone: string; readonly atMs: number; readonly other: string };

const CHANGES: readonly (readonly [zone: string, at: string])[] = [
  ["America/New_York", "2026-03-08T07:00Z"],
  ["America/New_York", "2026-11-01T06:00Z"],
  ["America/Los_Angeles", "2026-03-08T10:00Z"],
  ["America/Los_Angeles", "2026-11-01T09:00Z"],
  ["Europe/London", "2026-03-29T01:00Z"],
  ["Europe/London", "2026-10-25T01:00Z"],
  ["Europe/Berlin", "2026-03-29T01:00Z"],
  ["Europe/Berlin", "2026-10-25T01:00Z"],
  // Thirty minutes.
  ["Australia/Lord_Howe", "2026-04-04T15:00Z"],
  ["Australia/Lord_Howe", "2026-10-03T15:30Z"],
  ["Australia/Sydney", "2026-04-04T16:00Z"],
  ["Australia/Sydney", "2026-10-03T16:00Z"],
  ["America/St_Johns", "2026-03-08T05:30Z"],
  // One minute after midnight, as it was until 2011: the clock goes back into the day before.
  ["America/St_Johns", "2010-03-14T03:31Z"],
  ["America/St_Johns", "2010-11-07T02:31Z"],
  // Offsets of three quarters of an hour.
  ["Pacific/Chatham", "2026-04-04T14:00Z"],
  ["Pacific/Chatham", "2026-09-26T14:00Z"],
  // A day that did not happen, and one in the same zone with an ordinary change.
  ["Pacific/Apia", "2011-12-30T10:00Z"],
  ["Pacific/Apia", "2012-03-31T14:00Z"],
  // At midnight: the day begins at one, or its last hour comes twice.
  ["America/Sao_Paulo", "2018-11-04T03:00Z"],
  ["America/Sao_Paulo", "2018-02-18T02:00Z"],
  ["Africa/Cairo", "2026-04-23T22:00Z"],
  ["Africa/Cairo", "2026-10-29T21:00Z"],
  ["America/Havana", "2026-03-08T05:00Z"],
  ["America/Havana", "2026-11-01T05:00Z"],
  // Back for Ramadan, and forward a month later.
  ["Africa/Casablanca", "2026-02-15T02:00Z"],
  ["Africa/Casablanca", "2026-03-22T02:00Z"],
  // Two changes within a week, in and out.
  ["America/Recife", "2000-10-08T03:00Z"],
  ["America/Recife", "2000-10-15T02:00Z"],
  // Two hours.
  ["Antarctica/Troll", "2026-03-29T01:00Z"],
  ["Antarctica/Troll", "2026-10-25T01:00Z"],
];

/** Zones without changes, or with theirs on other days. */
const OTHERS = ["Asia/Kolkata", "America/New_York", "Europe/London", "Asia/Kathmandu", "Pacific/Kiritimati"];

export const CHANGE_DAYS: readonly ChangeDay[] = CHANGES.map(([zone, at], index) => ({
  zone,
  atMs: Date.parse(at),
  other: OTHERS[index % OTHERS.length] ?? "UTC",
}));
