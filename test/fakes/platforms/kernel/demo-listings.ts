// The two adverts that each twin's host account starts with. Ids are stable, so that a seed elsewhere may name them.
// Shapes of the ids follow each platform's public addresses.

import type { Platform } from "#domain/platform";

/** One advert at first start. `priceCents` is US cents per `period`. */
export type DemoListing = {
  readonly id: string;
  readonly title: string;
  readonly area: string;
  readonly priceCents: number;
  readonly period: "month" | "week";
};

/** The adverts of the demo agency, by platform: the same two homes on all five. */
export const DEMO_LISTINGS: Readonly<Record<Platform, readonly [DemoListing, DemoListing]>> = {
  spareroom: homes("15000001", "15000002"),
  roomies: homes("610401", "610402"),
  leasebreak: homes("240501", "240502"),
  renthop: homes("31000701", "31000702"),
  furnishedfinder: homes("522000_1", "522000_2"),
};

function homes(first: string, second: string): readonly [DemoListing, DemoListing] {
  return [
    {
      id: first,
      title: "Sunny room on Halsey Street",
      area: "Bedford-Stuyvesant, Brooklyn",
      priceCents: 145_000,
      period: "month",
    },
    {
      id: second,
      title: "Quiet one-bedroom by Fort Greene Park",
      area: "Fort Greene, Brooklyn",
      priceCents: 290_000,
      period: "month",
    },
  ];
}
