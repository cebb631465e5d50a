// The network between the product and one twin: a relay of bytes that can be made to fail. Knows nothing of pages.
// Also tells when a form is posted through it, so that a fault can be timed to a click.
import { connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { LOCAL_HOST } from "../local/free-ports.ts";
import { badAnswer, type Fate, SLOW_MS } from "./failing-answers.ts";

/**
 * open: bytes pass. refused: every connection is cut at once. answers_lost: what is asked arrives, the answer is cut off.
 * stalled: nothing passes, and what was asked meanwhile never arrives.
 */
export type LinkMode = "open" | "refused" | "answers_lost" | "stalled";

export type Link = {
  readonly origin: string;
  /** Connections under way feel the change too, save that what was held back by a stall is dropped. */
  set(mode: LinkMode): void;
  /** Asked once for every request from now on. Twins answer one request a connection. `isPost`: it carries a form, not a login's. */
  setFates(next: (isPost: boolean) => Fate): void;
  /** Called for every POST but those of a login, as soon as its first bytes are here. Returns how to stop listening. */
  onPost(hear: () => void): () => void;
  close(): Promise<void>;
};

export async function openLink(targetPort: number): Promise<Link> {
  const sockets = new Set<Socket>();
  const listeners = new Set<() => void>();
  let mode: LinkMode = "open";
  let nextFate: (isPost: boolean) => Fate = () => "good";
  const server = createServer((client) => {
    keep(sockets, client);
    if (mode === "refused") {
      client.destroy();
      return;
    }
    const twin = connect(targetPort, LOCAL_HOST);
    keep(sockets, twin);
    let fate: Fate | null = null;
    let ready: Promise<unknown> | null = null;
    client.on("data", (bytes) => {
      if (isPost(bytes)) for (const hear of listeners) hear();
      // Browsers also open connections that they never use: the first bytes make a request.
      if (fate === null) {
        fate = nextFate(isPost(bytes));
        const answer = badAnswer(fate);
        if (answer !== null) client.end(answer);
        else if (fate === "cut") client.destroy();
        else if (fate === "slow") ready = sleep(SLOW_MS);
      }
      if (isKeptFromTwin(fate)) return;
      if (mode === "stalled") client.pause();
      else if (ready === null) twin.write(bytes);
      else void ready.then(() => twin.write(bytes));
    });
    twin.on("data", (bytes) => {
      if (mode === "answers_lost" || fate === "answer_lost") client.destroy();
      else if (mode === "stalled") twin.pause();
      else client.write(bytes);
    });
    client.on("close", () => twin.destroy());
    twin.on("close", () => (mode === "stalled" ? undefined : client.end()));
  });
  const port = await listening(server);
  return {
    origin: `http://${LOCAL_HOST}:${port}`,
    set: (next) => {
      const wasStalled = mode === "stalled";
      mode = next;
      if (next === "refused" || wasStalled) for (const socket of sockets) socket.destroy();
    },
    setFates: (next) => {
      nextFate = next;
    },
    onPost: (hear) => {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
    close: async () => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function isKeptFromTwin(fate: Fate): boolean {
  return fate === "error_500" || fate === "limited_429" || fate === "cut";
}

const REQUEST_LINE_BYTES = 200;

function isPost(bytes: Buffer): boolean {
  const [, path] = /^POST (\S+)/.exec(bytes.subarray(0, REQUEST_LINE_BYTES).toString("latin1")) ?? [];
  return path !== undefined && !/log|sign|auth/i.test(path);
}

function keep(sockets: Set<Socket>, socket: Socket): void {
  sockets.add(socket);
  // A cut connection is what this is for; whoever waits at the other end is told by the close.
  socket.on("error", () => undefined);
  socket.on("close", () => sockets.delete(socket));
}

function listening(server: Server): Promise<number> {
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(0, LOCAL_HOST, () => {
      const address = server.address();
      if (address === null || typeof address === "string") fail(new Error("the link got no port"));
      else done(address.port);
    });
  });
}
