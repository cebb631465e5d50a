// What must not happen and did: unseen ones first, the others on demand. "Seen" takes one off the badge, never off the record.
import { useInfiniteQuery, useQueryClient } from "@tanstack/solid-query";
import { type Accessor, createMemo, createSignal, For, Show } from "solid-js";
import type { IncidentView } from "#contracts/api/incident";
import { api } from "../../api/client.ts";
import { FALLBACK_POLL_MS, incidentsQuery, refreshHealth } from "../../api/queries.ts";
import { useLive } from "../../parts/live-context.tsx";
import { createCommand } from "../../primitives/create-command.ts";
import { incidentWords } from "../../words/health.ts";
import { ago, fullTime } from "../../words/time.ts";
import { HealthPart } from "./health-part.tsx";
import { stateOf } from "./part-state.ts";
import { Where } from "./where.tsx";

export function IncidentsPart(props: { now: Accessor<number> }) {
  const live = useLive();
  let heading: HTMLHeadingElement | undefined;
  const [isUnseenOnly, setIsUnseenOnly] = createSignal(true);
  const list = useInfiniteQuery(() => ({
    ...incidentsQuery(isUnseenOnly()),
    refetchInterval: live.state() === "open" ? (false as const) : FALLBACK_POLL_MS,
  }));
  const pages = () => (list.isLoadingError || list.isPending ? [] : (list.data?.pages ?? []));
  const rows = createMemo<IncidentView[]>(() => pages().flatMap((page) => page.incidents));
  return (
    <HealthPart
      title="Incidents"
      state={stateOf(list, rows().length)}
      error={list.error}
      onRetry={() => void list.refetch()}
      headingRef={(element) => {
        heading = element;
      }}
      empty={
        isUnseenOnly()
          ? {
              title: "Nothing waits to be looked at.",
              text: "A message that shows twice, a job that was given up, or a changed page would stand here.",
            }
          : { title: "Nothing has ever gone wrong here.", text: "Incidents stay on record once somebody saw them." }
      }
      command={
        <button type="button" class="button is-small" onClick={() => setIsUnseenOnly((held) => !held)}>
          {isUnseenOnly() ? "Show seen ones too" : "Only unseen ones"}
        </button>
      }
    >
      <ul class="health-rows">
        <For each={rows()}>
          {(incident) => <IncidentRow incident={incident} now={props.now} onSeen={() => heading?.focus()} />}
        </For>
      </ul>
      <Show when={list.hasNextPage}>
        <button
          type="button"
          class="button health-more"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {list.isFetchingNextPage ? "Loading…" : "Load more"}
        </button>
      </Show>
    </HealthPart>
  );
}

function IncidentRow(props: { incident: IncidentView; now: Accessor<number>; onSeen: () => void }) {
  const client = useQueryClient();
  const words = () => incidentWords(props.incident);
  const see = createCommand(() => api.seeIncident(props.incident.id), {
    done: () => {
      refreshHealth(client);
      props.onSeen();
    },
  });
  return (
    <li class="health-row" data-kind={props.incident.kind} data-seen={props.incident.seen === null ? undefined : "yes"}>
      <div class="health-what">
        <p class="health-title">{words().title}</p>
        <p class="health-where">
          <Where conversation={props.incident.conversation} account={props.incident.account} />
          <time datetime={props.incident.at} title={fullTime(props.incident.at)}>
            {ago(props.incident.at, props.now())}
          </time>
        </p>
        <Show when={props.incident.seen} fallback={<p class="health-next">{words().next}</p>}>
          {(seen) => (
            <p class="health-next">
              Seen by {seen().by},{" "}
              <time datetime={seen().at} title={fullTime(seen().at)}>
                {ago(seen().at, props.now())}
              </time>
            </p>
          )}
        </Show>
      </div>
      <Show when={props.incident.seen === null}>
        <button type="button" class="button" disabled={see.isBusy} onClick={() => see.run(undefined)}>
          Seen
          <span class="visually-hidden">: {words().title}</span>
        </button>
      </Show>
    </li>
  );
}
