// Reads the inbox of one account and brings every changed thread to its conversation. A thread's mark is kept only after its
// conversation took the read: whatever is lost on the way is read again.
import type { PlatformAdapter, Site } from "#browser/adapter";
import { stopsAccount } from "#browser/fault";
import type { Fault, InboxRow } from "#contracts/browser";
import type { IngestJob } from "#contracts/queue";
import type { ThreadSighting } from "#domain/conversation/sighting";
import type { Deps } from "../deps.ts";
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
    readChangedThreads(deps, work, site, adapter, visit.threadMarks),
  );
  return DONE;
}

async function readChangedThreads(
  deps: Deps,
  work: AccountForWork,
  site: Site,
  adapter: PlatformAdapter,
  known: Readonly<Record<string, string>>,
): Promise<VisitResult<null>> {
  const inbox = await adapter.readInbox(site);
  if (!inbox.ok) return { value: null, fault: inbox.error };
  const changed = keyedRows(inbox.value.rows).filter(({ key, row }) => known[key] !== row.mark);
  const readMarks: Record<string, string> = {};
  let firstFault: Fault | null = null;
  for (const { key, row } of changed.slice(0, THREADS_PER_PASS_MAX)) {
    const ref = row.threadId === null ? { row } : { threadId: row.threadId };
    const read = await adapter.readThread(site, ref);
    if (read.ok) {
      if (await bring(deps, work, read.value)) readMarks[key] = row.mark;
      continue;
    }
    firstFault ??= read.error;
    if (stopsAccount(read.error) || endsVisit(read.error)) break;
  }
  return { value: null, fault: firstFault, readMarks };
}

/** Hands a read to its conversation. False when the conversation refused it. */
export async function bring(deps: Deps, work: AccountForWork, sighting: ThreadSighting): Promise<boolean> {
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
    },
    // Some pages show the advert's id alone; the records may know its title.
    { ...sighting, listing: seen === null ? null : { ...seen, title: seen.title ?? link.listingTitle } },
  );
  return ingested.ok;
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
  return found.code === "BROWSER_LOST" || found.code === "SESSION_EXPIRED";
}
