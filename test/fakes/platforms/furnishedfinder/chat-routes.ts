// What the page script asks the message service for: the conversations, one of them, and a send under the switch `send`.

import type { TwinApp, TwinContext } from "../kernel/site.ts";
import { channelState, coolDownMs, messageState, rowState } from "./channel-state.ts";
import { HOST_MEMBER_ID, isMemberToken } from "./login-routes.ts";
import { CLIENT_ID_SHAPE, type MessageIds } from "./message-ids.ts";
import { PATHS } from "./paths.ts";
import type { FurnishedfinderTwin } from "./switches.ts";

/** Error codes of the message service that its page script knows. */
const CODE = { input: 4, rateLimited: 9, notAllowed: 17, tokenExpired: 40, coolDown: 60, internal: -1 } as const;

const SIGNATURE = "--\nHarriet Harbour\nHarbour Homes";

export function addChatRoutes(app: TwinApp, twin: FurnishedfinderTwin, ids: MessageIds): void {
  app.use("/chat/*", async (c, next) =>
    isMemberToken(twin, c.req.header("authorization") ?? "")
      ? next()
      : c.json({ code: CODE.tokenExpired, message: "token expired" }, 401),
  );
  app.get(PATHS.channels, (c) => {
    const asked = c.req.query("channel");
    // Opened first: its row is no longer unread then.
    const opened = asked === undefined ? null : open(twin, asked);
    const channels = inFilter(twin, c.req.query("filter") ?? "all").map((thread) => rowState(twin, thread));
    return c.json({ now: twin.now(), channels, open: opened });
  });
  app.get(`${PATHS.channels}/:id`, (c) => c.json({ now: twin.now(), open: open(twin, c.req.param("id")) }));
  app.post(`${PATHS.channels}/:id/message`, (c) => send(c, twin, ids, c.req.param("id")));
}

/** What send = blocked_403 answers: the lead blocked the host, or the host has no rights here. */
export function blocked(c: TwinContext): Response {
  return c.json({ code: CODE.notAllowed, message: "User is not allowed to perform action CreateMessage" }, 403);
}

function inFilter(twin: FurnishedfinderTwin, filter: string) {
  switch (filter) {
    case "unread":
      return twin.inbox().filter((thread) => thread.unread);
    case "archived":
      return [];
    default:
      return twin.inbox();
  }
}

function open(twin: FurnishedfinderTwin, channelId: string) {
  const opened = twin.openThread(channelId);
  return opened === null ? null : channelState(twin, opened);
}

async function send(c: TwinContext, twin: FurnishedfinderTwin, ids: MessageIds, threadId: string): Promise<Response> {
  const refused = twin.formState.refusal(c, "page", c.req.header("x-csrf-token") ?? "");
  if (refused !== null) return c.json({ code: CODE.notAllowed, message: "forbidden" }, 403);
  const proposed = readMessage(await c.req.json().catch(() => null));
  const thread = twin.threads.get(threadId);
  if (proposed === null || thread === null) return c.json({ code: CODE.input, message: "bad request" }, 400);
  const { id, text } = proposed;
  if (twin.threads.everyMessage().some((message) => message.id === id)) {
    return c.json({ code: CODE.input, message: `a message with ID ${id} already exists` }, 400);
  }
  const { send: word, cool_down_ms, signature, new_inbound_before_send } = twin.switches();
  if (word === "cool_down") {
    return c.json({ code: CODE.rateLimited, message: "Too many requests", coolDownMs: cool_down_ms }, 429);
  }
  if (word === "optimistic_failed") return c.json({ code: CODE.internal, message: "internal error" }, 500);
  const waitMs = coolDownMs(twin, twin.threads.messagesOf(threadId));
  if (waitMs > 0) return c.json({ code: CODE.coolDown, message: "slow mode", coolDownMs: waitMs }, 429);
  const storedText = signature === "on" ? `${text}\n\n${SIGNATURE}` : text;
  const outcome = await ids.proposing({ id, stored: new_inbound_before_send === "before_post" ? 2 : 1 }, () =>
    twin.send(c, { threadId, text, storedText }),
  );
  if (outcome.kind === "answered") return outcome.response;
  // A dropped message is acknowledged without the message, and its row stays as it is: sending.
  if (outcome.kind === "dropped") return c.json({ duration: "4.1ms" }, 201);
  return c.json(
    {
      duration: "4.1ms",
      message: messageState(twin, thread, outcome.message, false, "sent"),
      coolDownMs: coolDownMs(twin, [outcome.message]),
      reload: word === "full_reload",
    },
    201,
  );
}

function readMessage(body: unknown): { id: string; text: string } | null {
  const message = typeof body === "object" && body !== null && "message" in body ? body.message : null;
  if (typeof message !== "object" || message === null || !("id" in message) || !("text" in message)) return null;
  const { id, text } = message;
  if (typeof id !== "string" || typeof text !== "string" || text.trim() === "") return null;
  return CLIENT_ID_SHAPE.test(id) && id.startsWith(`${HOST_MEMBER_ID}-`) ? { id, text } : null;
}
