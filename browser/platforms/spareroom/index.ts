// The SpareRoom adapter: opens pages, hands their HTML to the parsers, sends through the one send procedure.
import type { Fault, ThreadRef } from "#contracts/browser";
import type { ThreadSighting } from "#domain/conversation/sighting";
import { err, ok, type Result } from "#domain/kernel/result";
import type { PlatformAdapter, Site } from "../../adapter.ts";
import { fault, selectorMissing } from "../../fault.ts";
import { readListingPages } from "../../listing-pages.ts";
import { logInByForm } from "../../login-form.ts";
import { entryValue, pathFor, requireConfirmed } from "../../pack.ts";
import { sendOnce, type ThreadDesk } from "../../send-once.ts";
import { loginStateOf, openPage, type Snapshot, takeSnapshot } from "../../snapshot.ts";
import { inboxReady, listingsReady, loginPath, sessionOf, threadReady } from "./pages.ts";
import { parseInbox, parseThread, THREAD_ID } from "./parse.ts";
import { listingsPath, parseListings } from "./parse-listings.ts";

export const spareroomAdapter: PlatformAdapter = {
  platform: "spareroom",

  async openInbox(site) {
    const allowed = requireConfirmed(site.pack, "inbox");
    if (!allowed.ok) return allowed;
    const opened = await openPage(site, pathFor(site.pack, "inbox.path"), inboxReady(site.pack));
    if (!opened.ok) return loginStateOf(opened.error);
    const state = sessionOf(opened.value, site.pack);
    return state === null ? err(selectorMissing("login.marker", "inbox page")) : ok(state);
  },

  async logIn(site, credentials) {
    const allowed = requireConfirmed(site.pack, "login");
    if (!allowed.ok) return allowed;
    const opened = await openPage(site, loginPath(site.pack), {
      any: [entryValue(site.pack, "login.password"), entryValue(site.pack, "login.marker")],
    });
    if (!opened.ok) return opened;
    if (sessionOf(opened.value, site.pack) === "in") return ok("in");
    return await logInByForm(site, credentials, (snapshot) => sessionOf(snapshot, site.pack));
  },

  async readInbox(site) {
    const taken = await takeSnapshot(site, inboxReady(site.pack));
    if (!taken.ok) return taken;
    const live = requireSession(taken.value, site);
    return live.ok ? parseInbox(taken.value.html, site.pack, taken.value.takenAtMs) : live;
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
    return await readListingPages(site, {
      firstPath: listingsPath(pack, 0),
      open: (path) => openPage(site, path, listingsReady(pack)),
      parse: (snapshot) => {
        const live = requireSession(snapshot, site);
        return live.ok ? parseListings(snapshot.html, snapshot.url, pack) : live;
      },
    });
  },

  async send(site, threadId, body, gate) {
    if (!THREAD_ID.test(threadId)) return { kind: "not_sent", fault: invalidThreadId() };
    return await sendOnce(site, deskOf(site, threadId), body, gate);
  },
};

function deskOf({ pack }: Site, threadId: string): ThreadDesk {
  const ready = threadReady(pack);
  return {
    open: async (site) => {
      const allowed = requireConfirmed(pack, "thread");
      return allowed.ok ? await openPage(site, pathFor(pack, "thread.path", threadId), ready) : allowed;
    },
    look: async (site) => await takeSnapshot(site, { ...ready, msMax: 0, keepsErrorStatus: true }),
    parse: (snapshot) => parseOwnThread(snapshot, threadId, { pack }),
    composer: {
      text: entryValue(pack, "composer.text"),
      submit: entryValue(pack, "composer.submit"),
      identityInput: entryValue(pack, "thread.verify"),
      identityUrl: null,
      threadId,
    },
    readNotice: ({ visible }) => (visible["send.failed"] ? "refused" : visible["send.held"] ? "held" : null),
  };
}

function parseOwnThread(snapshot: Snapshot, threadId: string, site: Pick<Site, "pack">): Result<ThreadSighting, Fault> {
  const live = requireSession(snapshot, site);
  return live.ok ? parseThread(snapshot.html, site.pack, threadId, snapshot.takenAtMs) : live;
}

/** Pages of a lost session are never read as empty ones. */
function requireSession(snapshot: Snapshot, { pack }: Pick<Site, "pack">): Result<void, Fault> {
  const state = sessionOf(snapshot, pack);
  if (state === "in") return ok(undefined);
  if (state === null) return err(selectorMissing("login.marker", "page"));
  return err(fault("SESSION_EXPIRED", "the page asks to log in"));
}

function idOf(ref: ThreadRef): string | null {
  const threadId = "threadId" in ref ? ref.threadId : ref.row.threadId;
  return threadId !== null && THREAD_ID.test(threadId) ? threadId : null;
}

function invalidThreadId(): Fault {
  return fault("WRONG_THREAD", "the thread id is not one of SpareRoom's", { packKey: "inbox.row_id" });
}
