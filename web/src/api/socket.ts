// The board's WebSocket: connects, reconnects with back-off, parses signals, remembers what is being viewed.
// It knows nothing of queries: whoever makes it decides what a signal means.
import * as z from "zod/mini";
import { type BoardCommand, type BoardSignal, boardSignalSchema } from "#contracts/socket";
import { backoffMs } from "./backoff.ts";

export type SocketState = "connecting" | "open" | "waiting" | "closed";

/** What the socket needs of the world; a test hands in its own. */
export type SocketWorld = {
  readonly open: () => WebSocket;
  readonly setTimer: (run: () => void, ms: number) => number;
  readonly clearTimer: (id: number) => void;
  readonly random: () => number;
};

export type SocketListener = {
  readonly onSignal: (signal: BoardSignal) => void;
  /** `isFirst` is false after a gap in which signals may have been missed. */
  readonly onOpen: (isFirst: boolean) => void;
  readonly onState: (state: SocketState) => void;
};

export type BoardSocket = {
  /** Tells the board which conversation is open; told again after each reconnect. */
  view(conversationId: string | null): void;
  /** Tries at once instead of waiting, e.g. when the browser is online again. */
  retryNow(): void;
  close(): void;
};

/** Opens the socket at once and keeps it open until `close`. */
export function makeBoardSocket(listener: SocketListener, world: SocketWorld = browserWorld()): BoardSocket {
  let socket: WebSocket | null = null;
  let timer: number | null = null;
  let failures = 0;
  let hasOpened = false;
  let isClosed = false;
  let viewed: string | null = null;

  function connect(): void {
    timer = null;
    listener.onState("connecting");
    const opened = world.open();
    socket = opened;
    opened.onopen = () => {
      failures = 0;
      listener.onState("open");
      if (viewed !== null) say({ command: "view", conversationId: viewed });
      listener.onOpen(!hasOpened);
      hasOpened = true;
    };
    opened.onmessage = (event: MessageEvent) => hear(event.data);
    opened.onclose = () => {
      if (socket === opened) lose();
    };
  }

  function hear(data: unknown): void {
    const parsed = z.safeParse(boardSignalSchema, readJson(data));
    if (parsed.success) listener.onSignal(parsed.data);
  }

  function lose(): void {
    socket = null;
    if (isClosed) return;
    listener.onState("waiting");
    timer = world.setTimer(connect, backoffMs(failures, world.random()));
    failures += 1;
  }

  function say(command: BoardCommand): void {
    if (socket?.readyState === 1) socket.send(JSON.stringify(command));
  }

  connect();
  return {
    view(conversationId) {
      viewed = conversationId;
      say({ command: "view", conversationId });
    },
    retryNow() {
      if (timer === null) return;
      world.clearTimer(timer);
      failures = 0;
      connect();
    },
    close() {
      isClosed = true;
      if (timer !== null) world.clearTimer(timer);
      timer = null;
      socket?.close();
      listener.onState("closed");
    },
  };
}

function browserWorld(): SocketWorld {
  return {
    open: () => new WebSocket(`${location.origin.replace(/^http/, "ws")}/api/board/socket`),
    setTimer: (run, ms) => window.setTimeout(run, ms),
    clearTimer: (id) => window.clearTimeout(id),
    random: Math.random,
  };
}

function readJson(data: unknown): unknown {
  try {
    return typeof data === "string" ? JSON.parse(data) : null;
  } catch {
    return null;
  }
}
