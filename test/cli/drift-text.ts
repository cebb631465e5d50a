// The drift report for a person: one line an entry, then the parser's own words. Judges nothing.
import type { EntryReport } from "#browser/drift";
import type { PageReport, Reading } from "#browser/saved-page-report";

type Head = { readonly platform: string; readonly page: string; readonly packVersion: number };

export function driftText(
  { platform, page, packVersion }: Head,
  { entries, session, reading, isRedacted }: PageReport,
): string {
  const widest = Math.max(...entries.map(({ key }) => key.length), 0);
  const missing = entries.filter(({ verdict }) => verdict === "MISSING").map(({ key }) => key);
  return [
    `${platform}, ${page} page, pack version ${packVersion}`,
    "",
    ...entries.flatMap((entry) => linesOf(entry, widest)),
    "",
    `session  ${session ?? "the page does not say"}`,
    ...(reading === null ? [] : [`parser   ${wordsOf(reading)}`]),
    ...(isRedacted ? ["The page is redacted: ids look alike, so the parser may count several rows as one."] : []),
    missing.length === 0 ? "Every needed entry matches." : `No longer matched, and needed: ${missing.join(", ")}.`,
  ].join("\n");
}

function linesOf(entry: EntryReport, widest: number): readonly string[] {
  const { key, value, mark, matches, verdict, note, perhaps } = entry;
  const line = `${verdict.padEnd(10)} ${key.padEnd(widest)} ${String(matches).padStart(4)} × ${mark.padEnd(7)} ${value}`;
  const remark = note === null ? "" : `  (${note})`;
  return [`${line}${remark}`, ...(perhaps === null ? [] : [`${"".padEnd(11)}perhaps ${perhaps}`])];
}

function wordsOf(reading: Reading): string {
  switch (reading.kind) {
    case "inbox":
      return `${reading.rows} rows`;
    case "thread":
      return `${reading.inbound} messages of the lead, ${reading.outbound} of ours, ${reading.other} others`;
    case "fault": {
      const { code, packKey, message } = reading.fault;
      return `${code}${packKey === undefined ? "" : ` at ${packKey}`}: ${message}`;
    }
  }
}
