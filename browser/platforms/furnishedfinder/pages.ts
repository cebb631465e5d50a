// FurnishedFinder's pages: when each counts as loaded, and what it says of our session. Reads snapshots; clicks nothing.
import type { Fault, LoginState } from "#contracts/browser";
import { ok, type Result } from "#domain/kernel/result";
import type { Site } from "../../adapter.ts";
import { readMarkup } from "../../markup.ts";
import { entryValue, type Pack, trustedValue } from "../../pack.ts";
import { openPage, type ReadyRule, type Snapshot, takeSnapshot } from "../../snapshot.ts";

/**
 * Opens a members' page. A page that is titled 403 and says nothing of a block is what visitors without a session were seen to get
 * here: it comes back as a page, for `sessionOf` to read.
 */
export async function openMembersPage(site: Site, path: string, ready: ReadyRule): Promise<Result<Snapshot, Fault>> {
  return await orSignedOut(site, await openPage(site, path, ready));
}

/** Takes the members' page on screen down, with the same exception. */
export async function takeMembersPage(site: Site, ready: ReadyRule): Promise<Result<Snapshot, Fault>> {
  return await orSignedOut(site, await takeSnapshot(site, ready));
}

async function orSignedOut(site: Site, opened: Result<Snapshot, Fault>): Promise<Result<Snapshot, Fault>> {
  if (opened.ok || opened.error.code !== "BLOCKED") return opened;
  const bare = await takeSnapshot(site, { any: ["html"], msMax: 0, keepsErrorStatus: true });
  const isSignedOut =
    bare.ok && bare.value.title.includes("403") && !/blocked|denied|cloudflare|ray id/i.test(bare.value.text);
  return isSignedOut ? ok(bare.value) : opened;
}

/** The inbox shows rows, its confirmed mark of being empty, or the login dialog drawn inside it. */
export function inboxReady(pack: Pack): ReadyRule {
  return {
    any: [entryValue(pack, "inbox.row"), ...trusted(pack, "inbox.empty")],
    anyText: gateWords(pack),
    visible: visibleOf(pack, ["inbox.empty"]),
  };
}

/** A thread shows messages, its confirmed mark of being empty or absent, or the login dialog. */
export function threadReady(pack: Pack): ReadyRule {
  return {
    any: [entryValue(pack, "thread.message"), ...trusted(pack, "thread.empty"), ...trusted(pack, "thread.none")],
    anyText: gateWords(pack),
    visible: visibleOf(pack, ["thread.empty", "thread.none"]),
  };
}

/** The login dialog, whatever else is on the page. */
export function loginLook(pack: Pack): ReadyRule {
  return {
    visible: visibleOf(pack, ["login.code", "login.failed"]),
    msMax: 0,
  };
}

/** Guesses are looked for only once they are confirmed; the signs of a login dialog always are. */
function visibleOf(pack: Pack, keys: readonly string[]): Record<string, string> {
  const guessed = keys.flatMap((key) => trusted(pack, key).map((css) => [key, css] as const));
  const signs = ["login.opener", "login.username", "login.password"].map(
    (key) => [key, entryValue(pack, key)] as const,
  );
  return Object.fromEntries([...guessed, ...signs]);
}

function trusted(pack: Pack, key: string): readonly string[] {
  const css = trustedValue(pack, key);
  return css === null ? [] : [css];
}

function gateWords(pack: Pack): readonly string[] {
  return ["login.gate", "login.gate_forgot", "login.gate_member"].map((key) => entryValue(pack, key));
}

/**
 * What a members' page says of our session, or null when it says nothing. The dialog is drawn inside the asked page, with the right
 * address and title: only its words tell. Leads may write these words, so without its field they count on a bare page alone.
 */
export function sessionOf(snapshot: Snapshot, pack: Pack): LoginState | null {
  const page = readMarkup(snapshot.html);
  const text = snapshot.text.toLowerCase();
  const hasWords = gateWords(pack).some((words) => text.includes(words.toLowerCase()));
  const hasContent = ["inbox.row", "thread.message"].some((key) => page.first(entryValue(pack, key)) !== null);
  if (hasWords && (snapshot.visible["login.username"] || !hasContent)) return "gate";
  if (hasContent || snapshot.visible["inbox.empty"] || snapshot.visible["thread.empty"]) return "in";
  const title = snapshot.title.trim();
  if (title === "" || title.includes("403")) return "out";
  return snapshot.visible["login.opener"] ? "out" : null;
}
