// The actor of one conversation: the doors of ConversationActor onto the machine. It never drives a browser and never asks
// a model: it signals a queue, and a consumer comes back with what it saw.
import { DurableObject } from "cloudflare:workers";
import type {
  ActorRefusal,
  AskRequest,
  ClaimedSend,
  ConversationActor,
  ConversationDetail,
  DecisionAnswer,
  DecisionRequest,
  FollowUpAct,
  FollowUpAnswer,
  FollowUpRequest,
  IngestContext,
  IngestReport,
  Lift,
  OwnerMode,
  Projection,
  StoredDecision,
  Suppression,
  WishRequest,
} from "#contracts/actors";
import type { SendView } from "#contracts/api/conversation";
import type { JudgedDecisionView } from "#contracts/api/shadow";
import type { SendReport } from "#contracts/browser";
import type { ConversationCommand } from "#domain/conversation/command";
import type { ToldShowing } from "#domain/conversation/showing";
import type { ThreadSighting } from "#domain/conversation/sighting";
import type { ConversationState } from "#domain/conversation/state";
import { assert } from "#domain/kernel/assert";
import { err, ok, type Result } from "#domain/kernel/result";
import type { SendMode } from "#domain/rollout/send-mode";
import type { DecisionSource } from "#domain/shadow/replay-source";
import type { Outcome, Reason } from "#domain/triage/decision";
import { sourceOf } from "./decision-book.ts";
import { judgedViews, outcomesOf, storedDecision } from "./decision-view.ts";
import { followUpCommand, followUpRequestOf } from "./follow-ups.ts";
import { type SignalBindings, signal } from "./jobs.ts";
import { ConversationMachine } from "./machine.ts";
import { projectionOf } from "./projection.ts";
import { outcomeOf } from "./report.ts";
import {
  askRequestOf,
  decisionRequestOf,
  detailOf,
  ingestReportOf,
  NO_SUCH_CONVERSATION,
  sendOf,
  sendView,
  wishRequestOf,
} from "./view.ts";

type Answer<T> = Promise<Result<T, ActorRefusal>>;
type Recorded = Answer<{ readonly isRecorded: boolean }>;
/** Commands of people that are about one text. */
type SendCommand = Extract<ConversationCommand, { do: "reply" | "approve_draft" | "reject_draft" | "cancel_send" }>;

export class ConversationObject extends DurableObject<SignalBindings> implements ConversationActor {
  readonly #machine: ConversationMachine;

  constructor(ctx: DurableObjectState, env: SignalBindings) {
    super(ctx, env);
    this.#machine = new ConversationMachine(ctx, Date.now());
  }

  override alarm(): Promise<void> {
    return this.#machine.wake(Date.now(), (job) => signal(this.env, job));
  }

  async ingest(context: IngestContext, sighting: ThreadSighting): Answer<IngestReport> {
    const before = this.#machine.state;
    const refusal = this.#machine.execute({ do: "ingest", ...context, sighting, nowMs: Date.now() });
    return refusal === null ? ok(ingestReportOf(before, this.#opened(), this.#machine.version)) : err(refusal);
  }

  async decisionRequest(): Promise<DecisionRequest | null> {
    const { state } = this.#machine;
    return state === null ? null : decisionRequestOf(state);
  }

  async recordDecision(answer: DecisionAnswer): Recorded {
    const { input, consulted, ...decided } = answer;
    const source = sourceOf("answer", input, consulted ?? null);
    return this.#record({ do: "record_decision", ...decided, nowMs: Date.now() }, source);
  }

  async followUpRequest(): Promise<FollowUpRequest | null> {
    const { state } = this.#machine;
    return state === null ? null : followUpRequestOf(state, Date.now());
  }

  async recordFollowUp(answer: FollowUpAnswer): Recorded {
    return this.#record({ do: "record_follow_up", ...answer, nowMs: Date.now() });
  }

  async wishRequest(): Promise<WishRequest | null> {
    const { state } = this.#machine;
    return state === null ? null : wishRequestOf(state);
  }

  async settleWish(...[wishId, result, instead, grounds]: Parameters<ConversationActor["settleWish"]>): Promise<void> {
    const source = sourceOf("time_taken", instead?.input);
    const told = { do: "settle_wish", wishId, result, instead, ...given({ grounds }), nowMs: Date.now() } as const;
    this.#machine.execute(told, source);
  }

  async askRequest(): Promise<AskRequest | null> {
    const { state } = this.#machine;
    return state === null ? null : askRequestOf(state);
  }

  async recordAsk(...[showingId, stage, body, sendMode]: Parameters<ConversationActor["recordAsk"]>): Promise<void> {
    this.#machine.execute({ do: "record_ask", showingId, stage, body, sendMode, nowMs: Date.now() });
  }

  async tellShowing(organisationId: string, showing: ToldShowing): Answer<null> {
    return this.#tell(organisationId, { do: "tell_showing", showing, nowMs: Date.now() });
  }

  async claimSend(sendId: string, sendMode: SendMode): Answer<ClaimedSend> {
    const token = crypto.randomUUID();
    const refusal = this.#machine.execute({ do: "claim_send", sendId, token, sendMode, nowMs: Date.now() });
    if (refusal !== null) return err(refusal);
    const state = this.#opened();
    return ok({ send: sendOf(state, sendId), token, identity: state.identity });
  }

  async releaseClaim(sendId: string, token: string, notBeforeMs: number): Promise<void> {
    this.#machine.execute({ do: "release_claim", sendId, token, notBeforeMs, nowMs: Date.now() });
  }

  async allowDelivery(sendId: string, token: string, preImage: ThreadSighting): Answer<"go"> {
    const refusal = this.#machine.execute({ do: "allow_delivery", sendId, token, preImage, nowMs: Date.now() });
    // The click follows this answer: the commit must be on disk before it leaves.
    await this.ctx.storage.sync();
    return refusal === null ? ok("go") : err(refusal);
  }

  async reportSend(sendId: string, token: string, report: SendReport, isRetryable: boolean): Promise<void> {
    const outcome = outcomeOf(report, isRetryable);
    this.#machine.execute({ do: "report_send", sendId, token, report: outcome, nowMs: Date.now() });
  }

  async needsReadBack(sendId: string): Promise<boolean> {
    return this.#machine.state?.sends.some((send) => send.id === sendId && send.state === "unknown") ?? false;
  }

  async detail(organisationId: string): Answer<ConversationDetail> {
    return this.#isOf(organisationId) ? ok(detailOf(this.#opened(), this.#machine.version)) : err(NO_SUCH_CONVERSATION);
  }

  async decisions(organisationId: string): Answer<readonly JudgedDecisionView[]> {
    return this.#isOf(organisationId) ? ok(judgedViews(this.#machine.decisions)) : err(NO_SUCH_CONVERSATION);
  }

  async decisionSource(organisationId: string, decisionId: string): Answer<StoredDecision> {
    if (!this.#isOf(organisationId)) return err(NO_SUCH_CONVERSATION);
    return storedDecision(this.#machine.decisions, decisionId);
  }

  async reply(
    organisationId: string,
    userId: string,
    request: Parameters<ConversationActor["reply"]>[2],
  ): Answer<SendView> {
    const { idempotencyKey, body, answering, textCheck, confirmAnsweredMeanwhile: isConfirmed = false } = request;
    const said = { userId, idempotencyKey, body, answering, isConfirmed, ...given({ textCheck }) };
    return this.#forSend(organisationId, { do: "reply", ...said, nowMs: Date.now() });
  }

  async approveDraft(
    ...[organisationId, userId, sendId, body, textCheck]: Parameters<ConversationActor["approveDraft"]>
  ): Answer<SendView> {
    const approval = { userId, sendId, body, ...given({ textCheck }) };
    return this.#forSend(organisationId, { do: "approve_draft", ...approval, nowMs: Date.now() });
  }

  async rejectDraft(organisationId: string, userId: string, sendId: string): Answer<SendView> {
    return this.#forSend(organisationId, { do: "reject_draft", userId, sendId, nowMs: Date.now() });
  }

  async cancelSend(organisationId: string, userId: string, sendId: string): Answer<SendView> {
    return this.#forSend(organisationId, { do: "cancel_send", userId, sendId, nowMs: Date.now() });
  }

  async setOutcome(organisationId: string, userId: string, outcome: Outcome): Answer<ConversationDetail> {
    return this.#forDetail(organisationId, { do: "set_outcome", userId, outcome, nowMs: Date.now() });
  }

  async reopen(organisationId: string, userId: string): Answer<ConversationDetail> {
    return this.#forDetail(organisationId, { do: "reopen", userId, nowMs: Date.now() });
  }

  async setOwner(organisationId: string, userId: string, mode: OwnerMode): Answer<ConversationDetail> {
    return this.#forDetail(organisationId, { do: "set_owner", userId, mode, nowMs: Date.now() });
  }

  async linkUnit(
    organisationId: string,
    userId: string,
    unitId: string,
    agentId: string | null,
  ): Answer<ConversationDetail> {
    return this.#forDetail(organisationId, { do: "link_unit", userId, unitId, agentId, nowMs: Date.now() });
  }

  async openHandOff(organisationId: string, reason: Reason): Answer<"open"> {
    const told = this.#tell(organisationId, { do: "open_hand_off", reason, nowMs: Date.now() });
    return told.ok ? ok("open") : told;
  }

  async actOnFollowUp(
    organisationId: string,
    userId: string,
    followUpId: string,
    act: FollowUpAct,
  ): Answer<ConversationDetail> {
    return this.#forDetail(organisationId, followUpCommand(userId, followUpId, act, Date.now()));
  }

  async suppress(organisationId: string, userId: string): Answer<ConversationDetail> {
    return this.#forDetail(organisationId, { do: "suppress", userId, nowMs: Date.now() });
  }

  async liftSuppression(organisationId: string, userId: string): Answer<ConversationDetail> {
    return this.#forDetail(organisationId, { do: "lift_suppression", userId, nowMs: Date.now() });
  }

  async keepShowing(organisationId: string, userId: string): Answer<ConversationDetail> {
    return this.#forDetail(organisationId, { do: "keep_showing", userId, nowMs: Date.now() });
  }

  async suppressSamePerson(organisationId: string, suppression: Suppression): Answer<null> {
    return this.#tell(organisationId, { do: "suppress_same_person", ...suppression, nowMs: Date.now() });
  }

  async liftSamePerson(organisationId: string, lift: Lift): Answer<null> {
    return this.#tell(organisationId, { do: "lift_same_person", ...lift, nowMs: Date.now() });
  }

  async projection(): Promise<Projection | null> {
    const { state, version } = this.#machine;
    if (state === null) return null;
    const outcomes = outcomesOf(this.#machine.decisions.tracks(), this.#machine.projectedSeq);
    return projectionOf(state, version, this.#machine.unprojected(), outcomes);
  }

  async projected(upTo: number): Promise<void> {
    this.#machine.confirmProjected(upTo, Date.now());
  }

  #record(command: ConversationCommand, source: DecisionSource | null = null): Awaited<Recorded> {
    const before = this.#machine.version;
    const refusal = this.#machine.execute(command, source);
    return refusal === null ? ok({ isRecorded: this.#machine.version > before }) : err(refusal);
  }

  #opened(): ConversationState {
    const { state } = this.#machine;
    assert(state !== null, "the conversation was opened");
    return state;
  }

  #isOf(organisationId: string): boolean {
    return this.#machine.state?.identity.organisationId === organisationId;
  }

  #forSend(organisationId: string, command: SendCommand): Result<SendView, ActorRefusal> {
    const told = this.#tell(organisationId, command);
    if (!told.ok) return told;
    const state = this.#opened();
    const id = command.do === "reply" ? state.replyKeys[command.idempotencyKey] : command.sendId;
    return ok(sendView(sendOf(state, id)));
  }

  #forDetail(organisationId: string, command: ConversationCommand): Result<ConversationDetail, ActorRefusal> {
    const told = this.#tell(organisationId, command);
    return told.ok ? ok(detailOf(this.#opened(), this.#machine.version)) : told;
  }

  #tell(organisationId: string, command: ConversationCommand): Result<null, ActorRefusal> {
    if (!this.#isOf(organisationId)) return err(NO_SUCH_CONVERSATION);
    const refusal = this.#machine.execute(command);
    return refusal === null ? ok(null) : err(refusal);
  }
}

/** Without the keys that were left out: a command does not hold `undefined`. */
function given<T extends object>(parts: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const held = Object.entries(parts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(held) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}
