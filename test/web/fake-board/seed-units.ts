// Units, listings and people the fake board starts with: complete ones, and one for each thing that can be missing.
// Everybody and everything here is invented.
import type { ListingView, UnitView } from "#contracts/api/unit";
import { PLATFORMS } from "#domain/platform";

const DAY_MS = 86_400_000;
const ZONE = "America/New_York";
const PLAIN_UNITS = 18;

export const MEMBERS = [
  { id: "us_admin", name: "Ana Duarte", role: "admin" },
  { id: "us_agent", name: "Ben Ito", role: "agent" },
  { id: "us_long", name: "Wilhelmina Featherstonehaugh-Cholmondeley", role: "agent" },
  { id: "us_new", name: "Zeynep Aydın", role: "agent" },
] as const;

/** Unit ids by what they stand for. */
export const UNITS = {
  complete: "un_1",
  nobody: "un_2",
  windows: "un_3",
  empty: "un_4",
  rightToLeft: "un_5",
} as const;

export type StoredUnit = Omit<UnitView, "listings" | "facts" | "hasTimes"> & { facts: StoredFact[] };
export type StoredFact = { name: string; value: string | number; updatedAtMs: number; validUntilMs: number | null };

export function seedUnits(nowMs: number): StoredUnit[] {
  const fact = (name: string, value: string | number, validUntilMs: number | null = null): StoredFact => ({
    name,
    value,
    updatedAtMs: nowMs - 9 * DAY_MS,
    validUntilMs,
  });
  const plain = (n: number): StoredUnit => ({
    id: `un_${n}`,
    label: `${20 + n * 7} Bedford Ave, ${1 + (n % 6)}${"ABCD"[n % 4]}`,
    zone: ZONE,
    groupSize: 1,
    windows: null,
    facts: [fact("rentMonthly", 2_100 + n * 50), fact("pets", "Cats only")],
    assignments: [assignment(n % 2, 100)],
  });
  return [
    {
      id: UNITS.complete,
      label: "118 Kent Ave, 4C",
      zone: ZONE,
      groupSize: 1,
      windows: null,
      facts: [
        fact("rentMonthly", 2_450),
        fact("availableFrom", "1 December 2026", nowMs + 30 * DAY_MS),
        fact("deposit", "One month"),
        fact("laundry", "In the basement; card-operated, open from 7 in the morning to 10 in the evening"),
        fact("specials", "Half a month free on leases of 13 months", nowMs - 4 * DAY_MS),
      ],
      assignments: [assignment(1, 10), assignment(0, 100), { ...assignment(2, 200), isActive: false }],
    },
    {
      ...plain(2),
      id: UNITS.nobody,
      label: "2210 Sunset Crest Boulevard, Building 7, Unit 1204 (corner, river side)",
      assignments: [],
    },
    {
      ...plain(3),
      id: UNITS.windows,
      label: "41-20 Queens Blvd, 2F",
      groupSize: 4,
      windows: Array.from({ length: 9 }, (_, n) => openHouse(nowMs, n + 2)),
    },
    { ...plain(4), id: UNITS.empty, label: "9 Harbor Walk, Suite 2", windows: [], facts: [], assignments: [] },
    { ...plain(5), id: UNITS.rightToLeft, label: "شارع البحر ١٢، الطابق ٣", zone: "Asia/Dubai" },
    ...Array.from({ length: PLAIN_UNITS }, (_, n) => plain(n + 6)),
  ];
}

export function seedListings(): ListingView[] {
  const listing = (n: number, unitId: string | null, title: string | null): ListingView => {
    const platform = PLATFORMS[n % PLATFORMS.length] ?? "spareroom";
    return {
      id: `li_${n}`,
      platform,
      account: { id: `ac_${platform}`, name: "Harbour Lettings, main" },
      platformListingId: String(88_120_031 + n),
      title,
      unitId,
      state: n % 4 === 3 ? "not_live" : "live",
      lastSeenAt: n % 5 === 4 ? null : new Date(Date.UTC(2026, 10, 24, 12)).toISOString(),
      prices: [],
    };
  };
  return [
    listing(0, null, "118 Kent Ave 4C — sunny two bedroom, roof deck, no fee"),
    listing(1, null, null),
    listing(2, null, "Travel nurses welcome: furnished suite at 9 Harbor Walk, Suite 2 (mid-term, all bills included)"),
    listing(3, UNITS.complete, "118 Kent Ave, 4C · bright and quiet"),
    listing(4, UNITS.complete, "Williamsburg room with a view"),
    listing(5, UNITS.windows, "Open house at 41-20 Queens Blvd"),
    ...Array.from({ length: PLAIN_UNITS }, (_, n) => listing(n + 6, `un_${n + 6}`, `Home number ${n + 6}`)),
  ];
}

function assignment(member: number, priority: number): UnitView["assignments"][number] {
  const { id, name } = MEMBERS[member] ?? MEMBERS[0];
  return { user: { id, name }, priority, isActive: true };
}

/** Two hours around noon in New York, so that the day is the same everywhere near it. */
function openHouse(nowMs: number, inDays: number) {
  const noonMs = Math.floor(nowMs / DAY_MS) * DAY_MS + inDays * DAY_MS + DAY_MS * (17 / 24);
  return { start: new Date(noonMs).toISOString(), end: new Date(noonMs + DAY_MS / 12).toISOString() };
}
