// FurnishedFinder's inbox page to a reading. Pure: a look in, rows or a typed fault out. Rows have neither id nor link, and names repeat:
// a row is known by its position and its mark until a click reveals the thread's id.
import type { Fault, InboxReading, InboxRow } from "#contracts/browser";
import { err, ok, type Result } from "#domain/kernel/result";
import { readClockText } from "../../clock-text.ts";
import { fault, selectorMissing } from "../../fault.ts";
import { type Markup, readMarkup } from "../../markup.ts";
import { entryValue, type Pack, trustedValue } from "../../pack.ts";
import { rowMark } from "../../row-mark.ts";
import type { Snapshot } from "../../snapshot.ts";

export type InboxLook = Pick<Snapshot, "html" | "visible" | "takenAtMs" | "zone">;

/** Reads the rows in page order. No rows without the confirmed, visible mark of an empty inbox is a fault. */
export function parseInbox(look: InboxLook, pack: Pack): Result<InboxReading, Fault> {
  const page = readMarkup(look.html);
  const buttons = page.all(entryValue(pack, "inbox.row"));
  if (buttons.length === 0) {
    const hasNames = page.all("button").some((button) => button.first(entryValue(pack, "inbox.name")) !== null);
    if (hasNames) return err(selectorMissing("inbox.row", "inbox"));
    if (look.visible["inbox.empty"]) return ok({ rows: [], takenAtMs: look.takenAtMs });
    const message = "the inbox shows no rows and does not say that it is empty";
    return err(fault("EMPTY_WITHOUT_MARKER", message, { packKey: "inbox.row" }));
  }
  const rows: InboxRow[] = [];
  for (const button of buttons) {
    const row = readRow(button, rows.length, look, pack);
    if (row === null) return err(selectorMissing("inbox.name", "inbox row"));
    rows.push(row);
  }
  return ok({ rows, takenAtMs: look.takenAtMs });
}

function readRow(button: Markup, position: number, look: InboxLook, pack: Pack): InboxRow | null {
  const leadName = button.first(entryValue(pack, "inbox.name"))?.line() ?? "";
  if (leadName === "") return null;
  const { date, shown } = readParts(button, leadName, pack);
  const time = readClockText(date, { zone: look.zone, nowMs: look.takenAtMs });
  const preview = shown.replace(/^You:\s*/, "");
  const unread = trustedValue(pack, "inbox.unread");
  return {
    threadId: null,
    position,
    leadName,
    preview,
    previewDirection: preview === shown ? "unknown" : "outbound",
    isUnread: unread === null ? null : button.first(unread) !== null,
    // "May. 12" or a clock: both are instants of their own, so the mark changes with a message and, once, when its clock turns into a date.
    mark: rowMark([leadName, shown, String(time.ms ?? date)]),
  };
}

/** Confirmed parts first. Otherwise by their order: initials, name, date, then the preview. */
function readParts(button: Markup, leadName: string, pack: Pack): { readonly date: string; readonly shown: string } {
  const part = (key: string) => button.first(trustedValue(pack, key) ?? "never-an-element")?.line() ?? null;
  const lines = button
    .all("*")
    .filter((leaf) => leaf.first("*") === null && leaf.closest("[data-testid*='unread']") === null)
    .map((leaf) => leaf.line())
    .filter((line) => line !== "");
  const after = lines.slice(lines.indexOf(leadName) + 1);
  const isDate = readClockText(after[0] ?? "", { zone: "UTC", nowMs: Date.UTC(2026, 0, 1) }).precision !== "none";
  return {
    date: part("inbox.date") ?? (isDate ? (after[0] ?? "") : ""),
    shown: part("inbox.preview") ?? after.slice(isDate ? 1 : 0).join(" "),
  };
}
