// Jobs that were given up and wait: once more through their queue, one by one or all. One that fails again comes back.
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/solid-query";
import { type Accessor, createMemo, For, Show } from "solid-js";
import { type DeadLetterView, REPLAY_LETTERS_MAX } from "#contracts/api/dead-letter";
import { api } from "../../api/client.ts";
import { accountsQuery, FALLBACK_POLL_MS, refreshHealth, waitingLettersQuery } from "../../api/queries.ts";
import { useLive } from "../../parts/live-context.tsx";
import { toast } from "../../parts/toasts.tsx";
import { createCommand } from "../../primitives/create-command.ts";
import { JOB_WORDS } from "../../words/health.ts";
import { ago, fullTime } from "../../words/time.ts";
import { HealthPart } from "./health-part.tsx";
import { stateOf } from "./part-state.ts";
import { Where } from "./where.tsx";

export function LettersPart(props: { now: Accessor<number> }) {
  const client = useQueryClient();
  const live = useLive();
  let heading: HTMLHeadingElement | undefined;
  const list = useInfiniteQuery(() => ({
    ...waitingLettersQuery(),
    refetchInterval: live.state() === "open" ? (false as const) : FALLBACK_POLL_MS,
  }));
  const pages = () => (list.isLoadingError || list.isPending ? [] : (list.data?.pages ?? []));
  const rows = createMemo<DeadLetterView[]>(() => pages().flatMap((page) => page.deadLetters));
  const waiting = () => pages()[0]?.waiting ?? 0;
  const all = createCommand(() => api.replayLetters(), {
    done: ({ replayed, left }) => {
      refreshHealth(client);
      heading?.focus();
      const more = left === 0 ? "What fails again comes back here." : `${left} still wait: press again for the next.`;
      toast(`Trying ${replayed} again. ${more}`, "good");
    },
  });
  return (
    <HealthPart
      title="Given up"
      state={stateOf(list, rows().length)}
      error={list.error}
      onRetry={() => void list.refetch()}
      headingRef={(element) => {
        heading = element;
      }}
      empty={{
        title: "Nothing was given up.",
        text: "A job whose tries are used up waits here until somebody tries it again.",
      }}
      command={
        <Show when={rows().length > 1}>
          <button type="button" class="button is-small" disabled={all.isBusy} onClick={() => all.run(undefined)}>
            {waiting() > REPLAY_LETTERS_MAX
              ? `Try the oldest ${REPLAY_LETTERS_MAX} again`
              : `Try all ${waiting()} again`}
          </button>
        </Show>
      }
    >
      <ul class="health-rows">
        <For each={rows()}>
          {(letter) => <LetterRow letter={letter} now={props.now} onGone={() => heading?.focus()} />}
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

function LetterRow(props: { letter: DeadLetterView; now: Accessor<number>; onGone: () => void }) {
  const client = useQueryClient();
  const accounts = useQuery(accountsQuery);
  const account = () =>
    (accounts.isSuccess ? accounts.data : []).find((one) => one.id === props.letter.accountId) ?? null;
  const conversation = () => {
    const { conversationId, leadName } = props.letter;
    return conversationId === null ? null : { id: conversationId, leadName };
  };
  const again = createCommand(() => api.replayLetter(props.letter.id), {
    done: () => {
      refreshHealth(client);
      props.onGone();
      toast("Trying again. If it fails again, it comes back here.", "good");
    },
    refused: () => {
      refreshHealth(client);
      return false;
    },
  });
  return (
    <li class="health-row" data-kind="dead_letter">
      <div class="health-what">
        <p class="health-title">{JOB_WORDS[props.letter.job]}</p>
        <p class="health-where">
          <Where
            conversation={conversation()}
            account={
              account() === null ? null : { name: account()?.label ?? "", platform: account()?.platform ?? null }
            }
          />
          <time datetime={props.letter.at} title={fullTime(props.letter.at)}>
            {ago(props.letter.at, props.now())}
          </time>
        </p>
      </div>
      <button type="button" class="button" disabled={again.isBusy} onClick={() => again.run(undefined)}>
        Try again
        <span class="visually-hidden">: {JOB_WORDS[props.letter.job]}</span>
      </button>
    </li>
  );
}
