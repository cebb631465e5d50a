// The tables of D1, as drizzle reads them; drizzle-kit generates the SQL beside this file from it.
// D1 is for lists, links and policy. A conversation's truth is in its actor: `conversations` and `audit_entries` are
// projections of it. Every table of ours carries organisation_id, and every index that serves a list starts with it.
import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { QueueJob } from "#contracts/queue";
import type { BusinessHours } from "#domain/conversation/business-hours";
import type { LeadMailFields } from "#domain/lead-mail/lead-fields";
import type { ListedPrice } from "#domain/listing-sync/listing";
import { flag, instant, organisationId } from "./columns.ts";
import { units } from "./unit-schema.ts";

export * from "./auth-schema.ts";
export * from "./decision-schema.ts";
export * from "./knowledge-schema.ts";
export * from "./model-schema.ts";
export * from "./showing-schema.ts";
export * from "./unit-schema.ts";

/** One row per organisation; a missing row means the careful defaults. */
export const organisationSettings = sqliteTable("organisation_settings", {
  organisationId: organisationId().primaryKey(),
  defaultSendMode: text("default_send_mode", { enum: ["draft_only", "auto_send"] })
    .notNull()
    .default("draft_only"),
  isKillSwitchOn: flag("is_kill_switch_on").notNull().default(false),
  quietWindowMs: integer("quiet_window_ms").notNull().default(30_000),
  approvalHoldMs: integer("approval_hold_ms").notNull().default(5_000),
  /** How long a showing lasts, and how far apart its starts lie. */
  slotMinutes: integer("slot_minutes").notNull().default(30),
  slotStepMinutes: integer("slot_step_minutes").notNull().default(30),
  minNoticeMinutes: integer("min_notice_minutes").notNull().default(120),
  horizonDays: integer("horizon_days").notNull().default(14),
  /** How long a time that was offered to a lead is kept for them. */
  offerHoldMinutes: integer("offer_hold_minutes").notNull().default(120),
  /** When people answer, in a zone of their own; null: always. */
  businessHours: text("business_hours", { mode: "json" }).$type<BusinessHours>(),
});

export const platformAccounts = sqliteTable(
  "platform_accounts",
  {
    id: text("id").primaryKey(),
    organisationId: organisationId(),
    platform: text("platform", {
      enum: ["spareroom", "roomies", "leasebreak", "renthop", "furnishedfinder"],
    }).notNull(),
    label: text("label").notNull(),
    isActive: flag("is_active").notNull().default(true),
    /** Null: the organisation's default holds. */
    sendMode: text("send_mode", { enum: ["draft_only", "auto_send"] }),
    integrationMode: text("integration_mode", { enum: ["rpa"] })
      .notNull()
      .default("rpa"),
    rolloutStage: text("rollout_stage", { enum: ["shadow", "canary", "full"] })
      .notNull()
      .default("shadow"),
    /** Longest pause between two reads of a quiet inbox. The default keeps R4 without the mail door; docs/deploy.md has a
     *  slower one for accounts whose mail wakes them. */
    pollIntervalMs: integer("quiet_poll_ms").notNull().default(45_000),
    /** Shortest pause between two visits of the account, before jitter. */
    visitGapMs: integer("visit_gap_ms").notNull().default(3_000),
    /** Messages of ours in an hour; more wait. */
    sendsPerHourMax: integer("sends_per_hour_max").notNull().default(60),
    /** The NAME of an entry of the credentials secret; never a credential. */
    credentialsRef: text("credentials_ref").notNull(),
    /** Local part of the address that this account's platform mail is sent or forwarded to: random lower case letters and
     *  digits, never the agency's own address. Null: no mail comes in for it. */
    mailAlias: text("mail_alias"),
    loginState: text("login_state", { enum: ["in", "out", "gate", "challenge", "blocked"] }),
    stoppedCode: text("stopped_code"),
    stoppedMessage: text("stopped_message"),
    stoppedNext: text("stopped_next"),
    stoppedAtMs: instant("stopped_at_ms"),
    lastSuccessAtMs: instant("last_success_at_ms"),
    lastErrorCode: text("last_error_code"),
    lastErrorMessage: text("last_error_message"),
    lastErrorAtMs: instant("last_error_at_ms"),
    nextPollAtMs: instant("next_poll_at_ms"),
    /** Why the account pauses by itself, and until when; null while its breaker is closed. */
    breakerCode: text("breaker_code"),
    breakerMessage: text("breaker_message"),
    breakerUntilMs: instant("breaker_until_ms"),
    /** Between a lead's message on the platform and its place in a conversation here, over the newest samples. */
    ingestP50Ms: integer("ingest_p50_ms"),
    ingestP95Ms: integer("ingest_p95_ms"),
    ingestSamples: integer("ingest_samples").notNull().default(0),
    /** When the account's own adverts are read next; null: never read, so at once. */
    listingsDueAtMs: instant("listings_due_at_ms"),
    /** When they were read last. */
    listingsSyncedAtMs: instant("listings_synced_at_ms"),
    /** Why the last try brought nothing; null when it did. */
    listingsFaultCode: text("listings_fault_code"),
    listingsFaultMessage: text("listings_fault_message"),
  },
  (t) => [
    index("platform_accounts_by_organisation").on(t.organisationId, t.label),
    uniqueIndex("platform_accounts_by_mail_alias").on(t.mailAlias),
  ],
);

/** A unit advertised on one platform account; unit_id null until an admin links it. */
export const listings = sqliteTable(
  "listings",
  {
    id: text("id").primaryKey(),
    organisationId: organisationId(),
    accountId: text("account_id")
      .notNull()
      .references(() => platformAccounts.id, { onDelete: "cascade" }),
    platformListingId: text("platform_listing_id").notNull(),
    title: text("title"),
    unitId: text("unit_id").references(() => units.id, { onDelete: "set null" }),
    /** As the advert's own card says, or not live because it is gone; null: the page does not say, or only a lead named it. */
    state: text("state", { enum: ["live", "not_live"] }),
    /** When it last stood among the account's own adverts; null: never. */
    seenAtMs: instant("seen_at_ms"),
    /** What the card asks for it, as it was last shown. */
    prices: text("prices", { mode: "json" }).$type<readonly ListedPrice[]>().notNull().default([]),
  },
  (t) => [
    uniqueIndex("listings_by_platform_id").on(t.accountId, t.platformListingId),
    index("listings_by_organisation").on(t.organisationId, t.unitId),
  ],
);

/** Board rows: the projection of every conversation actor, guarded by its version. */
export const conversations = sqliteTable(
  "conversations",
  {
    organisationId: organisationId(),
    id: text("id").notNull(),
    accountId: text("account_id").notNull(),
    platform: text("platform", {
      enum: ["spareroom", "roomies", "leasebreak", "renthop", "furnishedfinder"],
    }).notNull(),
    threadId: text("thread_id").notNull(),
    version: integer("version").notNull(),
    leadName: text("lead_name"),
    platformListingId: text("platform_listing_id"),
    listingTitle: text("listing_title"),
    unitId: text("unit_id"),
    agentId: text("agent_id"),
    workflowState: text("workflow_state", {
      enum: ["lead", "showing", "follow_up_1", "follow_up_2", "outcome"],
    }).notNull(),
    outcome: text("outcome", {
      enum: [
        "not_interested",
        "wants_reschedule",
        "no_reply",
        "showing_confirmed",
        "general_question",
        "human_required",
        "no_show",
        "completed",
      ],
    }),
    ownerMode: text("owner_mode", { enum: ["ai", "ai_reminders_only", "human"] }).notNull(),
    /** An outcome stands and nobody has to act. */
    isClosed: flag("is_closed").notNull(),
    hasHandOff: flag("has_hand_off").notNull(),
    handOffCode: text("hand_off_code"),
    handOffSentence: text("hand_off_sentence"),
    handOffOpenedAtMs: instant("hand_off_opened_at_ms"),
    handOffDeadlineAtMs: instant("hand_off_deadline_at_ms"),
    handOffRisk: text("hand_off_risk", { enum: ["low", "medium", "high", "critical"] }),
    /** Personal data of the lead, like the preview: for the agent's list, never for logs. */
    handOffSummary: text("hand_off_summary", { mode: "json" }).$type<readonly string[]>(),
    draftId: text("draft_id"),
    sending: text("sending", { enum: ["none", "waiting", "on_its_way", "unknown", "failed"] }).notNull(),
    hasDuplicate: flag("has_duplicate").notNull(),
    isSuppressed: flag("is_suppressed").notNull(),
    lastFrom: text("last_from", { enum: ["lead", "us", "system"] }),
    lastPreview: text("last_preview"),
    /** 0 while there is no message, so that the list has a total order. */
    lastAtMs: instant("last_at_ms").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    index("conversations_board").on(t.organisationId, sql`has_hand_off desc`, sql`last_at_ms desc`, sql`id desc`),
    index("conversations_by_state").on(
      t.organisationId,
      t.isClosed,
      sql`has_hand_off desc`,
      sql`last_at_ms desc`,
      sql`id desc`,
    ),
    index("conversations_by_agent").on(
      t.organisationId,
      t.agentId,
      sql`has_hand_off desc`,
      sql`last_at_ms desc`,
      sql`id desc`,
    ),
    index("conversations_by_account").on(t.organisationId, t.accountId, sql`last_at_ms desc`),
    index("conversations_with_draft")
      .on(t.organisationId, sql`has_hand_off desc`, sql`last_at_ms desc`, sql`id desc`)
      .where(sql`draft_id is not null`),
  ],
);

/** Kept beside every upsert, so that the tabs of a board of 100,000 rows cost one row to read. */
export const conversationCounters = sqliteTable(
  "conversation_counters",
  {
    organisationId: organisationId(),
    /** An agent's user id, or "" for the whole organisation. */
    agentId: text("agent_id").notNull(),
    open: integer("open").notNull(),
    handOffs: integer("hand_offs").notNull(),
    drafts: integer("drafts").notNull(),
    closed: integer("closed").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.agentId] })],
);

/** Who did what (R28). Ids, codes and numbers; never message text. */
export const auditEntries = sqliteTable(
  "audit_entries",
  {
    id: text("id").primaryKey(),
    organisationId: organisationId(),
    /** Null for changes of accounts and policy. */
    conversationId: text("conversation_id"),
    /** Sequence in the conversation's event log; null without a conversation. */
    seq: integer("seq"),
    atMs: instant("at_ms").notNull(),
    actor: text("actor").notNull(),
    action: text("action").notNull(),
    detail: text("detail", { mode: "json" }).$type<Record<string, string | number | boolean | null>>().notNull(),
  },
  (t) => [
    uniqueIndex("audit_entries_once").on(t.conversationId, t.seq),
    index("audit_entries_by_time").on(t.organisationId, sql`at_ms desc`, sql`id desc`),
    index("audit_entries_by_conversation").on(t.organisationId, t.conversationId, sql`at_ms desc`, sql`id desc`),
  ],
);

/** Queue messages whose retries are exhausted (R20). A job holds ids only. */
export const deadLetters = sqliteTable(
  "dead_letters",
  {
    /** Id of the queue message: a redelivery is the same row. */
    id: text("id").primaryKey(),
    /** Null when the message was no job of ours. */
    organisationId: text("organisation_id"),
    job: text("job", { mode: "json" }).$type<QueueJob>(),
    atMs: instant("at_ms").notNull(),
    replayedAtMs: instant("replayed_at_ms"),
  },
  (t) => [index("dead_letters_by_time").on(t.organisationId, sql`at_ms desc`, sql`id desc`)],
);

/** What must not happen and did, for a person to look at: kept until somebody says that they did. */
export const incidents = sqliteTable(
  "incidents",
  {
    /** Made from what happened, so that the same incident told twice is one row. */
    id: text("id").primaryKey(),
    organisationId: organisationId(),
    /** duplicate: a text of ours stands twice in a thread. dead_letter: a queue gave a job up. page_drift: a page changed. */
    kind: text("kind", { enum: ["duplicate", "dead_letter", "page_drift"] }).notNull(),
    conversationId: text("conversation_id"),
    accountId: text("account_id"),
    atMs: instant("at_ms").notNull(),
    /** Ids, codes and numbers; never message text. */
    detail: text("detail", { mode: "json" }).$type<Record<string, string | number | boolean | null>>().notNull(),
    seenAtMs: instant("seen_at_ms"),
    seenBy: text("seen_by"),
  },
  (t) => [index("incidents_by_time").on(t.organisationId, sql`at_ms desc`, sql`id desc`)],
);

/**
 * Which conversations belong to one person. A key is a hash over the organisation and a contact (an e-mail address, a
 * phone number): enough to find the same person on another platform, and nothing to read.
 */
export const personKeys = sqliteTable(
  "person_keys",
  {
    organisationId: organisationId(),
    key: text("key").notNull(),
    conversationId: text("conversation_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.key, t.conversationId] }),
    index("person_keys_by_conversation").on(t.organisationId, t.conversationId),
  ],
);

/** Persons who get nothing any more, by key; a conversation that turns out to be theirs later is suppressed then. */
export const suppressions = sqliteTable(
  "suppressions",
  {
    organisationId: organisationId(),
    key: text("key").notNull(),
    /** Where it was said. */
    conversationId: text("conversation_id").notNull(),
    atMs: instant("at_ms").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.key, t.conversationId] })],
);

/** What platforms' mails told of leads. The only place that holds it; nothing here reaches logs or the audit. */
export const leadMails = sqliteTable(
  "lead_mails",
  {
    /** Hash of the account and the mail's own id: a redelivery is the same row. */
    id: text("id").primaryKey(),
    organisationId: organisationId(),
    accountId: text("account_id")
      .notNull()
      .references(() => platformAccounts.id, { onDelete: "cascade" }),
    platform: text("platform", {
      enum: ["spareroom", "roomies", "leasebreak", "renthop", "furnishedfinder"],
    }).notNull(),
    kind: text("kind", { enum: ["new_message", "lead", "other"] }).notNull(),
    receivedAtMs: instant("received_at_ms").notNull(),
    fields: text("fields", { mode: "json" }).$type<LeadMailFields>().notNull(),
    /** Where an e-mailed answer enters the platform's thread. */
    replyTo: text("reply_to"),
    /** Null until the mail is tied to a thread beyond doubt. */
    threadKey: text("thread_key"),
  },
  (t) => [
    index("lead_mails_by_account").on(t.organisationId, t.accountId, sql`received_at_ms desc`),
    index("lead_mails_by_thread").on(t.organisationId, t.accountId, t.threadKey),
  ],
);
