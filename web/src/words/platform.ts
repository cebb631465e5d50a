// The platforms' names as people write them.
import type { Platform } from "#domain/platform";

export const PLATFORM_WORDS: Readonly<Record<Platform, string>> = {
  spareroom: "SpareRoom",
  roomies: "Roomies",
  leasebreak: "Leasebreak",
  renthop: "RentHop",
  furnishedfinder: "Furnished Finder",
};
