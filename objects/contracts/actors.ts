// The doors of the actors, as interfaces: what a consumer or a route may ask of a conversation or a board over RPC.
// The classes in objects/<actor>/ implement these; deps.ts hands out stubs typed by them. An account has a file of its own.
import type { BusinessHours } from "#domain/conversation/business-hours";
import type { FollowUp, FollowUpStage } from "#domain/conversation/follow-up";
import type { HandOff, HandOffGrounds } from "#domain/conversation/hand-off";
import type { TextCheck } from "#domain/conversation/let-through";
import type { LeadShowing, OfferedTime, ShowingWish, ToldShowing, WishResult } from "#domain/conversation/showing";
import type { AskStage } from "#domain/conversation/showing-limits";
import type { SightedTime, ThreadSighting } from "#domain/conversation/sighting";
import type { Identity, OwnerMode, Suppression } from "#domain/conversation/state";
import type { WorkflowState } from "#domain/conversation/workflow";
import type { Refusal, Result } from "#domain/kernel/result";
import type { FallbackCode } from "#domain/model/fallback";
import type { Consulted } from "#domain/model/proposal";
import type { Contact } from "#domain/person/contact";
import type { Platform } from "#domain/platform";
import type { SendMode } from "#domain/rollout/send-mode";
import type { Send } from "#domain/sending/send";
import type { DecisionSource } from "#domain/shadow/replay-source";
import type { VerdictName } from "#domain/shadow/verdict-names";
import type { Decision, DecisionInput, Intent, NextAction, Outcome, Reason, Risk } from "#domain/triage/decision";
import type { FollowUpInput, FollowUpText } from "#domain/triage/follow-up-text";
import type { AcknowledgementView, ActionsView, DecisionView, MessageView, SendView } from "./api/conversation.ts";
import type { FollowUpView } from "./api/follow-up.ts";
import type { JudgedDecisionView } from "./api/shadow.ts";
import type { SendReport } from "./browser.ts";
import type { ErrorCode } from "./errors.ts";

/** Refusals that reach a person carry a code of the API's closed list. */
export type ActorRefusal = Refusal<ErrorCode>;

/** Who a conversation is with, fixed at the first ingest. */
export type ConversationIdentity = Identity;
export type { OwnerMode, Suppression };

/** What D1 knows about a thread when it is ingested: links and the settings in force. */
export type IngestContext = {
  readonly identity: ConversationIdentity;
  readonly unitId: string | null;
  readonly agentId: string | null;
  /** A reply waits this long after the newest message of a burst. */
  readonly quietWindowMs: number;
  /** An approved send can be cancelled for this long. */
  readonly approvalHoldMs: number;
  /** When a person is there to take a hand-off; null: always. */
  readonly businessHours: BusinessHours | null;
};

export type IngestReport = {
  readonly newMessages: number;
  /** When the lead's new messages were written, as the page shows it. */
  readonly heard: readonly SightedTime[];
  readonly version: number;
};

/** What waits for a decision: the input minus what D1 knows (facts, zone, names), and the key to answer with. */
export type DecisionRequest = {
  /** Key of the newest inbound message; a decision for an older one is ignored. */
  readonly basis: string;
  readonly platform: Platform;
  readonly accountId: string;
  readonly unitId: string | null;
  readonly leadName: string | null;
  readonly text: string;
  readonly history: DecisionInput["history"];
  /** The times that were put to the lead last, in that order. */
  readonly offered: readonly OfferedTime[];
  readonly showing: LeadShowing | null;
  /** False while a person leads: the decision is recorded, and nothing is said by it. */
  readonly isAssistants: boolean;
};

export type DecisionAnswer = {
  readonly basis: string;
  readonly decision: Decision;
  /** What it was made from; the actor keeps it, and nobody else does. */
  readonly input?: DecisionInput;
  /** What a model answered: kept beside the input. */
  readonly consulted?: Consulted | null;
  /** Which model decided, e.g. "embedded@1". */
  readonly provider: string;
  /** Why the embedded reading decided alone although a model is set. */
  readonly fallback?: FallbackCode | null;
  readonly sendMode: SendMode;
  /** The times that the reply puts to the lead. */
  readonly offered?: readonly OfferedTime[];
  /** The time the lead chose, when the decision is to book it. */
  readonly chosen?: OfferedTime | null;
  /** What a hand-off is told with; without it the lead is told nothing. */
  readonly grounds?: HandOffGrounds;
};

/** What waits to be done in D1, and what was asked when the lead chose: for other times where it is gone. */
export type WishRequest = {
  readonly wish: ShowingWish;
  readonly request: DecisionRequest;
};

/** A lead is to be asked whether the showing stands. */
export type AskRequest = {
  readonly showing: LeadShowing;
  readonly stage: AskStage;
  readonly dueAtMs: number;
  readonly accountId: string;
  readonly leadName: string | null;
  readonly history: DecisionInput["history"];
};

/** The follow-up that is due: what its words are made from minus what D1 knows, and the key to answer with. */
export type FollowUpRequest = Omit<FollowUpInput, "unit" | "records" | "organisationName"> & {
  readonly episode: string;
  readonly accountId: string;
  readonly unitId: string | null;
};

export type FollowUpAnswer = {
  readonly episode: string;
  readonly stage: FollowUpStage;
  readonly text: FollowUpText;
  readonly sendMode: SendMode;
  /** IANA zone of the unit, for the quiet hours; null: not known. */
  readonly zone: string | null;
};

/** What a person does with a follow-up. */
export type FollowUpAct = { readonly act: "complete" | "skip" } | { readonly act: "snooze"; readonly untilMs: number };

/** A follow-up as D1 keeps it, for the queues of work. */
export type FollowUpRow = Pick<
  FollowUp,
  "id" | "stage" | "episode" | "dueAtMs" | "ownerId" | "status" | "leftToPerson"
> & {
  /** Who writes it as things are now. */
  readonly writer: FollowUpView["writer"];
};

/** The conversation's own facts, for a board row. Names of accounts, units and agents are D1's. */
export type ConversationCore = ConversationIdentity & {
  readonly version: number;
  readonly leadName: string | null;
  readonly platformListingId: string | null;
  readonly listingTitle: string | null;
  readonly unitId: string | null;
  readonly agentId: string | null;
  readonly workflowState: WorkflowState;
  readonly outcome: Outcome | null;
  readonly ownerMode: OwnerMode;
  readonly handOff: HandOff | null;
  readonly draftId: string | null;
  readonly sending: "none" | "waiting" | "on_its_way" | "unknown" | "failed";
  readonly hasDuplicate: boolean;
  readonly isSuppressed: boolean;
  readonly lastMessage: {
    readonly from: "lead" | "us" | "system";
    readonly preview: string;
    readonly atMs: number;
  } | null;
};

export type ConversationDetail = {
  readonly core: ConversationCore;
  readonly epoch: number;
  readonly lastInboundId: string | null;
  readonly messages: readonly MessageView[];
  readonly sends: readonly SendView[];
  readonly decision: DecisionView | null;
  /** The follow-up that is still to be done; null while there is none. */
  readonly followUp: FollowUpView | null;
  /** When the lead's showing begins that is not over; null without one. */
  readonly showingStartMs: number | null;
  /** What the lead was told of the hand-off that is open; null without one. */
  readonly acknowledgement: AcknowledgementView | null;
  readonly actions: ActionsView;
};

/** One line for the audit log. `detail` holds ids, codes and numbers, never message text. */
export type AuditLine = {
  /** Sequence in the conversation's event log; (conversationId, seq) is unique. */
  readonly seq: number;
  readonly atMs: number;
  readonly actor: string;
  readonly action: string;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
};

/** What makes the conversation one person's, and what was said of contacting them. */
export type PersonReport = {
  /** Personal data: hashed at once (workers/store/person-keys.ts), never stored as it is, never logged, never shown. */
  readonly contacts: readonly Contact[];
  /** Null while not suppressed. */
  readonly suppression: Suppression | null;
  /** The newest lift of this batch; null when the batch holds none. */
  readonly lift: Lift | null;
};
/** In which conversation the suppression of a person was lifted, and when. */
export type Lift = { readonly liftedIn: string; readonly liftedAtMs: number };

/** What became of one decision, for D1: codes and numbers, never a text. */
export type DecisionOutcome = {
  readonly decisionId: string;
  /** Raised by whatever changes the verdict: an older one is ignored. */
  readonly version: number;
  readonly atMs: number;
  readonly intents: readonly Intent[];
  readonly nextAction: NextAction;
  readonly reason: string;
  readonly confidence: number;
  readonly risk: Risk;
  readonly provider: string;
  readonly sendMode: SendMode;
  readonly verdict: VerdictName;
  /** Share of words that an edit changed, in percent; null for everything else. */
  readonly distancePercent: number | null;
  readonly isProposed: boolean;
  readonly isJudged: boolean;
  readonly wouldHaveGoneWrong: boolean;
};

/** A decision with its source, for who replays it offline. Holds what the lead wrote. */
export type StoredDecision = DecisionSource & {
  readonly decisionId: string;
  readonly provider: string;
  readonly decision: Decision;
};

/** A batch: `upTo` is what `projected` must be told once D1 holds it; the rest follows with the next signal. */
export type Projection = {
  readonly core: ConversationCore;
  readonly audit: readonly AuditLine[];
  readonly person: PersonReport;
  /** The follow-ups that this batch changed, and the one that is to be done, as they are now. */
  readonly followUps: readonly FollowUpRow[];
  /** The decisions whose verdict D1 does not know yet, as they are now. */
  readonly outcomes: readonly DecisionOutcome[];
  readonly upTo: number;
};

/** A claimed send, with everything a consumer needs to act on it. */
export type ClaimedSend = {
  readonly send: Send;
  readonly token: string;
  readonly identity: ConversationIdentity;
};

export interface ConversationActor {
  ingest(context: IngestContext, sighting: ThreadSighting): Promise<Result<IngestReport, ActorRefusal>>;
  /** Null when nothing waits. */
  decisionRequest(): Promise<DecisionRequest | null>;
  recordDecision(answer: DecisionAnswer): Promise<Result<{ readonly isRecorded: boolean }, ActorRefusal>>;

  /** Null when nothing waits to be done with a showing. */
  wishRequest(): Promise<WishRequest | null>;
  /** Told once or often: only the wish that waits is settled. `instead`: what to say where the time was gone. */
  settleWish(
    wishId: string,
    result: WishResult,
    instead: (Pick<DecisionAnswer, "decision" | "input"> & { readonly offered: readonly OfferedTime[] }) | null,
    grounds?: HandOffGrounds,
  ): Promise<void>;
  /** Null when no lead is to be asked. */
  askRequest(): Promise<AskRequest | null>;
  recordAsk(showingId: string, stage: AskStage, body: string, sendMode: SendMode): Promise<void>;
  /** D1's row was changed by a person. Told again, nothing happens. */
  tellShowing(organisationId: string, showing: ToldShowing): Promise<Result<null, ActorRefusal>>;
  /** Null when no follow-up is due that the assistant may write. */
  followUpRequest(): Promise<FollowUpRequest | null>;
  /** Words for any other follow-up than the one that is due are ignored. In quiet hours it waits for the morning instead. */
  recordFollowUp(answer: FollowUpAnswer): Promise<Result<{ readonly isRecorded: boolean }, ActorRefusal>>;

  /** `sendMode` in force now: what the assistant approved by itself goes back to a draft when it became careful. */
  claimSend(sendId: string, sendMode: SendMode): Promise<Result<ClaimedSend, ActorRefusal>>;
  /** Gives an unused claim back, e.g. because the account was busy; the send waits until `notBeforeMs`. */
  releaseClaim(sendId: string, token: string, notBeforeMs: number): Promise<void>;
  /** The gate: commits `delivering` or says no. The pre-image is ingested first, so a new lead message stops the send. */
  allowDelivery(sendId: string, token: string, preImage: ThreadSighting): Promise<Result<"go", ActorRefusal>>;
  /** `isRetryable` says whether a fault before the click is worth another try (browser/fault.ts). */
  reportSend(sendId: string, token: string, report: SendReport, isRetryable: boolean): Promise<void>;
  /** True while the send is `unknown` and waits for a complete read of its thread. */
  needsReadBack(sendId: string): Promise<boolean>;

  /** Refuses with NOT_FOUND when the conversation is not this organisation's. Every command below does the same. */
  detail(organisationId: string): Promise<Result<ConversationDetail, ActorRefusal>>;
  /** The decisions that are kept, newest first, with what became of each. */
  decisions(organisationId: string): Promise<Result<readonly JudgedDecisionView[], ActorRefusal>>;
  /** What a decision was made from; refused with NOT_FOUND when it is not kept (any more). For admins; the route sees to that. */
  decisionSource(organisationId: string, decisionId: string): Promise<Result<StoredDecision, ActorRefusal>>;
  reply(
    organisationId: string,
    userId: string,
    request: {
      readonly idempotencyKey: string;
      readonly body: string;
      readonly answering?: string | null;
      readonly confirmAnsweredMeanwhile?: boolean;
      /** How the text was judged, and what is sent in spite of it; who may do so is the route's to say. */
      readonly textCheck?: TextCheck;
    },
  ): Promise<Result<SendView, ActorRefusal>>;
  approveDraft(
    organisationId: string,
    userId: string,
    sendId: string,
    body: string | null,
    textCheck?: TextCheck,
  ): Promise<Result<SendView, ActorRefusal>>;
  rejectDraft(organisationId: string, userId: string, sendId: string): Promise<Result<SendView, ActorRefusal>>;
  /** Undo: possible until the send is `delivering`. */
  cancelSend(organisationId: string, userId: string, sendId: string): Promise<Result<SendView, ActorRefusal>>;
  setOutcome(
    organisationId: string,
    userId: string,
    outcome: Outcome,
  ): Promise<Result<ConversationDetail, ActorRefusal>>;
  reopen(organisationId: string, userId: string): Promise<Result<ConversationDetail, ActorRefusal>>;
  setOwner(organisationId: string, userId: string, mode: OwnerMode): Promise<Result<ConversationDetail, ActorRefusal>>;
  linkUnit(
    organisationId: string,
    userId: string,
    unitId: string,
    agentId: string | null,
  ): Promise<Result<ConversationDetail, ActorRefusal>>;
  /** What a person does with the follow-up that is pending; refused with NOT_NOW when it is over. */
  actOnFollowUp(
    organisationId: string,
    userId: string,
    followUpId: string,
    act: FollowUpAct,
  ): Promise<Result<ConversationDetail, ActorRefusal>>;
  /** "Do not contact": nothing leaves any more. Once more changes nothing. */
  suppress(organisationId: string, userId: string): Promise<Result<ConversationDetail, ActorRefusal>>;
  /** Refused with NOT_NOW when nothing is suppressed. For admins; the route sees to that. */
  liftSuppression(organisationId: string, userId: string): Promise<Result<ConversationDetail, ActorRefusal>>;
  /** The showing of a suppressed lead stands: nobody has to decide any more. Once more changes nothing. */
  keepShowing(organisationId: string, userId: string): Promise<Result<ConversationDetail, ActorRefusal>>;
  /** The same person is suppressed. Told any number of times; what is older than the last lift changes nothing. */
  suppressSamePerson(organisationId: string, suppression: Suppression): Promise<Result<null, ActorRefusal>>;
  /** The suppression of the same person was lifted. Told any number of times; an older one changes nothing. */
  liftSamePerson(organisationId: string, lift: Lift): Promise<Result<null, ActorRefusal>>;

  /** What no machine will do any more becomes a person's. Idempotent while a hand-off is open. */
  openHandOff(organisationId: string, reason: Reason): Promise<Result<"open", ActorRefusal>>;

  /** Everything since the last acknowledged projection. */
  projection(): Promise<Projection | null>;
  projected(upTo: number): Promise<void>;
}

export interface BoardActor {
  /** Tells everybody of the organisation who may see the conversation. `agentId` null: admins only. */
  conversationChanged(conversationId: string, version: number, agentId: string | null): Promise<void>;
  /** A showing was booked, or changed: tells admins and these agents, who have it or had it. */
  showingChanged(showingId: string, agentIds: readonly string[]): Promise<void>;
  accountChanged(accountId: string): Promise<void>;
  /** An incident was recorded or seen: tells admins. */
  incidentChanged(incidentId: string): Promise<void>;
}
