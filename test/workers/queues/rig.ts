// The consumers on real conversations and the real D1, with neither browser nor platform accounts: what they would do there
// fails a test. Nothing runs by itself: the queue swallows every signal, and a test runs the jobs that it wants to see.
import { env } from "cloudflare:workers";
import type { ConversationActor, IngestContext } from "#contracts/actors";
import type { SightedMessage, ThreadSighting } from "#domain/conversation/sighting";
import type { Platform } from "#domain/platform";
import type { Decision } from "#domain/triage/decision";
import { platformAccounts } from "#migrations/schema";
import type { ConversationObject } from "#objects/conversation/conversation-object";
import { type Deps, makeDeps } from "#workers/deps";
import { askLead } from "#workers/queues/ask-lead";
import { bookShowing } from "#workers/queues/book-showing";
import { decide } from "#workers/queues/decide";
import { followUp } from "#workers/queues/follow-up";
import { project } from "#workers/queues/project";
import { send } from "#workers/queues/send";
import { type Agency, db, freshId } from "../api/agency.ts";

declare global {
  namespace Cloudflare {
    interface Env {
      REAL_CONVERSATIONS: DurableObjectNamespace<ConversationObject>;
    }
  }
}

const HOLD_MS = 600_000;

/** The dependencies of a consumer. `isDown`: conversations that cannot be reached for now. */
export function makeRigDeps(isDown: (conversationId: string) => boolean = () => false): Deps {
  return {
    ...makeDeps(env),
    conversation: (id) => {
      if (isDown(id)) throw new Error("this conversation cannot be reached");
      return env.REAL_CONVERSATIONS.get(env.REAL_CONVERSATIONS.idFromName(id)) as unknown as ConversationActor;
    },
    account: () => {
      throw new Error("a consumer went to an account");
    },
  };
}

/** One thread of a lead on one account of an agency, and the jobs of its conversation. */
export class Thread {
  readonly conversationId = freshId("cv");
  readonly threadId = freshId("th");
  readonly accountId = freshId("acc");
  readonly actor: ConversationActor = makeRigDeps().conversation(this.conversationId);
  readonly agency: Agency;
  readonly platform: Platform;
  readonly isAutomatic: boolean;
  /** Whose the conversation becomes with the next read. */
  agentId: string | null = null;
  readonly #rows: SightedMessage[] = [];
  #isAccountMade = false;

  /** `isAutomatic`: the account answers by itself, where the organisation lets it. */
  constructor(agency: Agency, platform: Platform, isAutomatic = false) {
    this.agency = agency;
    this.platform = platform;
    this.isAutomatic = isAutomatic;
  }

  get #ids() {
    return { organisationId: this.agency.id, accountId: this.accountId, conversationId: this.conversationId };
  }

  /** The lead writes, and the thread is read. */
  async leadWrites(body: string, leadName = "Jane Doe"): Promise<void> {
    if (!this.#isAccountMade) await this.#makeAccount();
    this.#rows.push(rowOf("inbound", body));
    const { threadId, platform } = this;
    const context: IngestContext = {
      identity: { ...this.#ids, threadId, platform },
      unitId: this.agency.unitId,
      agentId: this.agentId,
      quietWindowMs: 0,
      approvalHoldMs: HOLD_MS,
      businessHours: null,
    };
    const told = await this.actor.ingest(context, this.#read(leadName));
    if (!told.ok) throw new Error(told.error.code);
  }

  /** The assistant writes an answer; what becomes of it is the send mode's. Returns the id of the text. */
  async assistantAnswers(sendMode: "draft_only" | "auto_send"): Promise<string> {
    const request = await this.actor.decisionRequest();
    if (request === null) throw new Error("nothing waits for an answer");
    await this.actor.recordDecision({ basis: request.basis, decision: REPLY, provider: "test@1", sendMode });
    const [written] = await this.#sends();
    if (written === undefined) throw new Error("no answer was written");
    return written.id;
  }

  /** Our newest text, sent or not. */
  async lastText(): Promise<string> {
    return (await this.#sends())[0]?.body ?? "";
  }

  /** Our newest text, which is queued, leaves, and stands in the thread. */
  async textArrives(): Promise<void> {
    const [newest] = await this.#sends();
    if (newest === undefined) throw new Error("nothing was written");
    await this.leaves(newest.id);
  }

  /** A queued text leaves, and stands in the thread. */
  async leaves(sendId: string): Promise<void> {
    const claim = await this.actor.claimSend(sendId, "auto_send");
    if (!claim.ok) throw new Error(claim.error.code);
    const { send: row, token } = claim.value;
    await this.actor.allowDelivery(sendId, token, this.#read());
    this.#rows.push(rowOf("outbound", row.body));
    await this.actor.reportSend(sendId, token, { kind: "shown", postImage: this.#read(), isHeld: false }, false);
  }

  async texts(): Promise<readonly string[]> {
    return (await this.#sends()).map((one) => one.state);
  }

  async isSuppressed(): Promise<boolean> {
    return (await this.detail()).core.isSuppressed;
  }

  /** The consumers, as the queues would call them. */
  readonly run = {
    decide: (deps = makeRigDeps()) => decide({ job: "decide", ...this.#ids }, deps),
    book: (deps = makeRigDeps()) => bookShowing({ job: "book", ...this.#ids }, deps),
    ask: (deps = makeRigDeps()) => askLead({ job: "ask", ...this.#ids }, deps),
    followUp: (deps = makeRigDeps()) => followUp({ job: "follow_up", ...this.#ids }, deps),
    send: (sendId: string, deps = makeRigDeps()) => send({ job: "send", ...this.#ids, sendId }, deps),
    project: (deps = makeRigDeps()) => project({ job: "project", ...this.#ids }, deps),
  };

  #read(leadName = "Jane Doe"): ThreadSighting {
    const { threadId } = this;
    return { threadId, leadName, listing: null, messages: [...this.#rows], isComplete: true, takenAtMs: Date.now() };
  }

  async detail() {
    const detail = await this.actor.detail(this.agency.id);
    if (!detail.ok) throw new Error(detail.error.code);
    return detail.value;
  }

  async #sends() {
    return (await this.detail()).sends;
  }

  async #makeAccount(): Promise<void> {
    this.#isAccountMade = true;
    const { accountId: id, platform } = this;
    await db.insert(platformAccounts).values({
      ...{ id, organisationId: this.agency.id, platform, label: platform, credentialsRef: "demo" },
      ...(this.isAutomatic ? { sendMode: "auto_send", rolloutStage: "full" } : {}),
    });
  }
}

function rowOf(direction: "inbound" | "outbound", body: string): SightedMessage {
  const sentAt = { ms: null, precision: "none", raw: "" } as const;
  return { platformMessageId: freshId("p"), direction, body, sentAt, state: "visible" };
}

const REPLY: Decision = {
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
