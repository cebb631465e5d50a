// What is known of an advert: as its card on the platform shows it, and as it stands on record. Pure data.
// Which unit an advert stands for is not among it: that is said by people (SPEC.md, V1).

export const LISTING_STATES = ["live", "not_live"] as const;
export type ListingState = (typeof LISTING_STATES)[number];

export const CURRENCIES = ["USD", "GBP", "EUR"] as const;
export const PRICE_PERIODS = ["day", "week", "month"] as const;

/** One price of an advert; an advert may have several, by room or by lease term. */
export type ListedPrice = {
  /** In hundredths of the currency; null when the words hold no amount. */
  readonly amountCents: number | null;
  /** By its sign; null when there is none. */
  readonly currency: (typeof CURRENCIES)[number] | null;
  readonly period: (typeof PRICE_PERIODS)[number] | null;
  /** The words of the page. */
  readonly raw: string;
};

/** An advert as its card shows it. */
export type SeenListing = {
  readonly platformListingId: string;
  /** Null: the card shows none. */
  readonly title: string | null;
  /** Of the card itself. Null: the page does not say. */
  readonly state: ListingState | null;
  readonly prices: readonly ListedPrice[];
};

/** An advert as it stands on record. */
export type KnownListing = SeenListing;
