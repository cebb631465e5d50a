// Private calendar addresses: make one and copy it the one time it is shown, see which stand, end one.
import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { type Accessor, createSignal, For, Match, Show, Switch } from "solid-js";
import type { CalendarFeedView } from "#contracts/api/calendar";
import { day } from "../../api/day.ts";
import { feedsQuery } from "../../api/day-queries.ts";
import { toProblem } from "../../api/problem.ts";
import { Icon } from "../../parts/icon.tsx";
import { useMe } from "../../parts/session-context.ts";
import { toast } from "../../parts/toasts.tsx";
import { createCommand } from "../../primitives/create-command.ts";
import { ago, fullTime } from "../../words/time.ts";
import { EndFeedDialog } from "./end-feed-dialog.tsx";

export function CalendarPart(props: { now: Accessor<number> }) {
  const client = useQueryClient();
  const [isOpen, setIsOpen] = createSignal(false);
  const [made, setMade] = createSignal<string | null>(null);
  const [ending, setEnding] = createSignal<CalendarFeedView | null>(null);
  const feeds = useQuery(() => ({ ...feedsQuery(), enabled: isOpen() }));
  // A first read that is still on its way would answer with what stood before.
  const refresh = async () => {
    await client.cancelQueries({ queryKey: feedsQuery().queryKey });
    await client.invalidateQueries({ queryKey: feedsQuery().queryKey });
  };
  const make = createCommand(() => day.makeFeed(), {
    done: ({ url }) => {
      setMade(url);
      void refresh();
    },
  });
  return (
    <details class="card fold" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <span class="fold-head">
          <h2 class="card-title">Your showings in your own calendar</h2>
          <span class="fold-brief">A private address for the calendar of your phone or computer</span>
        </span>
        <Icon name="chevron" />
      </summary>
      <div class="fold-body">
        <Show
          when={made()}
          fallback={
            <div class="feed-make">
              <p class="card-hint">
                Subscribe to it in Google Calendar, Apple Calendar or Outlook. Showings appear, move and vanish there by
                themselves. Whoever has the address can read it, so give it to nobody.
              </p>
              <button type="button" class="button" disabled={make.isBusy} onClick={() => make.run(undefined)}>
                Make an address
              </button>
            </div>
          }
        >
          {(url) => <MadeFeed url={url()} onDone={() => setMade(null)} />}
        </Show>
        <Switch>
          <Match when={feeds.isLoadingError}>
            <p class="card-hint" role="alert">
              {toProblem(feeds.error).message}
            </p>
          </Match>
          <Match when={isOpen() && feeds.isPending}>
            <p class="card-hint" role="status">
              Loading…
            </p>
          </Match>
          <Match when={feeds.data?.length === 0}>
            <p class="card-hint">You have no address yet.</p>
          </Match>
          <Match when={feeds.data}>
            {(list) => (
              <ul class="feeds">
                <For each={list()}>
                  {(feed) => <FeedRow feed={feed} nowMs={props.now()} onEnd={() => setEnding(feed)} />}
                </For>
              </ul>
            )}
          </Match>
        </Switch>
      </div>
      <Show when={ending()}>
        {(feed) => <EndFeedDialog feed={feed()} onEnded={() => void refresh()} onClose={() => setEnding(null)} />}
      </Show>
    </details>
  );
}

function MadeFeed(props: { url: string; onDone: () => void }) {
  let field!: HTMLInputElement;
  async function copy(): Promise<void> {
    field.select();
    try {
      await navigator.clipboard.writeText(props.url);
      toast("Copied. Add it in your calendar as a subscription.", "good");
    } catch {
      toast("Copying is not allowed here. The address is selected: copy it by hand.");
    }
  }
  return (
    <div class="feed-made">
      <p class="feed-once">This address is shown once. Copy it now.</p>
      <label class="field">
        <span>Your private address</span>
        <input ref={field} readOnly value={props.url} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <div class="feed-orders">
        <button type="button" class="button is-main" onClick={() => void copy()}>
          Copy
        </button>
        <button type="button" class="button" onClick={() => props.onDone()}>
          I have it
        </button>
      </div>
    </div>
  );
}

function FeedRow(props: { feed: CalendarFeedView; nowMs: number; onEnd: () => void }) {
  const me = useMe();
  const whose = () => (props.feed.user.id === me().user.id ? "Yours" : props.feed.user.name);
  return (
    <li class="feed">
      <span>
        <bdi>{whose()}</bdi>, made{" "}
        <time datetime={props.feed.createdAt} title={fullTime(props.feed.createdAt)}>
          {ago(props.feed.createdAt, props.nowMs)}
        </time>
      </span>
      <button type="button" class="button is-small" onClick={() => props.onEnd()}>
        End
        <span class="visually-hidden"> the address of {whose()}</span>
      </button>
    </li>
  );
}
