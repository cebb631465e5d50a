// Units as the workboard manages them: facts, times at which they can be shown, who shows them, and their listings.
import * as z from "zod/mini";
import { CURRENCIES, LISTING_STATES, PRICE_PERIODS } from "#domain/listing-sync/listing";
import { PLATFORMS } from "#domain/platform";
import { FACT_CHARS_MAX, GROUP_SIZE_MAX, LABEL_CHARS_MAX } from "#domain/unit-import/limits";

export { FACT_CHARS_MAX, GROUP_SIZE_MAX, LABEL_CHARS_MAX };
/** Windows of one unit that are set at once: several a day for months. */
export const UNIT_WINDOWS_MAX = 500;
/** The longest name in the IANA database has 32 characters. */
const ZONE_CHARS_MAX = 64;

const named = z.object({ id: z.string(), name: z.string() });
const factValue = z.union([z.string(), z.number()]);
const instant = z.iso.datetime({ offset: true });

export const listingSchema = z.object({
  id: z.string(),
  platform: z.enum(PLATFORMS),
  account: named,
  platformListingId: z.string(),
  title: z.nullable(z.string()),
  /** Null until somebody links it. */
  unitId: z.nullable(z.string()),
  /** By the account's own page on the platform, where what is gone is not live; null: it does not say, or was not read yet. */
  state: z.nullable(z.enum(LISTING_STATES)),
  /** When it last stood among the account's own adverts; null: never, only a lead named it. */
  lastSeenAt: z.nullable(z.string()),
  /** What its card asks for it, as it was last shown; several by room or lease term. */
  prices: z.array(
    z.object({
      amountCents: z.nullable(z.number()),
      currency: z.nullable(z.enum(CURRENCIES)),
      period: z.nullable(z.enum(PRICE_PERIODS)),
      /** The words of the page. */
      raw: z.string(),
    }),
  ),
});
export type ListingView = z.infer<typeof listingSchema>;

export const unitSchema = z.object({
  id: z.string(),
  label: z.string(),
  zone: z.string(),
  /** Leads that may share one showing with one agent. */
  groupSize: z.number(),
  /** Null: at any time. A list: only then, and never when it is empty. What is over is left out. */
  windows: z.nullable(z.array(z.object({ start: z.string(), end: z.string() }))),
  facts: z.array(
    z.object({
      name: z.string(),
      value: factValue,
      updatedAt: z.string(),
      /** Null: until it is changed. */
      validUntil: z.nullable(z.string()),
      /** Its time is over, so no reply states it any more. */
      isStale: z.boolean(),
    }),
  ),
  /** First choice first. An agent sees their own. */
  assignments: z.array(z.object({ user: named, priority: z.number(), isActive: z.boolean() })),
  listings: z.array(listingSchema),
  /**
   * False: no lead can be offered a time there: nobody who shows it (of those in `assignments`) has weekly hours or a day with
   * hours within the horizon, or no window of the unit does. True says that there are hours, not that one is free.
   */
  hasTimes: z.boolean(),
});
export type UnitView = z.infer<typeof unitSchema>;

/** GET /api/units: by label; an agent's are those they are actively assigned to. */
export const unitListSchema = z.object({ units: z.array(unitSchema) });
export const unitAnswerSchema = z.object({ unit: unitSchema });

const label = z.string().check(z.trim(), z.minLength(1), z.maxLength(LABEL_CHARS_MAX));
const zone = z.string().check(z.minLength(1), z.maxLength(ZONE_CHARS_MAX));
const groupSize = z.int().check(z.minimum(1), z.maximum(GROUP_SIZE_MAX));

/** POST /api/units (admin). */
export const newUnitSchema = z.object({ label, zone, groupSize: z._default(groupSize, 1) });
/** PATCH /api/units/:id (admin). */
export const unitChangeSchema = z.object({
  label: z.optional(label),
  zone: z.optional(zone),
  groupSize: z.optional(groupSize),
});
export type UnitChange = z.infer<typeof unitChangeSchema>;

/** PUT /api/units/:id/windows (admin): all of them. */
export const unitWindowsSchema = z.object({
  windows: z.nullable(z.array(z.object({ start: instant, end: instant })).check(z.maxLength(UNIT_WINDOWS_MAX))),
});

/** The name in PUT and DELETE /api/units/:id/facts/:name (admin), as triage writes them: rentMonthly. */
export const FACT_NAME = /^[a-z][A-Za-z0-9_]{0,63}$/;
/** PUT /api/units/:id/facts/:name (admin). */
export const factChangeSchema = z.object({
  value: z.union([z.string().check(z.trim(), z.minLength(1), z.maxLength(FACT_CHARS_MAX)), z.number()]),
  validUntil: z._default(z.nullable(instant), null),
});

/** GET /api/listings (admin): those nobody linked first. */
export const listingListSchema = z.object({ listings: z.array(listingSchema) });
export const listingAnswerSchema = z.object({ listing: listingSchema });
/** PUT /api/listings/:id/unit (admin); null unlinks it. */
export const listingLinkSchema = z.object({ unitId: z.nullable(z.string().check(z.minLength(1), z.maxLength(64))) });
