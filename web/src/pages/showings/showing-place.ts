// What the showings page shows, as it stands in the address: parsed on the way in, left out where it is the default. Pure.
import { SHOWING_FILTERS, SHOWING_ORDERS, type ShowingFilterStatus, type ShowingOrder } from "#contracts/api/showing";
import { readDate, weekdayOf } from "#domain/kernel/civil-day";
import type { ShowingFilter } from "../../api/day.ts";
import { daysAfter } from "../../words/place-time.ts";

export const VIEWS = ["list", "day", "month"] as const;
export type View = (typeof VIEWS)[number];

/** Days of the list. `dates`: as `from` and `to` say. */
export const RANGES = ["coming", "week", "last7", "last30", "dates"] as const;
export type Range = (typeof RANGES)[number];

export type ShowingPlace = {
  readonly view: View;
  /** The day, or any day of the month; null: today. */
  readonly date: string | null;
  readonly range: Range;
  readonly from: string | null;
  readonly to: string | null;
  readonly status: ShowingFilterStatus | null;
  readonly unit: string | null;
  readonly agent: string | null;
  /** Of the list. */
  readonly order: ShowingOrder;
};

/** As long as ids are in addresses of the API. */
const ID_CHARS_MAX = 64;

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** Reads an address; whatever is not known falls back to the default. */
export function parsePlace(query: Query): ShowingPlace {
  return {
    view: VIEWS.find((one) => one === query["view"]) ?? "list",
    date: dateOf(query["date"]),
    range: RANGES.find((one) => one === query["when"]) ?? "coming",
    from: dateOf(query["from"]),
    to: dateOf(query["to"]),
    status: SHOWING_FILTERS.find((one) => one === query["status"]) ?? null,
    unit: idOf(query["unit"]),
    agent: idOf(query["agent"]),
    order: SHOWING_ORDERS.find((one) => one === query["order"]) ?? "earliest",
  };
}

/** The same as search parameters; undefined takes one away. */
export function placeParams(place: ShowingPlace): Record<string, string | undefined> {
  return {
    view: place.view === "list" ? undefined : place.view,
    date: place.date ?? undefined,
    when: place.range === "coming" ? undefined : place.range,
    from: place.from ?? undefined,
    to: place.to ?? undefined,
    status: place.status ?? undefined,
    unit: place.unit ?? undefined,
    agent: place.agent ?? undefined,
    order: place.order === "earliest" ? undefined : place.order,
  };
}

/** The address of a place on this page, as a query text. */
export function placeSearch(place: ShowingPlace): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(placeParams(place))) if (value !== undefined) params.set(name, value);
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}

/** What to ask the server for a list. */
export function listFilter(place: ShowingPlace, today: string): ShowingFilter {
  const { status, unit, agent, order } = place;
  return { ...rangeOf(place, today), status, unit, agent, order };
}

/** Everything of some days, whatever became of it. */
export function daysFilter(place: ShowingPlace, from: string, to: string): ShowingFilter {
  return { from, to, status: null, unit: place.unit, agent: place.agent, order: "earliest" };
}

function rangeOf(place: ShowingPlace, today: string): { readonly from: string | null; readonly to: string | null } {
  switch (place.range) {
    case "coming":
      return { from: today, to: null };
    case "week": {
      const monday = daysAfter(today, -((weekdayOf(readDate(today) ?? 0) + 6) % 7));
      return { from: monday, to: daysAfter(monday, 6) };
    }
    case "last7":
      return { from: daysAfter(today, -6), to: today };
    case "last30":
      return { from: daysAfter(today, -29), to: today };
    case "dates":
      return { from: place.from, to: place.to };
  }
}

function dateOf(value: Query[string]): string | null {
  return typeof value === "string" && readDate(value) !== null ? value : null;
}

function idOf(value: Query[string]): string | null {
  return typeof value === "string" && value !== "" && value.length <= ID_CHARS_MAX ? value : null;
}
