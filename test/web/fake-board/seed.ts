// The conversations the fake board starts with: one of every state a person can meet.
import type { Conversation, DecisionView, LeadRecord, MessageView, SendView } from "#contracts/api/conversation";
import type { FollowUpView } from "#contracts/api/follow-up";
import { PEOPLE, type Person, SMALL_TALK } from "./people.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export const AGENT_ANA = { id: "ag_ana", name: "Ana Duarte" };

/** Conversation ids by the state they stand for. */
export const CASES = {
  draft: "cv_01",
  handOff: "cv_02",
  rightToLeft: "cv_03",
  long: "cv_04",
  markup: "cv_05",
  unlinked: "cv_06",
  unknown: "cv_07",
  approved: "cv_08",
  closed: "cv_09",
  duplicate: "cv_10",
  failed: "cv_11",
  suppressed: "cv_12",
} as const;

const NOTHING_TO_LIFT = { code: "NOT_NOW", message: "This person may be contacted.", next: "Just answer." };
const NOTHING_ASKED = { code: "NOT_NOW", message: "Nobody waits for a word on that.", next: "Just answer." };
const SUPPRESSED = { code: "SUPPRESSED", message: "This person asked not to be contacted.", next: "Leave it at that." };
const ALREADY = { code: "NOT_NOW", message: "This person is not contacted any more already.", next: "Nothing to do." };

/** What may be done with an open conversation, and what becomes of that when nobody is to be contacted. */
export const FREE: Conversation["actions"] = {
  reply: null,
  setOutcome: null,
  reopen: null,
  takeOver: null,
  giveBack: null,
  suppress: null,
  liftSuppression: NOTHING_TO_LIFT,
  keepShowing: NOTHING_ASKED,
};
export const SILENCED = { reply: SUPPRESSED, reopen: SUPPRESSED, suppress: ALREADY, liftSuppression: null } as const;

export function seedConversations(nowMs: number, total: number): Conversation[] {
  const list: Conversation[] = [];
  for (let n = 0; n < total; n += 1) {
    const person = PEOPLE[n % PEOPLE.length];
    if (person === undefined) continue;
    const id = `cv_${String(n + 1).padStart(2, "0")}`;
    list.push(special(plain(id, person, nowMs - n * n * 3 * MINUTE_MS - 90_000, n), nowMs));
  }
  return list;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

function message(id: string, from: MessageView["from"], body: string, atMs: number): MessageView {
  const author = from === "us" ? (atMs % 3 === 0 ? "agent" : "assistant") : from;
  return { id, from, author, body, at: iso(atMs), atPrecision: "exact", seenAt: iso(atMs + 20_000), sendId: null };
}

function plain(id: string, person: Person, atMs: number, n: number): Conversation {
  const messages: MessageView[] = [];
  if (n % 3 === 0)
    messages.push(message(`${id}.m0`, "lead", "Hello, is this still on the market?", atMs - 3 * HOUR_MS));
  if (n % 3 === 0)
    messages.push(message(`${id}.m1`, "us", "Yes, it is. When would you like to see it?", atMs - 2 * HOUR_MS));
  messages.push(message(`${id}.m2`, "lead", person.says, atMs));
  return {
    id,
    platform: person.platform,
    account: { id: `ac_${person.platform}`, name: "Harbour Lettings, main" },
    leadName: person.name,
    listingTitle: person.unit === null ? "Sunny room near the park" : `${person.unit} · bright and quiet`,
    unit: person.unit === null ? null : { id: `un_${(n % PEOPLE.length) + 1}`, name: person.unit },
    agent: n % 4 === 3 ? null : AGENT_ANA,
    workflowState: "lead",
    outcome: null,
    ownerMode: "ai",
    handOff: null,
    draftId: null,
    sending: "none",
    hasDuplicate: false,
    isSuppressed: false,
    lastMessage: { from: "lead", preview: person.says.slice(0, 140), at: iso(atMs) },
    lead: person.platform === "furnishedfinder" ? leadRecord(person.name) : null,
    version: 1,
    epoch: 1,
    followUp: null,
    showingStart: null,
    acknowledgement: null,
    lastInboundId: `${id}.m2`,
    messages,
    sends: [],
    decision: decision(id, atMs),
    actions: FREE,
  };
}

function leadRecord(name: string | null): LeadRecord {
  return {
    name,
    email: "a.traveller.with.a.long.address@mail.example",
    phone: "(555) 010-7788",
    moveIn: { date: "2026-12-13", raw: "Dec 13, 2026" },
    moveOut: { date: null, raw: "Flexible" },
    occupants: "2",
    pets: "Yes, two small dogs and one indoor cat",
    isGuess: false,
  };
}

function decision(id: string, atMs: number): DecisionView {
  return {
    id: `${id}.d1`,
    at: iso(atMs + 4_000),
    intents: ["showing_request", "availability_question"],
    outcome: null,
    risk: "low",
    confidence: 0.91,
    nextAction: "offer_slots",
    reason: { code: "showing_requested", sentence: "The lead wants a showing and three open times fit." },
    facts: [
      { name: "availableFrom", value: "2026-12-01", record: "unit_facts/un_1/availableFrom" },
      { name: "rentMonthly", value: 2450, record: "unit_facts/un_1/rentMonthly" },
    ],
    guardrails: [],
    provider: "embedded@1",
    fallback: null,
    sendMode: "draft_only",
  };
}

export function makeSend(id: string, state: SendView["state"], body: string, atMs: number): SendView {
  return {
    id,
    state,
    body,
    author: "assistant",
    createdAt: iso(atMs),
    releaseAt: null,
    isEdited: false,
    failure: null,
    returned: null,
  };
}

function special(base: Conversation, nowMs: number): Conversation {
  const atMs = nowMs - 60_000;
  switch (base.id) {
    case CASES.draft: {
      const body =
        "Hi Maya, yes, the room is available from 1 December at $2,450 a month. You can see it on:\n\n• Tue 24 Nov, 18:00\n• Wed 25 Nov, 18:30\n• Thu 26 Nov, 17:30\n\nWhich one suits you? — Harbour Lettings";
      return { ...base, draftId: `${base.id}.1`, sends: [makeSend(`${base.id}.1`, "draft", body, atMs)] };
    }
    case CASES.handOff:
      return {
        ...base,
        ownerMode: "human",
        handOff: {
          reason: { code: "unknown_fact", sentence: "Asks about pets, and no record says whether birds are allowed." },
          risk: "medium",
          summary: [
            `${base.leadName ?? "A lead"}, ${base.unit?.name ?? "home not linked yet"}`,
            "Asks about the rules, asks about the price; open: pets, rent; mentions Thu 5:30 PM",
            "No record of pets; on record: rent. Next: find out and answer.",
          ],
          openedAt: iso(nowMs - 40 * MINUTE_MS),
          deadlineAt: iso(nowMs - 12 * MINUTE_MS),
        },
        acknowledgement: {
          kind: "offered",
          sentence: "The lead was not told that a person answers. Nothing is sent by itself here: you can tell them.",
          body: "Hi, thank you for your message. A colleague will read it and answer you shortly.",
        },
        decision: {
          ...decision(base.id, atMs),
          intents: ["policy_question", "pricing_question"],
          risk: "medium",
          confidence: 0.48,
          nextAction: "hand_off",
          reason: { code: "unknown_fact", sentence: "Asks about pets, and no record says whether birds are allowed." },
          facts: [],
        },
      };
    case CASES.long:
      return { ...base, ...longThread(base, nowMs) };
    case CASES.unknown:
      return {
        ...base,
        sending: "unknown",
        sends: [makeSend(`${base.id}.1`, "unknown", "The total is $3,120 a month, utilities included.", atMs)],
      };
    case CASES.approved:
      return {
        ...base,
        workflowState: "showing",
        outcome: "showing_confirmed",
        sending: "waiting",
        sends: [
          {
            ...makeSend(`${base.id}.1`, "approved", "Wonderful, see you Thursday at 17:30!", atMs),
            releaseAt: iso(nowMs + 24 * HOUR_MS),
          },
        ],
      };
    case CASES.closed: {
      const closed = { code: "NOT_NOW", message: "This conversation is closed.", next: "Reopen it to answer." };
      return {
        ...base,
        workflowState: "outcome",
        outcome: "not_interested",
        actions: { ...base.actions, reply: closed, setOutcome: closed, takeOver: closed },
      };
    }
    case CASES.duplicate:
      return {
        ...base,
        hasDuplicate: true,
        ownerMode: "human",
        handOff: {
          reason: { code: "legal_threat", sentence: "Mentions legal action and asks for a person." },
          risk: "high",
          summary: [],
          openedAt: iso(nowMs - 5 * MINUTE_MS),
          deadlineAt: iso(nowMs + 25 * MINUTE_MS),
        },
        decision: {
          ...decision(base.id, atMs),
          intents: ["bot_challenge", "human_request", "complaint"],
          risk: "critical",
          confidence: 0.97,
          nextAction: "hand_off",
          reason: { code: "legal_threat", sentence: "Mentions legal action and asks for a person." },
          facts: [],
          guardrails: ["T20 legal_threat", "T26 request_for_human"],
        },
      };
    case CASES.failed:
      return {
        ...base,
        workflowState: "follow_up_1",
        followUp: followUp(`${base.id}.f1`, nowMs - 3 * HOUR_MS),
        sending: "failed",
        sends: [
          {
            ...makeSend(
              `${base.id}.1`,
              "failed",
              "Friday at 10:00 or Saturday at 11:30 would work. Which do you prefer?",
              atMs,
            ),
            failure: {
              code: "PLATFORM_REFUSED",
              message: "SpareRoom did not take the message.",
              next: "Its text holds a link; take it out and send it again.",
            },
          },
        ],
      };
    case CASES.suppressed: {
      const never = {
        code: "SUPPRESSED",
        message: "This person asked not to be contacted.",
        next: "Leave it at that.",
      };
      const actions = { ...base.actions, ...SILENCED, setOutcome: never, takeOver: never };
      return { ...base, isSuppressed: true, workflowState: "outcome", outcome: "not_interested", actions };
    }
    default:
      return base;
  }
}

/** One that is left to a person, and can be done, skipped and put off. */
export function followUp(id: string, dueMs: number): FollowUpView {
  return {
    id,
    stage: "follow_up_1",
    status: "pending",
    occasion: "unanswered",
    dueAt: iso(dueMs),
    writer: "agent",
    sendId: null,
    leftToPerson: { code: "asked_something", sentence: "The lead asked something that no record answers." },
    actions: { complete: null, skip: null, snooze: null },
  };
}

function longThread(base: Conversation, nowMs: number): Partial<Conversation> {
  const messages: MessageView[] = [];
  for (let n = 0; n < 40; n += 1) {
    const [from, body] = SMALL_TALK[n % SMALL_TALK.length] ?? ["lead", "…"];
    messages.push(message(`${base.id}.l${n}`, from, body, nowMs - (40 - n) * 95 * MINUTE_MS));
  }
  messages.splice(
    20,
    0,
    message(`${base.id}.s`, "system", "The listing was renewed by the platform.", nowMs - 31 * HOUR_MS),
  );
  const noTime = messages[12];
  if (noTime !== undefined) messages[12] = { ...noTime, at: null, atPrecision: "none" };
  const written = messages[13];
  if (written !== undefined && written.from === "us") messages[13] = { ...written, author: "platform" };
  const last = messages.at(-1);
  return {
    messages,
    lastInboundId: last?.id ?? null,
    workflowState: "showing",
    lastMessage: { from: "lead", preview: last?.body ?? "", at: last?.at ?? iso(nowMs) },
  };
}
