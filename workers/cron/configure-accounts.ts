// Tells every active account's actor its settings once a minute: a new account starts to poll, and one whose actor lost its
// alarm is armed again. Changes by an admin do not wait for this: the API tells the actor at once.
import type { Deps } from "../deps.ts";
import { listActiveAccounts } from "../store/accounts.ts";

export async function configureAccounts(deps: Deps): Promise<void> {
  const accounts = await listActiveAccounts(deps.db);
  await Promise.allSettled(accounts.map((work) => deps.account(work.settings.accountId).configure(work.settings)));
}
