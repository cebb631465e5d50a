// The conversation as the workboard sees it: list rows, the whole conversation, and the commands an agent gives.
// zod/mini because the web app imports this file.

import * as z from "zod/mini";
import { OWNER_MODES } from "#domain/conversation/state";
import { WORKFLOW_STATES } from "#domain/conversation/workflow";
import { FALLBACK_CODES } from "#domain/model/fallback";
import { PLATFORMS } from "#domain/platform";
import { SEND_STATES } from "#domain/sending/send";
import { INTENTS, NEXT_ACTIONS, OUTCOMES, RISKS } from "#domain/triage/decision";
import { followUpSchema } from "./follow-up.ts";

export { OWNER_MODES };

/** Longest text an agent may send, in characters. Platforms cut or refuse far below; adapters check their own. */
export const REPLY_CHARS_MAX = 5_000;
/** Rows of one page of the list. */
export const PAGE_ROWS_MAX = 100;
export const PAGE_ROWS_DEFAULT = 50;

const isoInstant = z.string();
const named = z.object({ id: z.string(), name: z.string() });
const reasonSchema = z.object({ code: z.string(), sentence: z.string() });
const refusalSchema = z.object({ code: z.string(), message: z.string(), next: z.string() });

export const conversationRowSchema = z.object({
  id: z.string(),
  platform: z.enum(PLATFORMS),
  account: named,
  leadName: z.nullable(z.string()),
  listingTitle: z.nullable(z.string()),
  /** Null: not linked to a unit yet. */
  unit: z.nullable(named),
  /** Whose work it is; null until the unit is linked and assigned. */
  agent: z.nullable(named),
  workflowState: z.enum(WORKFLOW_STATES),
  outcome: z.nullable(z.enum(OUTCOMES)),
  ownerMode: z.enum(OWNER_MODES),
  handOff: z.nullable(
    z.object({
      reason: reasonSchema,
      risk: z.enum(RISKS),
      /** Who, what, what next: three lines at most. Empty for one that was opened before there were any. */
      summary: z.array(z.string()),
      openedAt: isoInstant,
      deadlineAt: isoInstant,
    }),
  ),
  /** The draft that waits for approval, if any. */
  draftId: z.nullable(z.string()),
  /** The most urgent state of the send log: a failed or unknown send is shown before one on its way. */
  sending: z.enum(["none", "waiting", "on_its_way", "unknown", "failed"]),
  /** A message that shows twice on the platform: an incident a person must see. */
  hasDuplicate: z.boolean(),
  isSuppressed: z.boolean(),
  lastMessage: z.nullable(z.object({ from: z.enum(["lead", "us", "system"]), preview: z.string(), at: isoInstant })),
});
export type ConversationRow = z.infer<typeof conversationRowSchema>;

/** Filters of the list. Hand-offs come first in every view, then the newest. */
export const CONVERSATION_VIEWS = ["open", "hand_offs", "drafts", "closed", "all"] as const;

export const conversationListSchema = z.object({
  conversations: z.array(conversationRowSchema),
  nextCursor: z.nullable(z.string()),
  counts: z.object({ open: z.number(), handOffs: z.number(), drafts: z.number(), closed: z.number() }),
});
export type ConversationList = z.infer<typeof conversationListSchema>;

export const messageSchema = z.object({
  id: z.string(),
  from: z.enum(["lead", "us", "system"]),
  /** Who wrote ours: the assistant, an agent here, or somebody on the platform itself. */
  author: z.enum(["lead", "assistant", "agent", "platform", "system"]),
  body: z.string(),
  /** Null when the platform shows no time; then `seenAt` orders it. */
  at: z.nullable(isoInstant),
  atPrecision: z.enum(["exact", "minute", "day", "none"]),
  seenAt: isoInstant,
  sendId: z.nullable(z.string()),
});
export type MessageView = z.infer<typeof messageSchema>;

export const sendSchema = z.object({
  id: z.string(),
  state: z.enum(SEND_STATES),
  body: z.string(),
  author: z.enum(["assistant", "agent"]),
  createdAt: isoInstant,
  /** While `approved`: when it leaves; until then it can be cancelled. */
  releaseAt: z.nullable(isoInstant),
  /** True when the text of an assistant's draft was changed by an agent. */
  isEdited: z.boolean(),
  failure: z.nullable(refusalSchema),
  /** Why a draft came back to be looked at again, e.g. a new message of the lead. */
  returned: z.nullable(reasonSchema),
});
export type SendView = z.infer<typeof sendSchema>;

export const decisionSchema = z.object({
  id: z.string(),
  at: isoInstant,
  intents: z.array(z.enum(INTENTS)),
  outcome: z.nullable(z.enum(OUTCOMES)),
  risk: z.enum(RISKS),
  confidence: z.number(),
  nextAction: z.enum(NEXT_ACTIONS),
  reason: reasonSchema,
  facts: z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number()]), record: z.string() })),
  guardrails: z.array(z.string()),
  /** Which model decided, e.g. "embedded@1". */
  provider: z.string(),
  /** Why the embedded reading decided alone although a model is set; null: it did not, or none is set. */
  fallback: z.nullable(z.enum(FALLBACK_CODES)),
  /** The send mode in force when it was decided. */
  sendMode: z.enum(["draft_only", "auto_send"]),
});
export type DecisionView = z.infer<typeof decisionSchema>;

/** What may be done now; null = allowed, otherwise why not. The same table refuses in the actor and greys the button. */
export const actionsSchema = z.object({
  reply: z.nullable(refusalSchema),
  setOutcome: z.nullable(refusalSchema),
  reopen: z.nullable(refusalSchema),
  takeOver: z.nullable(refusalSchema),
  giveBack: z.nullable(refusalSchema),
  suppress: z.nullable(refusalSchema),
  /** Whoever lifts must also be an admin. */
  liftSuppression: z.nullable(refusalSchema),
  /** The showing of a suppressed lead: say that it stands. Calling it off is the showing's own order. */
  keepShowing: z.nullable(refusalSchema),
});
export type ActionsView = z.infer<typeof actionsSchema>;

/** Whether the lead was told that a person answers. */
const acknowledgementSchema = z.object({
  kind: z.enum(["written", "offered", "none"]),
  /** What the lead was told, or why not. */
  sentence: z.string(),
  /** The words that a person may send; null where there are none to send. */
  body: z.nullable(z.string()),
});
export type AcknowledgementView = z.infer<typeof acknowledgementSchema>;

const leadDay = z.object({ date: z.nullable(z.string()), raw: z.string() });

/** What the platform's own mails told of the lead, tied to this thread beyond doubt. Any part may be missing. */
export const leadRecordSchema = z.object({
  name: z.nullable(z.string()),
  email: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  /** `date` null: the words name no certain day. */
  moveIn: z.nullable(leadDay),
  moveOut: z.nullable(leadDay),
  occupants: z.nullable(z.string()),
  pets: z.nullable(z.string()),
  /** True while nobody has seen a mail of this shape: look before relying on it. */
  isGuess: z.boolean(),
});
export type LeadRecord = z.infer<typeof leadRecordSchema>;

export const conversationSchema = z.object({
  ...conversationRowSchema.shape,
  /** Null: no mail told anything of this lead. */
  lead: z.nullable(leadRecordSchema),
  /** Raised by every change; the web app keeps the highest. */
  version: z.number(),
  /** Raised whenever who speaks changes; a draft of an older epoch is refused. */
  epoch: z.number(),
  /** Id of the newest message of the lead, to be given back with a reply (`answering`). */
  lastInboundId: z.nullable(z.string()),
  messages: z.array(messageSchema),
  /** Newest first. Sent ones stay, for the record. */
  sends: z.array(sendSchema),
  decision: z.nullable(decisionSchema),
  /** The follow-up that is still to be done. */
  followUp: z.nullable(followUpSchema),
  /** When the lead's showing begins that is not over; until then nobody can say how it went. */
  showingStart: z.nullable(isoInstant),
  /** Null while no hand-off is open. */
  acknowledgement: z.nullable(acknowledgementSchema),
  actions: actionsSchema,
});
export type Conversation = z.infer<typeof conversationSchema>;

/** POST /api/conversations/:id/outcome. */
export const outcomeRequestSchema = z.object({
  outcome: z.enum(["not_interested", "wants_reschedule", "no_show", "completed", "no_reply", "general_question"]),
});
/** POST /api/conversations/:id/owner. */
export const ownerRequestSchema = z.object({ mode: z.enum(OWNER_MODES) });
/** POST /api/conversations/:id/unit (admin). */
export const linkRequestSchema = z.object({ unitId: z.string().check(z.minLength(1), z.maxLength(64)) });

export const sendAnswerSchema = z.object({ send: sendSchema });
export const conversationAnswerSchema = z.object({ conversation: conversationSchema });
