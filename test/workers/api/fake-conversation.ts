// A conversation actor that keeps what a test gives it, answers like the real one, and refuses what a test asks it to.
import { DurableObject } from "cloudflare:workers";
import type {
  ActorRefusal,
  AuditLine,
  ConversationActor,
  ConversationCore,
  ConversationDetail,
  Projection,
  StoredDecision,
} from "#contracts/actors";
import type { SendView } from "#contracts/api/conversation";
import type { JudgedDecisionView } from "#contracts/api/shadow";
import { NOT_ACKNOWLEDGED } from "#domain/conversation/hand-off";
import { refuseText, type TextCheck, UNCHECKED } from "#domain/conversation/let-through";
import { ok, type Result, refuse } from "#domain/kernel/result";
import type { DecisionInput, Outcome, Reason } from "#domain/triage/decision";
import { decide } from "#domain/triage/policy";

type ApiDoor = Pick<
  ConversationActor,
  | "detail"
  | "decisions"
  | "decisionSource"
  | "reply"
  | "approveDraft"
  | "rejectDraft"
  | "cancelSend"
  | "setOutcome"
  | "reopen"
  | "setOwner"
  | "linkUnit"
  | "openHandOff"
  | "projection"
  | "projected"
  | "suppress"
  | "liftSuppression"
  | "keepShowing"
  | "actOnFollowUp"
>;
const UNTOLD = { risk: "medium", summary: [], acknowledgement: NOT_ACKNOWLEDGED } as const;
type Reply = { readonly body: string; readonly send: SendView };

export class FakeConversation extends DurableObject implements ApiDoor {
  private core: ConversationCore | null = null;
  private refusal: ActorRefusal | null = null;
  private replies = new Map<string, Reply>();
  private audit: readonly AuditLine[] = [];

  async begin(core: ConversationCore): Promise<void> {
    this.core = core;
  }

  /** Everything is refused with this until it is null again. */
  async refuseWith(refusal: ActorRefusal | null): Promise<void> {
    this.refusal = refusal;
  }

  async detail(organisationId: string): Promise<Result<ConversationDetail, ActorRefusal>> {
    const core = this.own(organisationId);
    return core.ok ? ok(detailOf(core.value)) : core;
  }

  async decisions(organisationId: string): Promise<Result<readonly JudgedDecisionView[], ActorRefusal>> {
    const core = this.own(organisationId);
    return core.ok ? ok([]) : core;
  }

  /** Keeps the one decision "d1". */
  async decisionSource(organisationId: string, decisionId: string): Promise<Result<StoredDecision, ActorRefusal>> {
    const core = this.own(organisationId);
    if (!core.ok) return core;
    if (decisionId !== "d1") return refuse("NOT_FOUND", "It is not kept.", "Look at a newer one.");
    const { input, decision } = SAMPLE;
    return ok({ decisionId, provider: "test@1", ruleBook: "answer", input, decision });
  }

  async reply(
    organisationId: string,
    userId: string,
    request: Parameters<ConversationActor["reply"]>[2],
  ): Promise<Result<SendView, ActorRefusal>> {
    const core = this.own(organisationId);
    if (!core.ok) return core;
    const known = this.replies.get(request.idempotencyKey);
    if (known !== undefined && known.body !== request.body) {
      return refuse("IDEMPOTENCY_KEY_REUSED", "This key stands for another reply.", "Use a new key.");
    }
    const refused = known === undefined ? refuseText(request.body, request.textCheck ?? UNCHECKED) : null;
    if (refused !== null) return { ok: false, error: refused };
    const id = `${core.value.conversationId}.${this.replies.size + 1}`;
    const reply = known ?? { body: request.body, send: sendOf(id, request.body, userId) };
    this.replies.set(request.idempotencyKey, reply);
    return ok(reply.send);
  }

  async approveDraft(
    organisationId: string,
    userId: string,
    sendId: string,
    body: string | null,
    textCheck: TextCheck = UNCHECKED,
  ): Promise<Result<SendView, ActorRefusal>> {
    const core = this.own(organisationId);
    const refused = body === null ? null : refuseText(body, textCheck);
    if (core.ok && refused !== null) return { ok: false, error: refused };
    return core.ok ? ok(sendOf(sendId, body ?? "as drafted", userId)) : core;
  }

  async rejectDraft(organisationId: string, userId: string, sendId: string): Promise<Result<SendView, ActorRefusal>> {
    return await this.approveDraft(organisationId, userId, sendId, null);
  }

  async cancelSend(organisationId: string, userId: string, sendId: string): Promise<Result<SendView, ActorRefusal>> {
    return await this.approveDraft(organisationId, userId, sendId, null);
  }

  async setOutcome(
    organisationId: string,
    _userId: string,
    outcome: Outcome,
  ): Promise<Result<ConversationDetail, ActorRefusal>> {
    return this.change(organisationId, { workflowState: "outcome", outcome });
  }

  async reopen(organisationId: string): Promise<Result<ConversationDetail, ActorRefusal>> {
    return this.change(organisationId, { workflowState: "lead", outcome: null });
  }

  async setOwner(
    organisationId: string,
    _userId: string,
    ownerMode: ConversationCore["ownerMode"],
  ): Promise<Result<ConversationDetail, ActorRefusal>> {
    return this.change(organisationId, { ownerMode });
  }

  async linkUnit(
    organisationId: string,
    _userId: string,
    unitId: string,
    agentId: string | null,
  ): Promise<Result<ConversationDetail, ActorRefusal>> {
    return this.change(organisationId, { unitId, agentId });
  }

  /** Like the real one: one that is open stays, and what is told again changes nothing. */
  async openHandOff(organisationId: string, reason: Reason): Promise<Result<"open", ActorRefusal>> {
    const core = this.own(organisationId);
    if (!core.ok) return core;
    if (core.value.handOff === null) {
      this.change(organisationId, {
        handOff: { ...UNTOLD, reason, openedAtMs: 1, deadlineAtMs: 2 },
        ownerMode: "human",
      });
    }
    return ok("open");
  }

  /** What `projection` hands out until it is confirmed. */
  async logs(audit: readonly AuditLine[]): Promise<void> {
    this.audit = audit;
  }

  async projection(): Promise<Projection | null> {
    const { core, audit } = this;
    const person = { contacts: [], suppression: null, lift: null };
    return core === null ? null : { core, audit, person, followUps: [], outcomes: [], upTo: audit.at(-1)?.seq ?? 0 };
  }

  async projected(upTo: number): Promise<void> {
    this.audit = this.audit.filter((line) => line.seq > upTo);
  }

  async suppress(organisationId: string): Promise<Result<ConversationDetail, ActorRefusal>> {
    return this.change(organisationId, { isSuppressed: true });
  }

  async liftSuppression(organisationId: string): Promise<Result<ConversationDetail, ActorRefusal>> {
    return this.change(organisationId, { isSuppressed: false });
  }

  async keepShowing(organisationId: string): Promise<Result<ConversationDetail, ActorRefusal>> {
    return this.change(organisationId, { handOff: null });
  }

  async tellShowing(organisationId: string): Promise<Result<null, ActorRefusal>> {
    const core = this.own(organisationId);
    return core.ok ? ok(null) : core;
  }

  async actOnFollowUp(organisationId: string): Promise<Result<ConversationDetail, ActorRefusal>> {
    return this.change(organisationId, {});
  }

  private change(organisationId: string, change: Partial<ConversationCore>): Result<ConversationDetail, ActorRefusal> {
    const core = this.own(organisationId);
    if (!core.ok) return core;
    this.core = { ...core.value, ...change, version: core.value.version + 1 };
    return ok(detailOf(this.core));
  }

  private own(organisationId: string): Result<ConversationCore, ActorRefusal> {
    if (this.refusal !== null) return { ok: false, error: this.refusal };
    if (this.core === null || this.core.organisationId !== organisationId) {
      return refuse("NOT_FOUND", "There is no such conversation.", "Go back.");
    }
    return ok(this.core);
  }
}

function sendOf(id: string, body: string, _userId: string): SendView {
  const createdAt = new Date(0).toISOString();
  return {
    id,
    state: "approved",
    body,
    author: "agent",
    createdAt,
    releaseAt: null,
    isEdited: false,
    failure: null,
    returned: null,
  };
}

function detailOf(core: ConversationCore): ConversationDetail {
  return {
    core,
    epoch: 1,
    lastInboundId: null,
    messages: [],
    sends: [],
    decision: null,
    followUp: null,
    showingStartMs: null,
    acknowledgement: null,
    actions: {
      reply: null,
      setOutcome: null,
      reopen: null,
      takeOver: null,
      giveBack: null,
      suppress: null,
      liftSuppression: null,
      keepShowing: null,
    },
  };
}

const INPUT: DecisionInput = {
  ...{ text: "Is it available?", platform: "spareroom", history: [], unit: {}, records: {}, slots: [] },
  ...{ now: "2026-11-20T12:00:00Z", zone: "America/New_York", leadName: null, organisationName: null },
};
const SAMPLE = { input: INPUT, decision: decide(INPUT) };
