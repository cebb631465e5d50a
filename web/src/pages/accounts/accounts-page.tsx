// The platform accounts: how each one is, and what an admin may change. Agents are told that it is not for them.

import { useQuery } from "@tanstack/solid-query";
import { createEffect, For, Match, Switch } from "solid-js";
import { accountsQuery, FALLBACK_POLL_MS } from "../../api/queries.ts";
import { AccountCard } from "../../parts/account/account-card.tsx";
import { AdminOnly } from "../../parts/admin-only.tsx";
import { useLive } from "../../parts/live-context.tsx";
import { Note } from "../../parts/note.tsx";
import { ProblemNote } from "../../parts/problem-note.tsx";
import { useMe } from "../../parts/session-context.ts";
import { createNow } from "../../primitives/create-now.ts";

const NOW_STEP_MS = 5_000;

export function AccountsPage() {
  const me = useMe();
  const live = useLive();
  const now = createNow(NOW_STEP_MS);
  const isAdmin = () => me().role === "admin";
  const accounts = useQuery(() => ({
    ...accountsQuery(),
    enabled: isAdmin(),
    refetchInterval: live.state() === "open" ? (false as const) : FALLBACK_POLL_MS,
  }));
  createEffect(() => {
    document.title = "Accounts · lease-bot";
  });
  return (
    <div class="page">
      <header class="page-head">
        <h1>Accounts</h1>
        <p>One card per platform login. A change here holds within a minute.</p>
      </header>
      <AdminOnly
        title="Accounts are for admins"
        words="Ask an admin of your organisation if an account needs a change."
      >
        <Switch>
          <Match when={accounts.isLoadingError}>
            <ProblemNote
              error={accounts.error}
              title="The accounts did not load"
              onRetry={() => void accounts.refetch()}
            />
          </Match>
          <Match when={accounts.isPending}>
            <div class="account-grid" role="status" aria-label="Loading accounts">
              <For each={[0, 1, 2]}>{() => <div class="card account is-loading" />}</For>
            </div>
          </Match>
          <Match when={accounts.data?.length === 0}>
            <Note icon="home" title="No platform account yet">
              <p>Accounts are set up with the organisation. See the deployment notes.</p>
            </Note>
          </Match>
          <Match when={accounts.data}>
            {(list) => (
              <ul class="account-grid">
                <For each={list()}>{(account) => <AccountCard account={account} now={now} />}</For>
              </ul>
            )}
          </Match>
        </Switch>
      </AdminOnly>
    </div>
  );
}
