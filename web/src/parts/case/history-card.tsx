// What happened to this conversation, newest first. Read only when somebody opens it.
import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Match, Show, Switch } from "solid-js";
import { auditQuery } from "../../api/queries.ts";
import { createNow } from "../../primitives/create-now.ts";
import { actionWords, actorWords, detailWords } from "../../words/audit.ts";
import { ago, fullTime } from "../../words/time.ts";
import { Icon } from "../icon.tsx";
import { useMe } from "../session-context.ts";

export function HistoryCard(props: { conversationId: string }) {
  const me = useMe();
  const now = createNow();
  const [isOpen, setIsOpen] = createSignal(false);
  const audit = useQuery(() => ({ ...auditQuery(props.conversationId), enabled: isOpen() }));
  return (
    <details class="card fold" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <span class="fold-head">
          <h2 class="card-title">History</h2>
        </span>
        <Icon name="chevron" />
      </summary>
      <div class="fold-body">
        <Switch>
          <Match when={audit.isLoadingError}>
            <p class="card-hint">The history did not load.</p>
            <button type="button" class="button is-small" onClick={() => void audit.refetch()}>
              Try again
            </button>
          </Match>
          <Match when={audit.isPending}>
            <p class="card-hint" role="status">
              Loading…
            </p>
          </Match>
          <Match when={audit.data?.entries.length === 0}>
            <p class="card-hint">Nothing has happened yet.</p>
          </Match>
          <Match when={audit.data}>
            {(list) => (
              <ol class="history">
                <For each={list().entries}>
                  {(entry) => (
                    <li>
                      <span class="history-what">{actionWords(entry.action)}</span>
                      <Show when={detailWords(entry.detail)}>
                        {(detail) => <span class="history-detail">{detail()}</span>}
                      </Show>
                      <span class="history-who">
                        {actorWords(entry.actor, me().user.id)} ·{" "}
                        <time datetime={entry.at} title={fullTime(entry.at)}>
                          {ago(entry.at, now())}
                        </time>
                      </span>
                    </li>
                  )}
                </For>
              </ol>
            )}
          </Match>
        </Switch>
      </div>
    </details>
  );
}
