// Given-when-then for the conversation machine: carries out commands one after the other and keeps what happened.
// Used by the tests beside it and by nothing else.
import type { Decision } from "../triage/decision.ts";
import type { BusinessHours } from "./business-hours.ts";
import type { ConversationCommand } from "./command.ts";
import { decide } from "./decide.ts";
import type { ConversationEvent } from "./event.ts";
import { evolve } from "./evolve.ts";
import type { SightedMessage } from "./sighting.ts";
import type { ConversationState, Identity } from "./state.ts";

export const T0 = 1_800_000_000_000;
export const QUIET_MS = 30_000;
export const HOLD_MS = 5_000;
export const identity: Identity = {
  conversationId: "cv_1",
  organisationId: "org_1",
  accountId: "acct_1",
  platform: "spareroom",
  threadId: "9_1",
};

export type Row = Partial<SightedMessage> & { readonly body: string };
export const lead = (body: string, id: string | null = `p-${body}`): Row => ({
  body,
  direction: "inbound",
  platformMessageId: id,
});
export const ours = (body: string, id: string | null = `p-${body}`): Row => ({
  body,
  direction: "outbound",
  platformMessageId: id,
});

/** A conversation under test: tells commands, keeps every event. */
export class Talk {
  state: ConversationState | null = null;
  events: ConversationEvent[] = [];
  /** What the next read brings of the organisation. */
  hours: BusinessHours | null = null;

  tell(command: ConversationCommand): string | null {
    const { events, refusal } = decide(this.state, command);
    for (const event of events) this.state = evolve(this.state, event);
    this.events.push(...events);
    return refusal?.code ?? null;
  }

  read(rows: readonly Row[], nowMs = T0, isComplete = true): string | null {
    return this.tell({
      do: "ingest",
      identity,
      unitId: "un_1",
      agentId: "us_1",
      quietWindowMs: QUIET_MS,
      approvalHoldMs: HOLD_MS,
      businessHours: this.hours,
      sighting: sightingOf(rows, nowMs, isComplete),
      nowMs,
    });
  }

  decided(
    decision: Partial<Decision> = {},
    sendMode: "draft_only" | "auto_send" = "draft_only",
    nowMs = T0,
  ): string | null {
    const basis = this.now.pending?.basis ?? "none";
    return this.tell({
      do: "record_decision",
      basis,
      decision: { ...REPLY, ...decision },
      provider: "test@1",
      sendMode,
      nowMs,
    });
  }

  reply(body: string, more: Partial<Extract<ConversationCommand, { do: "reply" }>> = {}): string | null {
    return this.tell({
      do: "reply",
      userId: "us_1",
      idempotencyKey: `key-${body}`,
      body,
      answering: undefined,
      isConfirmed: false,
      nowMs: T0,
      ...more,
    });
  }

  /** Takes the newest send as far as the click. */
  click(rows: readonly Row[], nowMs = T0): string | null {
    const sendId = this.now.sends.at(-1)?.id ?? "";
    this.tell({ do: "tick", nowMs: nowMs + HOLD_MS });
    this.tell({ do: "claim_send", sendId, token: "a", sendMode: "auto_send", nowMs: nowMs + HOLD_MS });
    const preImage = sightingOf(rows, nowMs, true);
    return this.tell({ do: "allow_delivery", sendId, token: "a", preImage, nowMs: nowMs + HOLD_MS });
  }

  get now(): ConversationState {
    if (this.state === null) throw new Error("nothing was ingested");
    return this.state;
  }

  get sends() {
    return this.now.sends.map((send) => send.state);
  }

  happened(type: ConversationEvent["type"]): number {
    return this.events.filter((event) => event.type === type).length;
  }
}

export function sightingOf(rows: readonly Row[], takenAtMs: number, isComplete: boolean) {
  return {
    threadId: identity.threadId,
    leadName: "Jamie",
    listing: { platformListingId: "1", title: "Sunny room" },
    messages: rows.map(
      (row): SightedMessage => ({
        platformMessageId: null,
        direction: "inbound",
        sentAt: { ms: null, precision: "none", raw: "" },
        state: "visible",
        ...row,
      }),
    ),
    isComplete,
    takenAtMs,
  };
}

export const REPLY: Decision = {
  intents: ["availability_question"],
  outcome: "general_question",
  risk: "low",
  confidence: 0.9,
  nextAction: "reply",
  reason: { code: "answered", sentence: "The records answer it." },
  reply: "Yes, it is available.",
  selectedSlot: null,
  facts: [],
  guardrails: [],
};

export function asked(text = "Is it available?"): Talk {
  const talk = new Talk();
  talk.read([lead(text)]);
  return talk;
}
