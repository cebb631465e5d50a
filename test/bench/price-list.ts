// Puts what was counted into sentences and figures: a conversation, a poll, a minute, and months made from them. Pure.
import { browserUsd, type PollingCost, pollingMonth, usdOf } from "./bill.ts";
import { COUNTERS, type Usage } from "./usage.ts";

export type Counted = {
  readonly conversations: number;
  /** One poll that finds nothing new. */
  readonly poll: Usage;
  /** One tick of the clock, for one account. */
  readonly minute: Usage;
  /** One conversation, the polls that would have happened anyway taken off. */
  readonly conversation: Usage;
  readonly pollSeconds: number;
  /** How long an unused browser stays for the next visitor. */
  readonly keptSeconds: number;
  readonly leadMessages: number;
  /** Per conversation: visits that send, their seconds, and what polls took longer because there was something to read. */
  readonly sendVisits: number;
  readonly sendSeconds: number;
  readonly readingSeconds: number;
  readonly reconcileVisits: number;
};

const POLLING = [
  { everySeconds: 45, accounts: 1 },
  { everySeconds: 45, accounts: 5 },
  { everySeconds: 600, accounts: 1 },
  { everySeconds: 600, accounts: 5 },
] as const;
const THOUSAND = 1_000;

export function priceList(counted: Counted): { readonly text: string; readonly figures: unknown } {
  const conversation = conversationCost(counted);
  const months = POLLING.map((how) =>
    pollingMonth({
      ...how,
      visitSeconds: counted.pollSeconds,
      keptSeconds: counted.keptSeconds,
      pollUsd: usdOf(counted.poll),
      minuteUsd: usdOf(counted.minute),
    }),
  );
  const text = [countsTable(counted), "", ...conversationLines(counted, conversation), "", ...monthLines(months)].join(
    "\n",
  );
  return { text, figures: { ...counted, conversationCost: conversation, months } };
}

/** Of a thousand conversations, in dollars. `MailWoken`: each message of a lead wakes a poll of its own. */
function conversationCost(counted: Counted) {
  const { sendVisits, sendSeconds, readingSeconds, reconcileVisits, keptSeconds, leadMessages, pollSeconds, poll } =
    counted;
  const pages = sendSeconds + readingSeconds;
  const wokenPages = pages + leadMessages * pollSeconds;
  const wokenVisits = sendVisits + reconcileVisits + leadMessages;
  return {
    other: THOUSAND * usdOf(counted.conversation),
    browserOpenPages: THOUSAND * browserUsd(pages),
    otherMailWoken: THOUSAND * (usdOf(counted.conversation) + leadMessages * usdOf(poll)),
    browserMailWokenAtMost: THOUSAND * browserUsd(wokenPages + wokenVisits * keptSeconds),
  };
}

function countsTable({ poll, minute, conversation }: Counted): string {
  const head = ["", "a conversation", "a poll", "a minute of an account"];
  const rows = COUNTERS.map((name) => [name, ...[conversation, poll, minute].map((usage) => usage[name].toFixed(2))]);
  const widths = head.map((_, n) => Math.max(...[head, ...rows].map((row) => row[n]?.length ?? 0)));
  return [head, ...rows].map((row) => row.map((cell, n) => cell.padStart(widths[n] ?? 0)).join("  ")).join("\n");
}

function conversationLines(counted: Counted, cost: ReturnType<typeof conversationCost>): readonly string[] {
  const { conversations, pollSeconds, sendVisits, sendSeconds, readingSeconds, reconcileVisits } = counted;
  return [
    `a poll keeps a page open for ${pollSeconds.toFixed(2)} s; mean of ${conversations} conversations: ` +
      `${sendVisits.toFixed(2)} send visits of ${sendSeconds.toFixed(2)} s together, ${readingSeconds.toFixed(2)} s of reading, ` +
      `${reconcileVisits.toFixed(2)} read-backs`,
    `1,000 conversations beside polling: $${cost.other.toFixed(3)}, and $${cost.browserOpenPages.toFixed(2)} for open pages`,
    `1,000 conversations woken by mail: $${cost.otherMailWoken.toFixed(3)}, and at most $${cost.browserMailWokenAtMost.toFixed(2)} ` +
      "for the browser, kept after each visit",
  ];
}

function monthLines(months: readonly PollingCost[]): readonly string[] {
  return months.map((month) => {
    const each = (usd: number) => (usd / month.accounts).toFixed(2);
    return (
      `polling every ${month.everySeconds} s, ${month.accounts} account(s) on one browser: per account and month ` +
      `${(month.browserHoursPerMonth / month.accounts).toFixed(1)} browser hours = $${each(month.browserUsd)}, ` +
      `everything else $${each(month.otherUsd)}`
    );
  });
}
