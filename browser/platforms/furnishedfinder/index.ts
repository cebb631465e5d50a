// The FurnishedFinder adapter: opens pages, hands what they show to the parsers, sends through the one send procedure. Sending and
// opening a thread by its address rest on guesses and stay off until a human confirmed them for this site.
import type { Fault, LoginState, ThreadRef } from "#contracts/browser";
import type { ThreadSighting } from "#domain/conversation/sighting";
import { err, ok, type Result } from "#domain/kernel/result";
import type { PlatformAdapter, Site } from "../../adapter.ts";
import { listingsReady, parseDescribedListings } from "../../described-listings.ts";
import { makeDrawnRows } from "../../drawn-rows.ts";
import { fault } from "../../fault.ts";
import { readListingPages } from "../../listing-pages.ts";
import { entryValue, pathFor, requireConfirmed } from "../../pack.ts";
import { sendOnce, type ThreadDesk } from "../../send-once.ts";
import { loginStateOf, type Snapshot, takeSnapshot } from "../../snapshot.ts";
import { logInByDialog } from "./login.ts";
import { lostSession, openByAddress, openByRow } from "./open-thread.ts";
import { inboxReady, openMembersPage, sessionOf, takeMembersPage, threadReady } from "./pages.ts";
import { parseInbox } from "./parse-inbox.ts";
import { type Asked, CHANNEL_ID, channelIn, parseThread } from "./parse-thread.ts";

export const furnishedfinderAdapter: PlatformAdapter = {
  platform: "furnishedfinder",

  openInbox,

  async logIn(site, credentials) {
    return await logInByDialog(site, credentials, openInbox);
  },

  async readInbox(site) {
    const taken = await takeMembersPage(site, inboxReady(site.pack));
    if (!taken.ok) return taken;
    const lost = lostSession(taken.value, site);
    return lost ? err(lost) : parseInbox(taken.value, site.pack);
  },

  async readThread(site, ref) {
    return await readThread(site, ref);
  },

  async readListings(site) {
    const { pack } = site;
    const list = listingsReady(pack, []);
    // The signs of the login dialog are those of the inbox.
    const gate = inboxReady(pack);
    const ready = { ...gate, ...list, visible: { ...gate.visible, ...list.visible } };
    return await readListingPages(site, {
      firstPath: pathFor(pack, "listings.path"),
      open: (path) => openMembersPage(site, path, ready),
      parse: (snapshot) => {
        const lost = lostSession(snapshot, site);
        return lost ? err(lost) : parseDescribedListings(snapshot, pack, propertyIdIn);
      },
    });
  },

  async send(site, threadId, body, gate) {
    if (!CHANNEL_ID.test(threadId)) return { kind: "not_sent", fault: invalidThreadId() };
    return await sendOnce(site, deskOf(site, threadId), body, gate);
  },
};

async function openInbox(site: Site): Promise<Result<LoginState, Fault>> {
  const allowed = requireConfirmed(site.pack, "inbox");
  if (!allowed.ok) return allowed;
  const opened = await openMembersPage(site, pathFor(site.pack, "inbox.path"), inboxReady(site.pack));
  if (!opened.ok) return loginStateOf(opened.error);
  const state = sessionOf(opened.value, site.pack);
  if (state !== null) return ok(state);
  const message = "the inbox shows neither rows nor a login dialog, and does not say that it is empty";
  return err(fault("EMPTY_WITHOUT_MARKER", message, { packKey: "inbox.row" }));
}

async function readThread(site: Site, ref: ThreadRef): Promise<Result<ThreadSighting, Fault>> {
  const threadId = "threadId" in ref ? ref.threadId : ref.row.threadId;
  if (threadId !== null) {
    if (!CHANNEL_ID.test(threadId)) return err(invalidThreadId());
    const opened = await openByAddress(site, threadId);
    return opened.ok ? parseOwn(opened.value, site, { threadId, leadName: null }) : opened;
  }
  if ("threadId" in ref) return err(invalidThreadId());
  const { leadName } = ref.row;
  // Until the thread of this row is drawn, the one before it may still be on screen: its title tells.
  const isDrawn = (snapshot: Snapshot) => {
    const shownId = channelIn(snapshot.url, site.pack);
    return shownId !== null && parseOwn(snapshot, site, { threadId: shownId, leadName }).ok;
  };
  const opened = await openByRow(site, ref.row, isDrawn);
  return opened.ok ? parseOwn(opened.value.snapshot, site, { threadId: opened.value.threadId, leadName }) : opened;
}

function parseOwn(
  snapshot: Snapshot,
  site: Pick<Site, "pack">,
  asked: Asked,
  drawn = makeDrawnRows(),
): Result<ThreadSighting, Fault> {
  const lost = lostSession(snapshot, site);
  return lost ? err(lost) : parseThread(snapshot, site.pack, asked, drawn);
}

function deskOf({ pack, origin }: Site, threadId: string): ThreadDesk {
  const drawn = makeDrawnRows();
  const ids = [...new Set([threadId, encodeURIComponent(threadId)])].map(escaped).join("|");
  const path = escaped(new URL(pathFor(pack, "thread.path"), origin).pathname);
  return {
    open: (site) => openByAddress(site, threadId),
    look: async (site) => await takeSnapshot(site, { ...threadReady(pack), msMax: 0, keepsErrorStatus: true }),
    parse: (snapshot) => parseOwn(snapshot, { pack }, { threadId, leadName: null }, drawn),
    composer: {
      text: entryValue(pack, "composer.text"),
      submit: entryValue(pack, "composer.submit"),
      identityInput: null,
      identityUrl: `^${escaped(origin)}${path}/?\\?(?:[^#]*&)?${entryValue(pack, "thread.parameter")}=(?:${ids})(?:[&#]|$)`,
      threadId,
    },
    // A refusal is told by the row itself; its class is read with the row's state.
    readNotice: () => null,
  };
}

/** "/property/522000_1". */
function propertyIdIn(path: string): string | null {
  return /^\/property\/(\d+_\d+)\/?$/.exec(path)?.[1] ?? null;
}

function invalidThreadId(): Fault {
  return fault("WRONG_THREAD", "the thread id is not one of FurnishedFinder's", { packKey: "thread.parameter" });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
