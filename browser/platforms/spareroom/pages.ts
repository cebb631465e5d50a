// SpareRoom's pages: when each counts as loaded, and what it says of our session. Reads snapshots; clicks nothing.
import type { LoginState } from "#contracts/browser";
import { readMarkup } from "../../markup.ts";
import { entryValue, type Pack, trustedValue } from "../../pack.ts";
import type { ReadyRule, Snapshot } from "../../snapshot.ts";

/** Where the login form is asked to lead back to. */
export function loginPath(pack: Pack): string {
  return `${entryValue(pack, "login.path")}?loginfrom_url=${encodeURIComponent(entryValue(pack, "inbox.path"))}`;
}

/** The inbox shows rows, its own words for "empty", the gate, or the login form. */
export function inboxReady(pack: Pack): ReadyRule {
  return {
    any: [entryValue(pack, "inbox.row"), entryValue(pack, "inbox.empty"), ...sessionSigns(pack)],
    anyText: [entryValue(pack, "login.gate")],
  };
}

/** A thread shows its messages, the gate, or the login form. */
export function threadReady(pack: Pack): ReadyRule {
  return {
    any: [entryValue(pack, "thread.message"), ...sessionSigns(pack)],
    anyText: [entryValue(pack, "login.gate")],
    visible: noticesOf(pack),
  };
}

/** The list of own adverts shows its total, cards, the gate, or the login form. */
export function listingsReady(pack: Pack): ReadyRule {
  const cards = ["listings.total", "listings.row"].map((key) => entryValue(pack, key));
  return { any: [...cards, ...sessionSigns(pack)], anyText: [entryValue(pack, "login.gate")] };
}

/** Either sign ends the wait: pages of SpareRoom come whole from the server. */
function sessionSigns(pack: Pack): readonly string[] {
  return [entryValue(pack, "login.marker"), entryValue(pack, "login.password")];
}

function noticesOf(pack: Pack): Record<string, string> {
  const notices: Record<string, string> = {};
  for (const key of ["send.failed", "send.held"]) {
    const css = trustedValue(pack, key);
    if (css !== null) notices[key] = css;
  }
  return notices;
}

/**
 * What the page says of our session, or null when it says nothing. The gate stands at the asked address with status 200 and looks
 * like an empty page to a careless reader. A lead may write the gate's words: the logout link outweighs them.
 */
export function sessionOf(snapshot: Snapshot, pack: Pack): LoginState | null {
  const page = readMarkup(snapshot.html);
  if (page.first(entryValue(pack, "login.marker")) !== null) return "in";
  if (snapshot.text.toLowerCase().includes(entryValue(pack, "login.gate").toLowerCase())) return "gate";
  if (/\/logon\.pl$/.test(new URL(snapshot.url).pathname)) return "out";
  if (page.first(entryValue(pack, "inbox.row")) !== null || page.first(entryValue(pack, "thread.message")) !== null)
    return "in";
  return page.first(entryValue(pack, "login.password")) === null ? null : "out";
}
