// One conversation by its id: loading, not found, failed, or there. A new id is a new page.
import { A, type RouteSectionProps, useLocation } from "@solidjs/router";
import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { createEffect, Match, onCleanup, Show, Switch } from "solid-js";
import { toProblem } from "../../api/problem.ts";
import { conversationQuery, FALLBACK_POLL_MS } from "../../api/queries.ts";
import { useLive } from "../../parts/live-context.tsx";
import { Note } from "../../parts/note.tsx";
import { ProblemNote } from "../../parts/problem-note.tsx";
import { CONVERSATIONS_PATH } from "../../paths.ts";
import { OpenConversation } from "./open-conversation.tsx";
import { TalkSkeleton } from "./talk-skeleton.tsx";

export function ConversationPage(props: RouteSectionProps) {
  return (
    <Show when={props.params["id"]} keyed>
      {(id) => <LoadedConversation id={id} />}
    </Show>
  );
}

function LoadedConversation(props: { id: string }) {
  const client = useQueryClient();
  const live = useLive();
  const location = useLocation();
  const query = useQuery(() => ({
    ...conversationQuery(client, props.id),
    refetchInterval: live.state() === "open" ? (false as const) : FALLBACK_POLL_MS,
  }));
  createEffect(() => live.view(props.id));
  onCleanup(() => live.view(null));
  const isGone = () => ["NOT_FOUND", "NOT_ALLOWED"].includes(toProblem(query.error).code);
  return (
    <Switch>
      <Match when={query.isLoadingError && isGone()}>
        <Note icon="search" title="This conversation is not yours to see">
          <p>It does not exist, or it is assigned to somebody else.</p>
          <A class="button" href={`${CONVERSATIONS_PATH}${location.search}`}>
            Back to the list
          </A>
        </Note>
      </Match>
      <Match when={query.isLoadingError}>
        <ProblemNote error={query.error} title="The conversation did not load" onRetry={() => void query.refetch()} />
      </Match>
      <Match when={query.isPending}>
        <TalkSkeleton />
      </Match>
      <Match when={query.data}>
        {(conversation) => <OpenConversation conversation={conversation()} search={location.search} />}
      </Match>
    </Switch>
  );
}
