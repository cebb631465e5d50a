// What actor tests say to a conversation: a context, readings of a thread, and doors to look inside.
import { env } from "cloudflare:test";
import type { ConversationActor, IngestContext } from "#contracts/actors";
import type { SightedMessage, ThreadSighting } from "#domain/conversation/sighting";
import type { Decision } from "#domain/triage/decision";

export type Bindings = ActorTests.Bindings;
export const bindings = env as unknown as Bindings;

export const ORGANISATION = "org_1";
let conversations = 0;

/** A conversation that no other test knows. */
export function newConversation(namespace = bindings.CONVERSATIONS) {
  const conversationId = `cv_${++conversations}_${crypto.randomUUID()}`;
  const stub = namespace.get(namespace.idFromName(conversationId));
  const context: IngestContext = {
    identity: {
      conversationId,
      organisationId: ORGANISATION,
      accountId: "acct_1",
      platform: "spareroom",
      threadId: "9_1",
    },
    unitId: "un_1",
    agentId: "us_1",
    quietWindowMs: 0,
    approvalHoldMs: 0,
    businessHours: null,
  };
  return {
    stub,
    actor: stub as unknown as ConversationActor,
    context,
    sendId: (n: number) => `${conversationId}.${n}`,
  };
}

export function sighting(
  rows: readonly (readonly ["lead" | "us", string])[],
  more: Partial<ThreadSighting> = {},
): ThreadSighting {
  return {
    threadId: "9_1",
    leadName: "Jamie",
    listing: { platformListingId: "1", title: "Sunny room" },
    messages: rows.map(
      ([from, body], i): SightedMessage => ({
        platformMessageId: `p${i + 1}`,
        direction: from === "lead" ? "inbound" : "outbound",
        body,
        sentAt: { ms: null, precision: "none", raw: "" },
        state: "visible",
      }),
    ),
    isComplete: true,
    takenAtMs: Date.now(),
    ...more,
  };
}

export const REPLY: Decision = {
  intents: ["availability_question"],
  outcome: null,
  risk: "low",
  confidence: 0.9,
  nextAction: "reply",
  reason: { code: "answered", sentence: "The records answer it." },
  reply: "Yes, it is available.",
  selectedSlot: null,
  facts: [],
  guardrails: [],
};
