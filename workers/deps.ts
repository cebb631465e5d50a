// The composition root: turns bindings into the doors that routes, consumers and jobs work through.
// Together with env.ts the only reader of the environment; nothing else names a binding.
import { EmailMessage } from "cloudflare:email";
import type { BrowserWorker } from "@cloudflare/puppeteer";
import type { AccountActor } from "#contracts/account-actor";
import type { BoardActor, ConversationActor } from "#contracts/actors";
import type { PlatformCredentials } from "#contracts/browser";
import type {
  AskJob,
  BookJob,
  DecideJob,
  FollowUpJob,
  IngestJob,
  ListingsJob,
  ProjectJob,
  ReconcileJob,
  SendJob,
} from "#contracts/queue";
import { type OptionalBindings, readSettings, type Settings } from "./env.ts";
import type { ModelCredentials } from "./model/credentials.ts";
import { type Database, openDatabase } from "./store/database.ts";

/** A queue that takes one kind of job. `delaySeconds` postpones the wake-up. */
export type JobQueue<Job> = {
  send(job: Job, options?: { readonly delaySeconds?: number }): Promise<unknown>;
};

/** Sends whole mails (RFC 5322, from `from`). Throws when one is refused. */
export type MailDoor = {
  readonly from: string;
  readonly send: (to: string, mail: string) => Promise<void>;
};

export type Deps = {
  readonly settings: Settings;
  readonly db: Database;
  /** Which deployment runs; "local" outside Cloudflare. */
  readonly version: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly conversation: (conversationId: string) => ConversationActor;
  readonly account: (accountId: string) => AccountActor;
  readonly board: (organisationId: string) => BoardActor;
  /** Hands a checked WebSocket upgrade to the organisation's board. */
  readonly openBoardSocket: (organisationId: string, request: Request) => Promise<Response>;
  readonly queues: {
    readonly ingest: JobQueue<IngestJob | ListingsJob>;
    readonly decide: JobQueue<DecideJob | BookJob | AskJob | FollowUpJob>;
    readonly send: JobQueue<SendJob>;
    readonly reconcile: JobQueue<ReconcileJob>;
    readonly project: JobQueue<ProjectJob>;
  };
  /** Login data behind a reference; null when the secret has no such entry. */
  readonly credentials: (ref: string) => PlatformCredentials | null;
  /** The key of a language model behind a reference; null when the secret has no such entry. */
  readonly modelCredentials: (ref: string) => ModelCredentials | null;
  /** Null: this deployment has no Workers AI (docs/deploy.md). */
  readonly workersAi: Ai | null;
  readonly browser: BrowserWorker;
  /** Selector packs that were replaced without a deployment, what people confirmed, and redacted pages that changed. */
  readonly packs: KVNamespace;
  /** Null: this deployment sends no mails (docs/deploy.md). */
  readonly mail: MailDoor | null;
  /** False when `key` tried too often lately. */
  readonly mayTrySignIn: (key: string) => Promise<boolean>;
};

/** Builds the dependencies of one request, batch or tick. Cheap: nothing is connected yet. */
export function makeDeps(env: Env & OptionalBindings): Deps {
  const settings = readSettings(env);
  return {
    settings,
    db: openDatabase(env.DB),
    version: env.VERSION?.tag || env.VERSION?.id || "local",
    now: () => Date.now(),
    // The stubs' own types drown in RPC wrappers; the interfaces say what crosses the wire.
    conversation: (id) => env.CONVERSATIONS.get(env.CONVERSATIONS.idFromName(id)) as unknown as ConversationActor,
    account: (id) => env.ACCOUNTS.get(env.ACCOUNTS.idFromName(id)) as unknown as AccountActor,
    board: (id) => env.BOARDS.get(env.BOARDS.idFromName(id)) as unknown as BoardActor,
    openBoardSocket: (id, request) => env.BOARDS.get(env.BOARDS.idFromName(id)).fetch(request),
    queues: {
      ingest: env.INGEST_QUEUE,
      decide: env.DECIDE_QUEUE,
      send: env.SEND_QUEUE,
      reconcile: env.RECONCILE_QUEUE,
      project: env.PROJECT_QUEUE,
    },
    credentials: (ref) =>
      Object.hasOwn(settings.platformCredentials, ref) ? (settings.platformCredentials[ref] ?? null) : null,
    modelCredentials: (ref) =>
      Object.hasOwn(settings.modelCredentials, ref) ? (settings.modelCredentials[ref] ?? null) : null,
    workersAi: env.AI ?? null,
    browser: env.BROWSER,
    packs: env.PACKS,
    mail: mailDoor(settings.mailFrom, env.MAIL),
    mayTrySignIn: async (key) => (await env.SIGN_IN_LIMIT.limit({ key })).success,
  };
}

function mailDoor(from: string | null, binding: SendEmail | undefined): MailDoor | null {
  if (from === null || binding === undefined) return null;
  return {
    from,
    send: async (to, mail) => {
      await binding.send(new EmailMessage(from, to, mail));
    },
  };
}
