// What RentHop's pages say beside the pack: their time zone and how an ad's address holds its id.
import type { ThreadWords } from "../../described-thread.ts";

export const renthopWords: ThreadWords = {
  zone: "America/New_York",
  // "/listings/<street>/<unit>/31000701"
  listingIdIn: (path) => /^\/listings\/.*\/(\d{7,8})\/?$/.exec(path)?.[1] ?? null,
};
