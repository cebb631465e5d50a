// What Leasebreak's pages say beside the pack: their time zone and how an ad's address holds its id.
import type { ThreadWords } from "../../described-thread.ts";

export const leasebreakWords: ThreadWords = {
  // New York alone: the site lists no other city.
  zone: "America/New_York",
  // "/short-term-rental-details/240501/sunny-room" and "/rental-details/240501/"
  listingIdIn: (path) => /^\/(?:short-term-)?rental-details\/(\d+)(?:\/|$)/.exec(path)?.[1] ?? null,
};
