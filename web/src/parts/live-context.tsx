// Live updates for every part below: one board socket, turned into refetches; who else looks; one polite live region.
import { useQueryClient } from "@tanstack/solid-query";
import { type Accessor, createContext, createSignal, onCleanup, type ParentProps, useContext } from "solid-js";
import type { Conversation } from "#contracts/api/conversation";
import type { BoardSignal } from "#contracts/socket";
import { never } from "#domain/kernel/never";
import { keys, refreshHealth } from "../api/queries.ts";
import { makeBoardSocket, type SocketState } from "../api/socket.ts";
import { makeThrottle } from "../primitives/make-throttle.ts";

/** Lists are read again at most this often while signals pour in. */
const LIST_REFRESH_MS = 1_000;

export type Live = {
  readonly state: Accessor<SocketState>;
  /** Names of the others who look at this conversation. */
  readonly viewers: (conversationId: string) => readonly string[];
  readonly view: (conversationId: string | null) => void;
  /** Says something to people who use a screen reader. */
  readonly announce: (words: string) => void;
};

const LiveContext = createContext<Live>();

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (live === undefined) throw new Error("useLive was called outside the shell");
  return live;
}

export function LiveProvider(props: ParentProps) {
  const client = useQueryClient();
  const [state, setState] = createSignal<SocketState>("connecting");
  const [seen, setSeen] = createSignal<{ readonly id: string; readonly names: readonly string[] } | null>(null);
  const [announcement, setAnnouncement] = createSignal("");
  const lists = makeThrottle(() => {
    void client.invalidateQueries({ queryKey: keys.lists });
    void client.invalidateQueries({ queryKey: keys.day });
  }, LIST_REFRESH_MS);
  const day = makeThrottle(() => void client.invalidateQueries({ queryKey: keys.day }), LIST_REFRESH_MS);
  const health = makeThrottle(() => refreshHealth(client), LIST_REFRESH_MS);

  function hear(signal: BoardSignal): void {
    switch (signal.signal) {
      case "conversation": {
        const held = client.getQueryData<Conversation>(keys.conversation(signal.conversationId));
        if (held !== undefined && held.version >= signal.version) return;
        void client.invalidateQueries({ queryKey: keys.conversation(signal.conversationId) });
        void client.invalidateQueries({ queryKey: keys.audit(signal.conversationId) });
        lists.call();
        return;
      }
      case "showing":
        day.call();
        return;
      case "account":
        void client.invalidateQueries({ queryKey: keys.accounts });
        return;
      case "incident":
        health.call();
        return;
      case "viewers":
        setSeen({ id: signal.conversationId, names: signal.names });
        return;
      default:
        never(signal);
    }
  }

  const socket = makeBoardSocket({
    onSignal: hear,
    onState: setState,
    onOpen: (isFirst) => {
      if (!isFirst) void client.invalidateQueries();
    },
  });
  const retry = () => socket.retryNow();
  window.addEventListener("online", retry);
  onCleanup(() => {
    window.removeEventListener("online", retry);
    lists.stop();
    day.stop();
    health.stop();
    socket.close();
  });

  const live: Live = {
    state,
    viewers: (id) => {
      const now = seen();
      return now !== null && now.id === id ? now.names : [];
    },
    view: (id) => socket.view(id),
    announce: setAnnouncement,
  };
  return (
    <LiveContext.Provider value={live}>
      {props.children}
      <div class="visually-hidden" aria-live="polite">
        {announcement()}
      </div>
    </LiveContext.Provider>
  );
}
