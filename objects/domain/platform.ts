// The five platforms (R1) and the words of an account that every room shares.

/** The five platforms, in order of value. A sixth would need an adapter, a pack and a twin. */
export const PLATFORMS = ["spareroom", "roomies", "leasebreak", "renthop", "furnishedfinder"] as const;
export type Platform = (typeof PLATFORMS)[number];

/** What a page said about our session. No page state defaults to "in". */
export const LOGIN_STATES = ["in", "out", "gate", "challenge", "blocked"] as const;
export type LoginState = (typeof LOGIN_STATES)[number];
