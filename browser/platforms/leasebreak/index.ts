// The Leasebreak adapter. Discover-first: only its login and its public ad pages are known, so everything about messages stays off
// until a person confirmed it (platforms.md section 3).
import { describedAdapter } from "../../described-adapter.ts";
import { logInByForm } from "../../login-form.ts";
import { leasebreakWords } from "./words.ts";

export const leasebreakAdapter = describedAdapter({
  platform: "leasebreak",
  ...leasebreakWords,
  submitLogin: logInByForm,
});
