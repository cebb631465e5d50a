// Reads the inbox of one account and brings every changed thread to its conversation. A thread's mark is kept only after its
// conversation took the read: whatever is lost on the way is read again.
import type { PlatformAdapter, Site } from "#browser/adapter";
import { endsVisitAtOnce } from "#browser/fault";
import type { Visit } from "#contracts/account-actor";
import type { IngestReport } from "#contracts/actors";
import type { Fault, InboxRow } from "#contracts/browser";
import type { IngestJob } from "#contracts/queue";
import { ingestLatencyMs } from "#domain/account/ingest-latency";
import type { ThreadSighting } from "#domain/conversation/sighting";
import type { Deps } from "../deps.ts";
import { tieMails } from "../email/tie-mails.ts";
import { type AccountForWork, accountForWork } from "../store/accounts.ts";
import { linkOf } from "../store/listings.ts";
import { policyOf } from "../store/organisations.ts";
import { conversationIdOf } from "./conversation-id.ts";
import { DONE, type JobResult } from "./job-result.ts";
import { type VisitResult, visitAccount } from "./visit.ts";

/** Threads opened in one pass (platforms.md 8); the rest waits for the next. */
export const THREADS_PER_PASS_MAX = 20;

/** Never retried by the queue: the account's own clock asks again. */
export async function ingest(job: IngestJob, deps: Deps): Promise<JobResult> {
  const work = await accountForWork(deps.db, job.accountId);
  if (work === null || work.organisationId !== job.organisationId) return DONE;
  await visitAccount(deps, work, "poll", (site, adapter, visit) =>
    readChangedThreads(deps, work, site, adapter, visit),
  );
  return DONE;
}

async function readChangedThreads(
  deps: Deps,
  work: AccountForWork,
  site: Site,
  adapter: PlatformAdapter,
  visit: Visit,
): Promise<VisitResult<null>> {
  const inbox = await adapter.readInbox(site);
  if (!inbox.ok) return { value: null, fault: inbox.error };
  const { rows, takenAtMs } = inbox.value;
  const changed = keyedRows(rows).filter(({ key, row }) => visit.threadMarks[key] !== row.mark);
  const readMarks: Record<string, string> = {};
  const latenciesMs: number[] = [];
  const heardIn: string[] = [];
  let firstFault: Fault | null = null;
  for (const { key, row } of changed.slice(0, THREADS_PER_PASS_MAX)) {
    const ref = row.threadId === null ? { row } : { threadId: row.threadId };
    const read = await adapter.readThread(site, ref);
    if (!read.ok) {
      firstFault ??= read.error;
      if (endsVisit(read.error)) break;
      continue;
    }
    const brought = await bring(deps, work, read.value);
    if (brought === null) continue;
    readMarks[key] = row.mark;
    latenciesMs.push(...waited(brought, deps.now(), visit.readThroughAtMs));
    if (brought.heard.length > 0) heardIn.push(brought.conversationId);
  }
  if (heardIn.length > 0) await tieMails(deps, work.organisationId, work.settings.accountId, heardIn);
  const isThrough = firstFault === null && changed.length <= THREADS_PER_PASS_MAX;
  const readThroughAtMs = isThrough ? takenAtMs : null;
  return { value: null, fault: firstFault, readMarks, foundNew: changed.length > 0, readThroughAtMs, latenciesMs };
}

function waited(brought: IngestReport, nowMs: number, readThroughAtMs: number | null): readonly number[] {
  return brought.heard
    .map((sentAt) => ingestLatencyMs(sentAt, nowMs, readThroughAtMs))
    .filter((waitedMs) => waitedMs !== null);
}

type Brought = IngestReport & { readonly conversationId: string };

/** Hands a read to its conversation. Null when the conversation refused it. */
export async function bring(deps: Deps, work: AccountForWork, sighting: ThreadSighting): Promise<Brought | null> {
  const { organisationId, platform } = work;
  const { accountId } = work.settings;
  const seen = sighting.listing;
  const { threadId } = sighting;
  const [conversationId, link, policy] = await Promise.all([
    conversationIdOf(organisationId, accountId, threadId),
    linkOf(deps.db, organisationId, accountId, seen?.platformListingId ?? null, seen?.title ?? null),
    policyOf(deps.db, organisationId),
  ]);
  const ingested = await deps.conversation(conversationId).ingest(
    {
      identity: { conversationId, organisationId, accountId, platform, threadId },
      unitId: link.unitId,
      agentId: link.agentId,
      quietWindowMs: policy.quietWindowMs,
      approvalHoldMs: policy.approvalHoldMs,
      businessHours: policy.businessHours,
    },
    // Some pages show the advert's id alone; the records may know its title.
    { ...sighting, listing: seen === null ? null : { ...seen, title: seen.title ?? link.listingTitle } },
  );
  return ingested.ok ? { ...ingested.value, conversationId } : null;
}

/**
 * A key per row that means the same thread at the next read. Where rows have no id (FurnishedFinder), the row's own mark
 * stands for it, numbered, because two rows can look alike.
 */
function keyedRows(rows: readonly InboxRow[]): readonly { readonly key: string; readonly row: InboxRow }[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    if (row.threadId !== null) return { key: `thread:${row.threadId}`, row };
    const times = (seen.get(row.mark) ?? 0) + 1;
    seen.set(row.mark, times);
    return { key: `row:${row.mark}:${times}`, row };
  });
}

function endsVisit(found: Fault): boolean {
  return endsVisitAtOnce(found) || found.code === "BROWSER_LOST" || found.code === "SESSION_EXPIRED";
}
