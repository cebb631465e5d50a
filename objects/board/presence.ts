// The typed door to presence, and the only place that knows it is an itty-durable object.
// Presence may be lost, so a failure is an empty answer and never an error of the board.
import { proxyDurable } from "itty-durable";
import { z } from "zod";
import type { Viewers } from "./presence-object.ts";

export type Presence = {
  /** Notes what a connection looks at (null: nothing). Answers with the conversations whose viewers changed. */
  look(connectionId: string, conversationId: string | null): Promise<readonly Viewers[]>;
};

const viewersSchema = z.array(z.object({ conversationId: z.string(), connectionIds: z.array(z.string()) }));

/** Presence of one organisation. Arguments travel in HTTP headers, so only ids (ASCII) may be passed. */
export function makePresence(namespace: unknown, organisationId: string): Presence {
  return {
    async look(connectionId, conversationId) {
      try {
        const stub = proxyDurable(namespace, { name: "PRESENCE", parse: true }).get(organisationId);
        const answer = viewersSchema.safeParse(await stub.look(connectionId, conversationId));
        return answer.success ? answer.data : [];
      } catch {
        return [];
      }
    },
  };
}
