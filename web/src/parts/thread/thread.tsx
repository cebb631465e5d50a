// The thread: every message and every send that is not a message yet. Text is text: never markup.
import { createMemo, For, Match, Show, Switch } from "solid-js";
import type { Conversation } from "#contracts/api/conversation";
import { createNow } from "../../primitives/create-now.ts";
import { dayTitle } from "../../words/time.ts";
import { MessageBubble } from "./message-bubble.tsx";
import { SendBubble } from "./send-bubble.tsx";
import { makeTimeline, type TimelineItem } from "./timeline.ts";

export function Thread(props: { conversation: Conversation; onReuse: (text: string) => void }) {
  const now = createNow();
  const items = createMemo(() => makeTimeline(props.conversation.messages, props.conversation.sends));
  const byKey = createMemo(() => new Map(items().map((item) => [item.key, item])));
  const order = createMemo(() => items().map((item) => item.key));
  return (
    <Show when={items().length > 0} fallback={<p class="thread-empty">No message has been read in this thread yet.</p>}>
      <ol class="thread" aria-label="Messages">
        <For each={order()}>
          {(key) => {
            const item = () => byKey().get(key);
            return (
              <Switch>
                <Match when={as(item(), "day")}>
                  {(day) => (
                    <li class="thread-day">
                      <span>{dayTitle(day().at, now())}</span>
                    </li>
                  )}
                </Match>
                <Match when={as(item(), "message")}>
                  {(entry) => (
                    <MessageBubble
                      message={entry().message}
                      conversationId={props.conversation.id}
                      leadName={props.conversation.leadName}
                      platform={props.conversation.platform}
                    />
                  )}
                </Match>
                <Match when={as(item(), "send")}>
                  {(entry) => (
                    <SendBubble
                      send={entry().send}
                      conversationId={props.conversation.id}
                      platform={props.conversation.platform}
                      onReuse={props.onReuse}
                    />
                  )}
                </Match>
              </Switch>
            );
          }}
        </For>
      </ol>
    </Show>
  );
}

function as<Kind extends TimelineItem["kind"]>(
  item: TimelineItem | undefined,
  kind: Kind,
): Extract<TimelineItem, { kind: Kind }> | undefined {
  return item?.kind === kind ? (item as Extract<TimelineItem, { kind: Kind }>) : undefined;
}
