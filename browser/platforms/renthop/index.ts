// The RentHop adapter. Its login has two steps; whether accounts have messages pages at all is not known, so everything about them
// stays off until a person confirmed it (platforms.md section 4).
import { describedAdapter } from "../../described-adapter.ts";
import { logInByTwoSteps } from "../../two-step-login.ts";

export const renthopAdapter = describedAdapter({
  platform: "renthop",
  zone: "America/New_York",
  submitLogin: logInByTwoSteps,
  // "/listings/<street>/<unit>/31000701"
  listingIdIn: (path) => /^\/listings\/.*\/(\d{7,8})\/?$/.exec(path)?.[1] ?? null,
});
