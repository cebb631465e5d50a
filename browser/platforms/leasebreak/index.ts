// The Leasebreak adapter. Discover-first: only its login and its public ad pages are known, so everything about messages stays off
// until a person confirmed it (platforms.md section 3).
import { describedAdapter } from "../../described-adapter.ts";
import { logInByForm } from "../../login-form.ts";

export const leasebreakAdapter = describedAdapter({
  platform: "leasebreak",
  // New York alone: the site lists no other city.
  zone: "America/New_York",
  submitLogin: logInByForm,
  // "/short-term-rental-details/240501/sunny-room" and "/rental-details/240501/"
  listingIdIn: (path) => /^\/(?:short-term-)?rental-details\/(\d+)(?:\/|$)/.exec(path)?.[1] ?? null,
});
