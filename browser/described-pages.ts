// The pages of a platform that its pack alone describes (server-rendered inbox, thread and composer): when each counts as loaded and
// what it says of our session. Reads snapshots; clicks nothing. What stands in the pages is read in described-inbox and -thread.
import type { Fault, LoginState } from "#contracts/browser";
import { err, ok, type Result } from "#domain/kernel/result";
import { fault } from "./fault.ts";
import { readMarkup } from "./markup.ts";
import { entryValue, type Pack, trustedValue } from "./pack.ts";
import type { ReadyRule, Snapshot } from "./snapshot.ts";

/** What of a snapshot the parsers and the session reading need. */
export type DescribedPage = Pick<Snapshot, "html" | "url" | "status" | "visible" | "takenAtMs">;

/** The pages come whole from the server: what is not there after this long will not come. */
const DESCRIBED_READY_MS_MAX = 5_000;

/** Content that only somebody who is logged in gets to see. Guesses that nobody confirmed are not among it. */
const SIGNED_IN_KEYS = [
  "login.marker",
  "inbox.row",
  "inbox.empty",
  "thread.message",
  "thread.empty",
  "thread.verify",
] as const;
const LOGIN_KEYS = ["login.username", "login.password"] as const;
const NOTICE_KEYS = ["send.failed", "send.held"] as const;

/** Any page that tells whether we are in. */
export function sessionReady(pack: Pack): ReadyRule {
  return { any: valuesOf(pack, [...LOGIN_KEYS, "login.marker"]), msMax: DESCRIBED_READY_MS_MAX };
}

/** The inbox shows rows, its own mark of being empty, or the login form. */
export function inboxReady(pack: Pack): ReadyRule {
  return {
    any: valuesOf(pack, ["inbox.row", "inbox.empty", ...LOGIN_KEYS]),
    visible: named(pack, ["inbox.empty"]),
    msMax: DESCRIBED_READY_MS_MAX,
  };
}

/** A thread shows its messages, its own mark of being empty, a notice about a send, or the login form. */
export function threadReady(pack: Pack): ReadyRule {
  return {
    any: valuesOf(pack, ["thread.message", "thread.empty", ...NOTICE_KEYS, ...LOGIN_KEYS]),
    visible: named(pack, ["thread.empty", ...NOTICE_KEYS]),
    msMax: DESCRIBED_READY_MS_MAX,
  };
}

/**
 * What the page says of our session, or null when it says nothing. On the login page the form decides, whatever else stands there;
 * elsewhere content of a logged-in account does. The login form at another address is a gate.
 */
export function sessionOf(page: DescribedPage, pack: Pack): LoginState | null {
  const markup = readMarkup(page.html);
  const shows = (keys: readonly string[]) => valuesOf(pack, keys).some((css) => markup.first(css) !== null);
  if (isLoginPage(page.url, pack) && shows(LOGIN_KEYS)) return "out";
  if (shows(SIGNED_IN_KEYS)) return "in";
  return shows(LOGIN_KEYS) ? "gate" : null;
}

/** Whether an address is the one of the login form. */
export function isLoginPage(url: string, pack: Pack): boolean {
  const path = (address: string) => new URL(address, "http://site.invalid").pathname.replace(/\/$/, "");
  return path(url) === path(entryValue(pack, "login.path"));
}

/** Pages of a lost session are never read as empty ones. A page that says nothing is left to its parser, which is strict. */
export function requireSession(page: DescribedPage, pack: Pack): Result<void, Fault> {
  const state = sessionOf(page, pack);
  if (state === "in" || state === null) return ok(undefined);
  return err(fault("SESSION_EXPIRED", "the page asks to log in"));
}

/** What the page itself says about a send: "refused" outweighs "held". */
export function readSendNotice({ visible }: Pick<Snapshot, "visible">): "refused" | "held" | null {
  if (visible["send.failed"]) return "refused";
  return visible["send.held"] ? "held" : null;
}

function valuesOf(pack: Pack, keys: readonly string[]): readonly string[] {
  return keys.map((key) => trustedValue(pack, key)).filter((value) => value !== null);
}

function named(pack: Pack, keys: readonly string[]): Record<string, string> {
  const found = keys.map((key) => [key, trustedValue(pack, key)] as const);
  return Object.fromEntries(found.filter((pair): pair is [string, string] => pair[1] !== null));
}
