// What becomes of a reply: the switch `send` with this site's own words, and the answer in place or by a new page.

import { html } from "hono/html";
import { readForm } from "../kernel/form-state.ts";
import type { TwinContext } from "../kernel/site.ts";
import { page } from "./layout.ts";
import { messageState } from "./message-state.ts";
import { threadPath } from "./paths.ts";
import type { RoomiesTwin } from "./switches.ts";

export async function reply(c: TwinContext, twin: RoomiesTwin, threadId: string): Promise<Response> {
  const form = await readForm(c);
  const refused = twin.formState.refusal(c, `reply.${threadId}`, form.get("_token"));
  if (refused !== null) return refused;
  const text = form.get("message");
  const thread = twin.threads.get(threadId);
  if (thread === null || text.trim() === "") return c.redirect(threadPath(threadId));
  const { send } = twin.switches();
  if (send === "cool_down") return refusal(c, twin, 429, "You are sending messages too quickly. Please wait a while.");
  if (send === "failed" || send === "optimistic_failed") {
    return refusal(c, twin, 422, "Your message could not be sent.");
  }
  const outcome = await twin.send(c, { threadId, text });
  if (outcome.kind === "answered") return outcome.response;
  if (!isInPlace(c)) return c.redirect(threadPath(threadId));
  return c.json(outcome.kind === "dropped" ? {} : { message: messageState(twin, thread, outcome.message) });
}

/** What send = blocked_403 shows. */
export function blocked(c: TwinContext, twin: RoomiesTwin): Response | Promise<Response> {
  return refusal(c, twin, 403, "You can no longer message this member.");
}

function refusal(
  c: TwinContext,
  twin: RoomiesTwin,
  status: 403 | 422 | 429,
  words: string,
): Response | Promise<Response> {
  if (isInPlace(c)) return c.json({ message: words }, status);
  return page(c, twin, { title: "Sorry", status }, html`<p role="alert" class="send-error text-red-700">${words}</p>`);
}

function isInPlace(c: TwinContext): boolean {
  return c.req.header("x-requested-with") === "XMLHttpRequest";
}
