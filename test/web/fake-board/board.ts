// The state behind the fake API: authoritative, in memory, in the words of the wire contracts.
// It refuses like the real one (newer lead message, colleague's answer, closed), so that the web app's tests mean something.
import type { AccountView } from "#contracts/api/account";
import type { Conversation, SendView } from "#contracts/api/conversation";
import type { DeadLetterView } from "#contracts/api/dead-letter";
import type { IncidentView } from "#contracts/api/incident";
import type { Me } from "#contracts/api/organisation";
import type { SamePerson } from "#contracts/api/same-person";
import type { BoardSignal } from "#contracts/socket";
import { FREE, makeSend, SILENCED, seedConversations } from "./seed.ts";
import { seedAccounts } from "./seed-accounts.ts";
import { seedIncidents, seedLetters } from "./seed-health.ts";

export const PASSWORD = "correct-horse";
export const USERS: readonly Me[] = [
  {
    user: { id: "us_admin", name: "Ana Duarte", email: "ana@harbour.example" },
    organisation: { id: "or_1", name: "Harbour Lettings" },
    role: "admin",
  },
  {
    user: { id: "us_agent", name: "Ben Ito", email: "ben@harbour.example" },
    organisation: { id: "or_1", name: "Harbour Lettings" },
    role: "agent",
  },
];

export class Refused extends Error {
  readonly code: string;
  /** What is wrong with which field. */
  readonly details: readonly { readonly path: string; readonly message: string }[];
  constructor(code: string, message: string, details: Refused["details"] = []) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** How long a send stays in each step; Infinity holds it there. */
export type Pace = { releaseMs: number; stepMs: number };

export class FakeBoard {
  readonly conversations: Map<string, Conversation>;
  readonly accounts: Map<string, AccountView>;
  readonly incidents: Map<string, IncidentView>;
  readonly letters: Map<string, DeadLetterView>;
  readonly pace: Pace;
  onSignal: (signal: BoardSignal) => void = () => undefined;
  private readonly keys = new Map<string, { conversationId: string; sendId: string; body: string }>();
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();

  constructor(total: number, pace: Pace) {
    const nowMs = Date.now();
    this.conversations = new Map(seedConversations(nowMs, total).map((one) => [one.id, one]));
    this.accounts = new Map(seedAccounts(nowMs).map((one) => [one.id, one]));
    this.incidents = new Map(seedIncidents(nowMs).map((one) => [one.id, one]));
    this.letters = new Map(seedLetters(nowMs).map((one) => [one.id, one]));
    this.pace = pace;
  }

  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }

  get(id: string): Conversation {
    const held = this.conversations.get(id);
    if (held === undefined) throw new Refused("NOT_FOUND", "There is nothing here, or it is not yours to see.");
    return held;
  }

  /** Replaces parts of a conversation, raises its version, tells everybody. */
  change(id: string, change: Partial<Conversation>): Conversation {
    const held = this.get(id);
    const sends = change.sends ?? held.sends;
    const next: Conversation = { ...held, ...change, sending: sendingOf(sends), version: held.version + 1 };
    next.draftId = sends.find((send) => send.state === "draft")?.id ?? null;
    this.conversations.set(id, next);
    this.onSignal({ signal: "conversation", conversationId: id, version: next.version });
    return next;
  }

  leadWrites(id: string, body: string): void {
    const held = this.get(id);
    const at = new Date().toISOString();
    const messageId = `${id}.in${held.messages.length}`;
    const message = {
      id: messageId,
      from: "lead",
      author: "lead",
      body,
      at,
      atPrecision: "exact",
      seenAt: at,
      sendId: null,
    } as const;
    this.change(id, {
      messages: [...held.messages, message],
      lastInboundId: messageId,
      lastMessage: { from: "lead", preview: body, at },
    });
  }

  reply(id: string, key: string, body: string, answering: string | null | undefined, isConfirmed: boolean): SendView {
    const known = this.keys.get(key);
    if (known !== undefined) {
      if (known.body !== body) throw new Refused("IDEMPOTENCY_KEY_REUSED", "This key belongs to another text.");
      return this.send(known.sendId);
    }
    const held = this.get(id);
    if (held.actions.reply !== null) throw new Refused(held.actions.reply.code, held.actions.reply.message);
    if (answering !== undefined && answering !== held.lastInboundId) {
      throw new Refused("NEW_INBOUND", "The lead wrote something newer. Read it first.");
    }
    const hasAnswer = held.messages.at(-1)?.from === "us" || held.sends.some((send) => send.state === "queued");
    if (hasAnswer && !isConfirmed) throw new Refused("ANSWERED_MEANWHILE", "Somebody has answered meanwhile.");
    const send = { ...makeSend(`${id}.${held.sends.length + 1}`, "draft", body, Date.now()), author: "agent" as const };
    this.keys.set(key, { conversationId: id, sendId: send.id, body });
    const others = held.sends.map((one) => (one.state === "draft" ? { ...one, state: "rejected" as const } : one));
    this.change(id, {
      sends: [this.released(send), ...others],
      ownerMode: "human",
      handOff: null,
      epoch: held.epoch + 1,
    });
    this.advance(id, send.id, this.pace.releaseMs);
    return this.send(send.id);
  }

  approve(sendId: string, body: string | undefined): SendView {
    const send = this.send(sendId);
    if (send.state !== "draft") throw new Refused("STALE", "This draft is not waiting any more.");
    const text = body ?? send.body;
    this.put({ ...this.released(send), body: text, isEdited: text !== send.body });
    this.advance(conversationOf(sendId), sendId, this.pace.releaseMs);
    return this.send(sendId);
  }

  setState(sendId: string, state: SendView["state"]): SendView {
    this.put({ ...this.send(sendId), state, releaseAt: null });
    return this.send(sendId);
  }

  send(sendId: string): SendView {
    const found = this.get(conversationOf(sendId)).sends.find((one) => one.id === sendId);
    if (found === undefined) throw new Refused("NOT_FOUND", "There is nothing here, or it is not yours to see.");
    return found;
  }

  /** Something went wrong: everybody who may know is told. */
  happen(incident: IncidentView): void {
    this.incidents.set(incident.id, incident);
    this.onSignal({ signal: "incident", incidentId: incident.id });
  }

  see(id: string, by: string): IncidentView {
    const held = this.incidents.get(id);
    if (held === undefined) throw new Refused("NOT_FOUND", "There is nothing here, or it is not yours to see.");
    const seen = held.seen ?? { at: new Date().toISOString(), by };
    this.incidents.set(id, { ...held, seen });
    this.onSignal({ signal: "incident", incidentId: id });
    return { ...held, seen };
  }

  waitingLetters(): DeadLetterView[] {
    return [...this.letters.values()].filter((one) => one.replayedAt === null);
  }

  replay(id: string, by: string): DeadLetterView {
    const held = this.letters.get(id);
    if (held === undefined) throw new Refused("NOT_FOUND", "There is nothing here, or it is not yours to see.");
    if (held.replayedAt !== null) throw new Refused("NOT_NOW", "This job was played again already.");
    const replayed = { ...held, replayedAt: new Date().toISOString() };
    this.letters.set(id, replayed);
    if (this.incidents.has(`dead_letter.${id}`)) this.see(`dead_letter.${id}`, by);
    return replayed;
  }

  /** Everybody of the name; one of them shares a contact, so that both kinds are there to see. */
  samePerson(id: string): SamePerson[] {
    const own = this.get(id);
    const alike = [...this.conversations.values()].filter((one) => one.id !== id && one.leadName === own.leadName);
    return alike.map((one, n) => ({
      conversationId: one.id,
      match: n === 0 ? "contact" : "name",
      platform: one.platform,
      account: one.account,
      leadName: one.leadName,
      listingTitle: one.listingTitle,
      unit: one.unit,
      isSuppressed: one.isSuppressed,
      lastMessageAt: one.lastMessage?.at ?? null,
    }));
  }

  suppress(id: string, alsoIds: readonly string[]): Conversation {
    const shared = this.samePerson(id).filter((one) => one.match === "contact");
    for (const other of [...alsoIds, ...shared.map((one) => one.conversationId)]) this.silence(other);
    return this.silence(id);
  }

  lift(id: string): Conversation {
    return this.change(id, { isSuppressed: false, actions: FREE });
  }

  private silence(id: string): Conversation {
    const held = this.get(id);
    return this.change(id, {
      isSuppressed: true,
      workflowState: "outcome",
      outcome: "not_interested",
      handOff: null,
      sends: held.sends.map((one) => (one.state === "draft" ? { ...one, state: "cancelled" as const } : one)),
      actions: { ...held.actions, ...SILENCED },
    });
  }

  private released(send: SendView): SendView {
    return { ...send, state: "approved", releaseAt: new Date(Date.now() + this.pace.releaseMs).toISOString() };
  }

  private put(send: SendView): void {
    const id = conversationOf(send.id);
    this.change(id, { sends: this.get(id).sends.map((one) => (one.id === send.id ? send : one)) });
  }

  private advance(id: string, sendId: string, afterMs: number): void {
    if (!Number.isFinite(this.pace.stepMs)) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      const state = this.send(sendId).state;
      const next =
        state === "approved" ? "queued" : state === "queued" ? "delivering" : state === "delivering" ? "sent" : null;
      if (next === null) return;
      this.setState(sendId, next);
      if (next === "sent") this.land(id, sendId);
      else this.advance(id, sendId, this.pace.stepMs);
    }, afterMs);
    this.timers.add(timer);
  }

  private land(id: string, sendId: string): void {
    const { body, author } = this.send(sendId);
    const at = new Date().toISOString();
    const held = this.get(id);
    const message = {
      id: `${sendId}.out`,
      from: "us",
      author,
      body,
      at,
      atPrecision: "exact",
      seenAt: at,
      sendId,
    } as const;
    this.change(id, { messages: [...held.messages, message], lastMessage: { from: "us", preview: body, at } });
  }
}

export function conversationOf(sendId: string): string {
  return sendId.slice(0, sendId.lastIndexOf("."));
}

function sendingOf(sends: readonly SendView[]): Conversation["sending"] {
  const states = new Set(sends.map((send) => send.state));
  if (states.has("failed")) return "failed";
  if (states.has("unknown")) return "unknown";
  if (states.has("queued") || states.has("claimed") || states.has("delivering")) return "on_its_way";
  return states.has("approved") ? "waiting" : "none";
}
