// Opens a FurnishedFinder thread, by its address or by a click on its inbox row, and waits until it stands there. The click reveals the
// id; nothing is kept from one page to the next, because rows move and handles go stale.
import type { Fault, InboxRow } from "#contracts/browser";
import { err, ok, type Result } from "#domain/kernel/result";
import type { Site } from "../../adapter.ts";
import { classify, fault, selectorMissing } from "../../fault.ts";
import { ROUND_TRIP_MS_MAX, runInPage, sleep, within } from "../../in-page.ts";
import { entryValue, pathFor, requireConfirmed, trustedValue } from "../../pack.ts";
import { type Snapshot, takeSnapshot } from "../../snapshot.ts";
import { aimAtRow } from "./page-code.ts";
import { inboxReady, openMembersPage, sessionOf, threadReady } from "./pages.ts";
import { parseInbox } from "./parse-inbox.ts";
import { channelIn } from "./parse-thread.ts";

/** Longest wait for channel=<id> to appear in the address after the click on a row. */
const CHANNEL_MS_MAX = 10_000;
/** Longest wait for an opened thread to be drawn: seen for up to 12 s elsewhere, and a little more. */
const THREAD_MS_MAX = 14_000;
const THREAD_POLL_MS = 250;
/** "No conversation" may stand there until the thread is drawn: only after this long does it mean that there is none. */
const ABSENT_MS_MIN = 3_000;

/** Opens the thread by its address. The address was seen only after clicks, so this is a guess until somebody confirmed it. */
export async function openByAddress(site: Site, threadId: string): Promise<Result<Snapshot, Fault>> {
  const allowed = requireConfirmed(site.pack, "thread");
  if (!allowed.ok) return allowed;
  if (trustedValue(site.pack, "thread.path") === null) {
    const message = "nobody confirmed that a thread opens by its address on this site";
    return err(fault("PACK_UNCONFIRMED", message, { packKey: "thread.path" }));
  }
  const startedMs = site.now();
  const opened = await openMembersPage(site, pathFor(site.pack, "thread.path", threadId), threadReady(site.pack));
  return opened.ok ? await untilDrawn(site, opened.value, startedMs, () => true) : opened;
}

export type Opened = { readonly threadId: string; readonly snapshot: Snapshot };

/**
 * Opens the inbox afresh (an address that still names the last thread would hide that the click did nothing), finds the row again,
 * clicks it and waits for the thread's id. `isDrawn` tells whether a look shows the thread of that row.
 */
export async function openByRow(
  site: Site,
  row: InboxRow,
  isDrawn: (snapshot: Snapshot) => boolean,
): Promise<Result<Opened, Fault>> {
  const allowed = requireConfirmed(site.pack, "thread");
  if (!allowed.ok) return allowed;
  const opened = await openMembersPage(site, pathFor(site.pack, "inbox.path"), inboxReady(site.pack));
  if (!opened.ok) return opened;
  const lost = lostSession(opened.value, site);
  if (lost) return err(lost);
  const inbox = parseInbox(opened.value, site.pack);
  if (!inbox.ok) return inbox;
  const found = findRow(inbox.value.rows, row);
  if (found === null || channelIn(opened.value.url, site.pack) !== null) return err(rowGone());
  const clicked = await clickRow(site, found);
  if (!clicked.ok) return clicked;

  const revealed = await takeSnapshot(site, {
    ...threadReady(site.pack),
    any: [],
    anyText: [],
    url: `[?&]${entryValue(site.pack, "thread.parameter")}=[^&#]`,
    msMax: CHANNEL_MS_MAX,
  });
  if (!revealed.ok) return revealed;
  const threadId = channelIn(revealed.value.url, site.pack);
  if (threadId === null) {
    return err(fault("TIMEOUT", "the click on the row did not reveal a thread id", { packKey: "thread.parameter" }));
  }
  const drawn = await untilDrawn(site, revealed.value, site.now(), isDrawn);
  return drawn.ok ? ok({ threadId, snapshot: drawn.value }) : drawn;
}

/** A lost session is never read as an empty page. */
export function lostSession(snapshot: Snapshot, { pack }: Pick<Site, "pack">): Fault | null {
  const state = sessionOf(snapshot, pack);
  return state === "in" || state === null ? null : fault("SESSION_EXPIRED", "the page asks to log in");
}

/**
 * The row at its old place when it is unchanged there; else the only one that looks the same; else the only one of that name. Two that
 * look alike are told apart by their place alone, so when neither stands there, none is taken.
 */
export function findRow(rows: readonly InboxRow[], wanted: InboxRow): InboxRow | null {
  const there = rows[wanted.position];
  if (there?.mark === wanted.mark) return there;
  for (const key of ["mark", "leadName"] as const) {
    const alike = rows.filter((row) => row[key] === wanted[key]);
    if (alike.length > 0) return alike.length === 1 ? (alike[0] ?? null) : null;
  }
  return null;
}

function rowGone(): Fault {
  return fault("WRONG_THREAD", "the inbox row is not where it was, and no other one is surely the same", {
    packKey: "inbox.row",
  });
}

async function clickRow(site: Site, { position, leadName }: InboxRow): Promise<Result<void, Fault>> {
  const rule = {
    row: entryValue(site.pack, "inbox.row"),
    name: entryValue(site.pack, "inbox.name"),
    position,
    leadName,
  };
  try {
    const aim = await runInPage(site.page, aimAtRow, rule);
    if (aim.problem === "moved") return err(rowGone());
    if (aim.problem === "covered") return err(selectorMissing("inbox.row", "inbox, uncovered,"));
    await within(ROUND_TRIP_MS_MAX, site.page.mouse.click(aim.x, aim.y));
    return ok(undefined);
  } catch (thrown) {
    return err(classify(thrown));
  }
}

/** Looks until the thread is drawn, the session turns out to be lost, or time is up. The last look is judged by the parser. */
async function untilDrawn(
  site: Site,
  first: Snapshot,
  startedMs: number,
  isDrawn: (snapshot: Snapshot) => boolean,
): Promise<Result<Snapshot, Fault>> {
  const css = entryValue(site.pack, "thread.message");
  const ready = { ...threadReady(site.pack), visible: { ...threadReady(site.pack).visible, "thread.message": css } };
  let last = first;
  for (;;) {
    const { visible } = last;
    const isShown = visible["thread.message"] || visible["thread.empty"];
    const waitedMs = site.now() - startedMs;
    const isAbsent = visible["thread.none"] && waitedMs >= ABSENT_MS_MIN;
    if ((isShown && isDrawn(last)) || isAbsent || lostSession(last, site)) return ok(last);
    if (waitedMs >= THREAD_MS_MAX) return ok(last);
    await sleep(THREAD_POLL_MS);
    const looked = await takeSnapshot(site, { ...ready, msMax: 0 });
    if (!looked.ok) return looked;
    last = looked.value;
  }
}
