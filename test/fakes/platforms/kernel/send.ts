// What becomes of a send POST under the `send` switch. The one place that stores a host's message.
// Draws no page: the site acts on the outcome.

import { setTimeout as sleep } from "node:timers/promises";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { TwinContext } from "./site.ts";
import type { GeneralSwitches, SwitchValues } from "./switches.ts";
import type { Tally } from "./tally.ts";
import type { Message, MessageState, Threads } from "./threads.ts";

export type SendOutcome =
  /** Stored; `message.state` is "held" when moderation keeps it. Answer as the site does after a send. */
  | { readonly kind: "stored"; readonly message: Message }
  /** Nothing was stored. Answer exactly as after a good send, without the message. */
  | { readonly kind: "dropped" }
  /** The kernel made the answer (500, refused, signed out, cut): return it as it is. */
  | { readonly kind: "answered"; readonly response: Response };

/** What the lead writes by itself under new_inbound_before_send. */
export const SURPRISE_TEXT = "One more thing: could I also see it on Saturday?";

type Parts = {
  readonly values: () => Omit<SwitchValues<GeneralSwitches>, "send"> & { readonly send: string };
  readonly switchOff: (name: "new_inbound_before_send") => void;
  readonly threads: Threads;
  readonly tally: Tally;
  readonly dropSessions: () => void;
  readonly blocked: (c: TwinContext) => Response | Promise<Response>;
  readonly signedOut: (c: TwinContext) => Response | Promise<Response>;
  /** Aborted when the twin closes, so that no answer is waited for any longer. */
  readonly closing: AbortSignal;
};

export type SendWords = {
  readonly threadId: string;
  readonly text: string;
  /** What is stored when the site changes the text itself, for example by a signature. `submits` counts `text`. */
  readonly storedText?: string | undefined;
};

export function makeSend(parts: Parts): (c: TwinContext, words: SendWords) => Promise<SendOutcome> {
  return async (c, words) => {
    const values = parts.values();
    parts.tally.attempt();
    if (values.new_inbound_before_send === "before_post") {
      parts.switchOff("new_inbound_before_send");
      parts.threads.leadWrites({ name: "", threadId: words.threadId, text: SURPRISE_TEXT });
    }
    if (values.send === "blocked_403") return answered(await parts.blocked(c));
    if (values.send === "lost_session") {
      parts.dropSessions();
      return answered(await parts.signedOut(c));
    }
    parts.tally.submit(words.threadId, words.text);
    if (values.send === "silent_drop") return { kind: "dropped" };
    const state: MessageState = values.send === "held" ? "held" : "sent";
    const message = parts.threads.hostWrites(words.threadId, words.storedText ?? words.text, state);
    if (values.send === "stored_then_500") return answered(c.html(SERVER_ERROR_PAGE, 500));
    if (values.send === "cut_connection") return answered(cut(c));
    if (values.send === "answer_delay") {
      await sleep(values.answer_delay_ms, undefined, { signal: parts.closing }).catch(() => undefined);
    }
    return { kind: "stored", message };
  };
}

export const SERVER_ERROR_PAGE =
  "<!doctype html><html><head><title>500 Internal Server Error</title></head><body><h1>Internal Server Error</h1></body></html>";

function answered(response: Response): SendOutcome {
  return { kind: "answered", response };
}

function cut(c: TwinContext): Response {
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}
