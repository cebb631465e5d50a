// The board socket: it comes back by itself, tells again what is viewed, and says when signals may have been missed.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BACKOFF_MS_MAX, backoffMs } from "../../web/src/api/backoff.ts";
import { makeBoardSocket, type SocketState } from "../../web/src/api/socket.ts";

type Fake = {
  readyState: number;
  sent: string[];
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: (() => void) | null;
  send(text: string): void;
  close(): void;
};

function rig() {
  const sockets: Fake[] = [];
  const timers: { run: () => void; ms: number }[] = [];
  const seen = { signals: [] as unknown[], opens: [] as boolean[], states: [] as SocketState[] };
  const board = makeBoardSocket(
    {
      onSignal: (signal) => seen.signals.push(signal),
      onOpen: (isFirst) => seen.opens.push(isFirst),
      onState: (state) => seen.states.push(state),
    },
    {
      open: () => {
        const fake: Fake = {
          readyState: 0,
          sent: [],
          onopen: null,
          onmessage: null,
          onclose: null,
          send: (text) => fake.sent.push(text),
          close: () => fake.onclose?.(),
        };
        sockets.push(fake);
        return fake as unknown as WebSocket;
      },
      setTimer: (run, ms) => timers.push({ run, ms }),
      clearTimer: (id) => {
        timers[id - 1] = { run: () => undefined, ms: 0 };
      },
      random: () => 1,
    },
  );
  const opened = (n: number) => {
    const socket = sockets[n];
    if (socket === undefined) throw new Error(`socket ${n} was not made`);
    socket.readyState = 1;
    socket.onopen?.();
    return socket;
  };
  return { board, sockets, timers, seen, opened };
}

describe("the board socket", () => {
  it("hands over signals it understands and drops the rest", () => {
    const { seen, opened } = rig();
    const socket = opened(0);
    socket.onmessage?.({ data: '{"signal":"account","accountId":"ac_1"}' });
    socket.onmessage?.({ data: '{"signal":"surprise"}' });
    socket.onmessage?.({ data: "not json" });
    expect(seen.signals).toEqual([{ signal: "account", accountId: "ac_1" }]);
  });

  it("reconnects after a loss, waits longer each time, and says that signals may have been missed", () => {
    const { seen, opened, sockets, timers } = rig();
    opened(0).onclose?.();
    timers[0]?.run();
    sockets[1]?.onclose?.();
    timers[1]?.run();
    opened(2);
    expect(timers[1]?.ms).toBeGreaterThan(timers[0]?.ms ?? 0);
    expect(seen.opens).toEqual([true, false]);
    expect(seen.states.at(-1)).toBe("open");
  });

  it("tells again what is viewed after each reconnect", () => {
    const { board, opened, timers } = rig();
    const first = opened(0);
    board.view("cv_1");
    first.onclose?.();
    timers[0]?.run();
    expect(opened(1).sent).toEqual(['{"command":"view","conversationId":"cv_1"}']);
  });

  it("tries at once when told to, and not twice", () => {
    const { board, opened, sockets, timers } = rig();
    opened(0).onclose?.();
    board.retryNow();
    board.retryNow();
    timers[0]?.run();
    expect(sockets.length).toBe(2);
  });

  it("stays closed once it was closed", () => {
    const { board, opened, sockets, timers } = rig();
    opened(0);
    board.close();
    expect(sockets.length).toBe(1);
    expect(timers.length).toBe(0);
  });
});

describe("the back-off", () => {
  it("is never longer than its cap, never zero, and never shorter than half of its step", () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
        const ms = backoffMs(failures, random);
        expect(ms).toBeGreaterThan(0);
        expect(ms).toBeLessThanOrEqual(BACKOFF_MS_MAX);
        expect(backoffMs(failures + 1, 1)).toBeGreaterThanOrEqual(backoffMs(failures, 1));
      }),
    );
  });
});
