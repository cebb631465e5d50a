// The organisation's language model, for admins: which one, what it may do, what it cost today, and a try. Loaded only when opened.

import { useQuery } from "@tanstack/solid-query";
import { createEffect, Match, Switch } from "solid-js";
import { modelQuery } from "../../api/model-client.ts";
import { FALLBACK_POLL_MS } from "../../api/queries.ts";
import { AdminOnly } from "../../parts/admin-only.tsx";
import { ProblemNote } from "../../parts/problem-note.tsx";
import { useMe } from "../../parts/session-context.ts";
import { SettingsCard } from "./settings-card.tsx";
import { TodayCard } from "./today-card.tsx";
import { TryCard } from "./try-card.tsx";
import "../../styles/units.css";
import "../../styles/model.css";

export function ModelPage() {
  const me = useMe();
  const isAdmin = () => me().role === "admin";
  const model = useQuery(() => ({ ...modelQuery(), enabled: isAdmin(), refetchInterval: FALLBACK_POLL_MS }));
  createEffect(() => {
    document.title = "Model · lease-bot";
  });
  return (
    <div class="page">
      <header class="page-head">
        <h1>Model</h1>
        <p>A language model proposes; the rules decide. Without one the rules decide alone.</p>
      </header>
      <AdminOnly title="The model is for admins" words="Ask an admin of your organisation if it needs a change.">
        <Switch>
          <Match when={model.isLoadingError}>
            <ProblemNote error={model.error} title="The model did not load" onRetry={() => void model.refetch()} />
          </Match>
          <Match when={model.isPending}>
            <div class="card part is-loading" role="status" aria-label="Loading the model" />
          </Match>
          <Match when={model.data}>
            {(view) => (
              <div class="model">
                <SettingsCard view={view()} />
                <div class="model-column">
                  <TodayCard view={view()} />
                  <TryCard view={view()} />
                </div>
              </div>
            )}
          </Match>
        </Switch>
      </AdminOnly>
    </div>
  );
}
