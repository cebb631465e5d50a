// The adapter of a platform whose inbox, thread and composer are described by its pack alone: nobody showed those pages, so a person
// must confirm every entry for the site at hand before they are opened. What differs by platform: its login and how its ads are named.
import type { Fault, LoginState, PlatformCredentials } from "#contracts/browser";
import { err, ok, type Result } from "#domain/kernel/result";
import type { Platform } from "#domain/platform";
import type { PlatformAdapter, Site } from "./adapter.ts";
import { parseDescribedInbox } from "./described-inbox.ts";
import { listingsReady, parseDescribedListings } from "./described-listings.ts";
import {
  inboxReady,
  isLoginPage,
  readSendNotice,
  requireSession,
  sessionOf,
  sessionReady,
  threadReady,
} from "./described-pages.ts";
import { identityAttributes, parseDescribedThread, type ThreadWords } from "./described-thread.ts";
import { fault } from "./fault.ts";
import { readListingPages } from "./listing-pages.ts";
import { entryValue, pathFor, requireConfirmed, trustedValue } from "./pack.ts";
import { sendOnce, type ThreadDesk } from "./send-once.ts";
import { loginStateOf, openPage, type Snapshot, takeSnapshot } from "./snapshot.ts";
import { THREAD_ID, threadUrlPattern } from "./thread-address.ts";

export type DescribedPlatform = ThreadWords & {
  readonly platform: Platform;
  /** Fills and submits the login form on screen: `logInByForm` or `logInByTwoSteps`. */
  readonly submitLogin: (
    site: Site,
    credentials: PlatformCredentials,
    stateOf: (snapshot: Snapshot) => LoginState | null,
  ) => Promise<Result<"in", Fault>>;
};

/** Builds the adapter. It keeps no state; each call works on the site it is given. */
export function describedAdapter(own: DescribedPlatform): PlatformAdapter {
  return {
    platform: own.platform,
    openInbox: (site) => openInbox(own, site),

    async logIn(site, credentials) {
      const allowed = requireConfirmed(site.pack, "login");
      if (!allowed.ok) return allowed;
      const opened = await openPage(site, pathFor(site.pack, "login.path"), sessionReady(site.pack));
      if (!opened.ok) return opened;
      if (sessionOf(opened.value, site.pack) === "in") return ok("in");
      return await logInThroughForm(own, site, credentials);
    },

    async readInbox(site) {
      const allowed = requireConfirmed(site.pack, "inbox");
      if (!allowed.ok) return allowed;
      const taken = await takeSnapshot(site, inboxReady(site.pack));
      if (!taken.ok) return taken;
      const live = requireSession(taken.value, site.pack);
      return live.ok ? parseDescribedInbox(taken.value, site.pack, own.zone) : live;
    },

    async readThread(site, ref) {
      const threadId = "threadId" in ref ? ref.threadId : ref.row.threadId;
      if (threadId === null || !THREAD_ID.test(threadId)) return err(invalidThreadId());
      const desk = deskOf(own, site, threadId);
      const opened = await desk.open(site);
      return opened.ok ? desk.parse(opened.value) : opened;
    },

    async readListings(site) {
      const { pack } = site;
      const session = sessionReady(pack);
      const ready = { ...session, ...listingsReady(pack, session.any ?? []) };
      return await readListingPages(site, {
        firstPath: pathFor(pack, "listings.path"),
        open: (path) => openPage(site, path, ready),
        parse: (snapshot) => {
          const live = requireSession(snapshot, pack);
          return live.ok ? parseDescribedListings(snapshot, pack, own.listingIdIn) : live;
        },
      });
    },

    async send(site, threadId, body, gate) {
      if (!THREAD_ID.test(threadId)) return { kind: "not_sent", fault: invalidThreadId() };
      return await sendOnce(site, deskOf(own, site, threadId), body, gate);
    },
  };
}

/**
 * Opens the inbox once it is confirmed; before that a page whose address was seen (session.path), which tells the state of the
 * session and nothing more.
 */
async function openInbox(own: DescribedPlatform, site: Site): Promise<Result<LoginState, Fault>> {
  const { pack } = site;
  const allowed = requireConfirmed(pack, "login");
  if (!allowed.ok) return allowed;
  const confirmed = requireConfirmed(pack, "inbox");
  if (!confirmed.ok && (await isInOnScreen(site))) return ok("in");
  const opened = confirmed.ok
    ? await openPage(site, pathFor(pack, "inbox.path"), inboxReady(pack))
    : await openPage(site, pathFor(pack, "session.path"), sessionReady(pack));
  if (!opened.ok) return loginStateOf(opened.error);
  const state = sessionOf(opened.value, pack);
  if (state !== null) return ok(state);
  if (!confirmed.ok) return confirmed;
  // Neither content nor login form: what the parser misses is what there is to tell. Never "in".
  const parsed = parseDescribedInbox(opened.value, pack, own.zone);
  return parsed.ok ? err(fault("EMPTY_WITHOUT_MARKER", "the inbox does not say that we are logged in")) : parsed;
}

/** Whether the page that a login led to says that we are in: a login page may show its form to everybody. */
async function isInOnScreen(site: Site): Promise<boolean> {
  if (!site.page.url().startsWith(`${site.origin}/`)) return false;
  const taken = await takeSnapshot(site, { ...sessionReady(site.pack), msMax: 0 });
  return taken.ok && sessionOf(taken.value, site.pack) === "in";
}

/** A page behind the login form without a sign of its own is proven by opening the inbox. */
async function logInThroughForm(
  own: DescribedPlatform,
  site: Site,
  credentials: PlatformCredentials,
): Promise<Result<"in", Fault>> {
  let isProven = false;
  const submitted = await own.submitLogin(site, credentials, (snapshot) => {
    const state = sessionOf(snapshot, site.pack);
    isProven = state === "in";
    const isElsewhere = snapshot.url.startsWith(`${site.origin}/`) && !isLoginPage(snapshot.url, site.pack);
    return state ?? (isElsewhere ? "in" : null);
  });
  if (!submitted.ok || isProven) return submitted;
  const proof = await openInbox(own, site);
  if (!proof.ok) return proof;
  if (proof.value === "in") return ok("in");
  return err(fault("LOGIN_NEEDS_HUMAN", "the platform left the login form and is not logged in"));
}

function deskOf(own: DescribedPlatform, { pack }: Site, threadId: string): ThreadDesk {
  const ready = threadReady(pack);
  return {
    open: async (site) => {
      const allowed = requireConfirmed(pack, "thread");
      if (!allowed.ok) return allowed;
      const opened = await openPage(site, pathFor(pack, "thread.path", threadId), ready);
      if (!opened.ok || (opened.value.status ?? 0) < 400) return opened;
      return err(fault("WRONG_THREAD", "the platform knows no such thread", { packKey: "thread.path" }));
    },
    look: async (site) => await takeSnapshot(site, { ...ready, msMax: 0, keepsErrorStatus: true }),
    parse: (snapshot) => {
      const live = requireSession(snapshot, pack);
      return live.ok ? parseDescribedThread(snapshot, pack, threadId, own) : live;
    },
    composer: {
      text: entryValue(pack, "composer.text"),
      submit: entryValue(pack, "composer.submit"),
      identityInput: trustedValue(pack, "thread.verify"),
      identityAttributes: identityAttributes(pack),
      identityUrl:
        trustedValue(pack, "thread.verify") === null
          ? threadUrlPattern(entryValue(pack, "thread.path"), threadId)
          : null,
      threadId,
    },
    readNotice: readSendNotice,
  };
}

function invalidThreadId(): Fault {
  return fault("WRONG_THREAD", "this cannot be a thread id", { packKey: "inbox.row_id" });
}
