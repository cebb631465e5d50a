// The RentHop adapter. Its login has two steps; whether accounts have messages pages at all is not known, so everything about them
// stays off until a person confirmed it (platforms.md section 4).
import { describedAdapter } from "../../described-adapter.ts";
import { logInByTwoSteps } from "../../two-step-login.ts";
import { renthopWords } from "./words.ts";

export const renthopAdapter = describedAdapter({
  platform: "renthop",
  ...renthopWords,
  submitLogin: logInByTwoSteps,
});
