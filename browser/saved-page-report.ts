// What the drift report says of one saved page: the pack's entries one by one, and what the platform's own parser makes of the page. Pure.
import type { Fault, InboxReading, LoginState } from "#contracts/browser";
import type { ThreadSighting } from "#domain/conversation/sighting";
import type { Result } from "#domain/kernel/result";
import { type EntryReport, reportDrift } from "./drift.ts";
import { isDrift } from "./drift-watch.ts";
import type { Pack } from "./pack.ts";
import type { PageKind } from "./page-entries.ts";
import { pageReaderFor } from "./platforms/page-reader.ts";
import { ARTEFACT_MARK } from "./redact.ts";
import { openSavedPage } from "./saved-page.ts";

export type PageReport = {
  readonly entries: readonly EntryReport[];
  /** What the page says of our session; null when it says nothing. */
  readonly session: LoginState | null;
  /** What the parser read; null on pages that have none (login, listings). */
  readonly reading: Reading | null;
  /** A redacted page: its ids look alike, so that the parser may count rows as one. */
  readonly isRedacted: boolean;
  /** Whether a needed entry no longer matches, or the parser misses one. */
  readonly isDrifted: boolean;
};

export type Reading =
  | { readonly kind: "inbox"; readonly rows: number }
  | { readonly kind: "thread"; readonly inbound: number; readonly outbound: number; readonly other: number }
  | { readonly kind: "fault"; readonly fault: Fault };

export type SavedPageFile = {
  readonly html: string;
  readonly kind: PageKind;
  /** Where the page was; null when that is not known. */
  readonly address: string | null;
};

export function reportSavedPage({ html, kind, address }: SavedPageFile, pack: Pack, nowMs: number): PageReport {
  const entries = reportDrift(html, pack, kind);
  const { snapshot, threadId } = openSavedPage(html, pack, kind, address, nowMs);
  const reader = pageReaderFor(pack.platform);
  const session = reader.session(snapshot, pack);
  const reading =
    kind === "inbox"
      ? readingOf(reader.inbox(snapshot, pack), countRows)
      : kind === "thread"
        ? readingOf(reader.thread(snapshot, pack, threadId), countMessages)
        : null;
  const isMissing = entries.some((entry) => entry.verdict === "MISSING");
  const isRedacted = html.startsWith(ARTEFACT_MARK);
  return {
    entries,
    session,
    reading,
    isRedacted,
    isDrifted: isMissing || (reading?.kind === "fault" && isDrift(reading.fault)),
  };
}

function readingOf<Value>(read: Result<Value, Fault>, count: (value: Value) => Reading): Reading {
  return read.ok ? count(read.value) : { kind: "fault", fault: read.error };
}

function countRows({ rows }: InboxReading): Reading {
  return { kind: "inbox", rows: rows.length };
}

function countMessages({ messages }: ThreadSighting): Reading {
  const of = (direction: string) => messages.filter((message) => message.direction === direction).length;
  const [inbound, outbound] = [of("inbound"), of("outbound")];
  return { kind: "thread", inbound, outbound, other: messages.length - inbound - outbound };
}
