// The Roomies adapter: opens pages, hands what they show to the parsers, sends through the one send procedure.
import type { Fault, LoginState, ThreadRef } from "#contracts/browser";
import { err, ok, type Result } from "#domain/kernel/result";
import type { PlatformAdapter, Site } from "../../adapter.ts";
import { listingsReady, parseDescribedListings } from "../../described-listings.ts";
import { makeDrawnRows } from "../../drawn-rows.ts";
import { fault } from "../../fault.ts";
import { sleep } from "../../in-page.ts";
import { readListingPages } from "../../listing-pages.ts";
import { logInByForm } from "../../login-form.ts";
import { entryValue, pathFor, requireConfirmed } from "../../pack.ts";
import { sendOnce, type ThreadDesk } from "../../send-once.ts";
import { loginStateOf, openPage, type Snapshot, takeSnapshot } from "../../snapshot.ts";
import { inboxReady, lookAfterClick, sessionOf, THREAD_READY_MS_MAX, threadReady } from "./pages.ts";
import { parseInbox } from "./parse-inbox.ts";
import { isFilling, parseThread, readProbed, THREAD_ID } from "./parse-thread.ts";

/** Pause between two looks at rows that Alpine has not filled yet. */
const FILLING_POLL_MS = 250;

export const roomiesAdapter: PlatformAdapter = {
  platform: "roomies",

  openInbox,

  async logIn(site, credentials) {
    const allowed = requireConfirmed(site.pack, "login");
    if (!allowed.ok) return allowed;
    const opened = await openPage(site, pathFor(site.pack, "login.path"), {
      any: [entryValue(site.pack, "login.password")],
    });
    if (!opened.ok) return opened;
    const hasForm = sessionOf(opened.value, site.pack) === "out";
    if (hasForm) {
      // Whatever page follows the form ends the wait; only the inbox, asked for below, can say that we are in.
      const filled = await logInByForm(site, credentials, (snapshot) =>
        sessionOf(snapshot, site.pack) === "out" ? "out" : "in",
      );
      if (!filled.ok) return filled;
    }
    const inbox = await openInbox(site);
    if (!inbox.ok) return inbox;
    if (inbox.value === "in") return ok("in");
    return err(fault("LOGIN_NEEDS_HUMAN", "after logging in the inbox still asks to log in"));
  },

  async readInbox(site) {
    const taken = await takeSnapshot(site, inboxReady(site.pack));
    if (!taken.ok) return taken;
    const live = refuseLostSession(taken.value, site);
    return live.ok ? parseInbox(taken.value, site.pack) : live;
  },

  async readThread(site, ref) {
    const threadId = idOf(ref);
    if (threadId === null) return err(invalidThreadId());
    const desk = deskOf(site, threadId);
    const opened = await desk.open(site);
    return opened.ok ? desk.parse(opened.value) : opened;
  },

  async readListings(site) {
    const { pack } = site;
    const ready = listingsReady(pack, [entryValue(pack, "login.password")]);
    return await readListingPages(site, {
      firstPath: pathFor(pack, "listings.path"),
      open: (path) => openPage(site, path, { ...ready, anyText: [entryValue(pack, "login.gate")] }),
      parse: (snapshot) => {
        const live = refuseLostSession(snapshot, site);
        return live.ok ? parseDescribedListings(snapshot, pack, roomIdIn) : live;
      },
    });
  },

  async send(site, threadId, body, gate) {
    if (!THREAD_ID.test(threadId)) return { kind: "not_sent", fault: invalidThreadId() };
    return await sendOnce(site, deskOf(site, threadId), body, gate);
  },
};

async function openInbox(site: Site): Promise<Result<LoginState, Fault>> {
  const allowed = requireConfirmed(site.pack, "inbox");
  if (!allowed.ok) return allowed;
  const opened = await openPage(site, pathFor(site.pack, "inbox.path"), inboxReady(site.pack));
  if (!opened.ok) return loginStateOf(opened.error);
  const state = sessionOf(opened.value, site.pack);
  if (state !== null) return ok(state);
  const message = "the inbox shows neither rows nor a login form, and does not say that it is empty";
  return err(fault("EMPTY_WITHOUT_MARKER", message, { packKey: "inbox.row" }));
}

function deskOf({ pack, origin }: Site, threadId: string): ThreadDesk {
  const drawn = makeDrawnRows();
  return {
    open: (site) => openThread(site, threadId),
    look: async (site) => await takeSnapshot(site, lookAfterClick(pack)),
    parse: (snapshot) => {
      const live = refuseLostSession(snapshot, { pack });
      return live.ok ? parseThread(snapshot, pack, threadId, drawn) : live;
    },
    composer: {
      text: entryValue(pack, "composer.text"),
      submit: entryValue(pack, "composer.submit"),
      identityInput: null,
      identityUrl: `^${escaped(origin + pathFor(pack, "thread.path", threadId))}/?(?:[?#]|$)`,
      threadId,
    },
    readNotice: ({ visible }) => (visible["send.failed"] ? "refused" : visible["send.held"] ? "held" : null),
  };
}

/** Opens a thread and waits for its messages; rows that stand there without any content yet are waited for too. */
async function openThread(site: Site, threadId: string): Promise<Result<Snapshot, Fault>> {
  const allowed = requireConfirmed(site.pack, "thread");
  if (!allowed.ok) return allowed;
  const ready = threadReady(site.pack);
  const deadlineMs = site.now() + THREAD_READY_MS_MAX;
  let opened = await openPage(site, pathFor(site.pack, "thread.path", threadId), ready);
  while (opened.ok && isFilling(readProbed(opened.value)) && site.now() < deadlineMs) {
    await sleep(FILLING_POLL_MS);
    opened = await takeSnapshot(site, { ...ready, msMax: 0 });
  }
  return opened;
}

/** Pages of a lost session are never read as empty ones. What says nothing of the session is left to the parser. */
function refuseLostSession(snapshot: Snapshot, { pack }: Pick<Site, "pack">): Result<void, Fault> {
  const state = sessionOf(snapshot, pack);
  if (state === "in" || state === null) return ok(undefined);
  return err(fault("SESSION_EXPIRED", "the page asks to log in"));
}

/** "/rooms/610401" and what lies below it. */
function roomIdIn(path: string): string | null {
  return /^\/rooms\/(\d{6,7})(?:\/|$)/.exec(path)?.[1] ?? null;
}

function idOf(ref: ThreadRef): string | null {
  const threadId = "threadId" in ref ? ref.threadId : ref.row.threadId;
  return threadId !== null && THREAD_ID.test(threadId) ? threadId : null;
}

function invalidThreadId(): Fault {
  return fault("WRONG_THREAD", "the thread id is not one of Roomies'", { packKey: "inbox.row_id" });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
