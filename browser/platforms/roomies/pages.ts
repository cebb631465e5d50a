// Roomies' pages: when each counts as loaded, and what it says of our session. Reads snapshots; clicks nothing.
import type { LoginState } from "#contracts/browser";
import { probeOf } from "../../in-page.ts";
import { readMarkup } from "../../markup.ts";
import { entryValue, type Pack, trustedValue } from "../../pack.ts";
import type { ReadyRule, Snapshot } from "../../snapshot.ts";
import { probeThread } from "./page-code.ts";
import { readProbed } from "./parse-thread.ts";

/** "Loading messages" was seen for up to 12 s; a little more, so that the last of them counts. */
export const THREAD_READY_MS_MAX = 14_000;

/** The inbox shows rows, its confirmed mark of being empty, the login form, or the words of the gate. */
export function inboxReady(pack: Pack): ReadyRule {
  const row = entryValue(pack, "inbox.row");
  return {
    // The filter links match the row's selector too and come first: a row has parts.
    any: [`:is(${row}) :is(${entryValue(pack, "inbox.name")})`, ...trusted(pack, "inbox.empty"), ...loginForm(pack)],
    anyText: [entryValue(pack, "login.gate")],
    visible: visibleOf(pack, ["inbox.empty"]),
  };
}

/** A thread shows its messages once "Loading messages" is gone. */
export function threadReady(pack: Pack): ReadyRule {
  return {
    any: [entryValue(pack, "thread.message"), ...trusted(pack, "thread.empty"), ...loginForm(pack)],
    anyText: [entryValue(pack, "login.gate")],
    notWhileText: [entryValue(pack, "thread.loading")],
    visible: visibleOf(pack, ["thread.empty", "send.failed", "send.held"]),
    msMax: THREAD_READY_MS_MAX,
    probe: probeOf(probeThread, {
      message: entryValue(pack, "thread.message"),
      body: entryValue(pack, "thread.body"),
      bubble: entryValue(pack, "thread.bubble"),
      time: entryValue(pack, "thread.time"),
      held: trustedValue(pack, "send.held"),
      failed: trustedValue(pack, "send.failed"),
      subtitle: entryValue(pack, "thread.subtitle").toLowerCase(),
    }),
  };
}

/** The page as it is. A refusal may be all that it shows, with a status of its own. */
export function lookAfterClick(pack: Pack): ReadyRule {
  const ready = threadReady(pack);
  return { ...ready, any: [...(ready.any ?? []), ...trusted(pack, "send.failed")], msMax: 0, keepsErrorStatus: true };
}

/** Only confirmed guesses are looked for. */
function visibleOf(pack: Pack, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(keys.flatMap((key) => trusted(pack, key).map((css) => [key, css] as const)));
}

function trusted(pack: Pack, key: string): readonly string[] {
  const css = trustedValue(pack, key);
  return css === null ? [] : [css];
}

function loginForm(pack: Pack): readonly string[] {
  return [entryValue(pack, "login.password")];
}

/**
 * What a page says of our session, or null when it says nothing. Leads may write the gate's words, so whatever only a session shows
 * (rows, their filters, messages) outweighs them. The gate's words and the password field are guesses, used only against being in.
 */
export function sessionOf(snapshot: Snapshot, pack: Pack): LoginState | null {
  const page = readMarkup(snapshot.html);
  if (new URL(snapshot.url).pathname.replace(/\/$/, "") === entryValue(pack, "login.path")) return "out";
  const hasMessages = (readProbed(snapshot)?.items.length ?? 0) > 0;
  const isInside = (href: string | null) => /^\/inbox\//.test(new URL(href ?? "", snapshot.url).pathname);
  const hasRows = page.all(entryValue(pack, "inbox.row")).some((link) => isInside(link.attribute("href")));
  if (hasMessages || hasRows) return "in";
  if (snapshot.visible["inbox.empty"] || snapshot.visible["thread.empty"]) return "in";
  if (snapshot.text.toLowerCase().includes(entryValue(pack, "login.gate").toLowerCase())) return "gate";
  return page.first(entryValue(pack, "login.password")) === null ? null : "out";
}
