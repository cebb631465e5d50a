// Looks at what the twins hold and at the board, again and again. The board is read from its table: no conversation is asked,
// so that looking wakes nobody. What does not answer leaves the last look as it was.
import type { ConversationList, ConversationRow } from "#contracts/api/conversation";
import type { Platform } from "#domain/platform";
import type { WorkboardClient } from "../e2e/workboard-client.ts";
import { copiesOf, type Held } from "./compare.ts";
import type { Entry } from "./ledger.ts";
import type { Standing } from "./recovery.ts";
import type { TwinProcess } from "./twin-process.ts";
import { within } from "./within.ts";

const LOOK_MS_MAX = 3_000;
const PAGE_ROWS = 100;

export type Watch = {
  lookAtTwins(): Promise<void>;
  lookAtBoard(): Promise<void>;
  held(): readonly Held[];
  rowOf(lead: string): ConversationRow | undefined;
  rows(): readonly ConversationRow[];
  /** How these entries stand as of the last look. */
  standing(entries: readonly Entry[]): Standing;
};

export function makeWatch(twins: readonly TwinProcess[], client: WorkboardClient): Watch {
  const heldBy = new Map<string, readonly Held[]>();
  let rows: readonly ConversationRow[] = [];
  const held = () => [...heldBy.values()].flat();
  const rowOf = (lead: string) => rows.find((row) => row.leadName?.startsWith(lead));
  return {
    lookAtTwins: async () => {
      await Promise.all(
        twins.map(async ({ platform, client: twin }) => {
          const messages = await within(LOOK_MS_MAX, twin.messages()).catch(() => null);
          if (messages === null) return;
          heldBy.set(platform, heldIn(platform, messages));
        }),
      );
    },
    lookAtBoard: async () => {
      rows = (await within(LOOK_MS_MAX, allRows(client)).catch(() => null)) ?? rows;
    },
    held,
    rowOf,
    rows: () => rows,
    standing: (entries) => {
      const all = held();
      return new Map(
        entries.map((entry) => {
          const how = `${copiesOf(entry, all).length} ${rowOf(entry.lead)?.sending ?? "no row"}`;
          return [entry.key, { platform: entry.platform, how }];
        }),
      );
    },
  };
}

/** Ours, oldest first, each with the number of the lead's words before it. */
function heldIn(platform: Platform, messages: Awaited<ReturnType<TwinProcess["client"]["messages"]>>): readonly Held[] {
  const words = new Map<string, number>();
  return messages.flatMap(({ threadId, text, from }) => {
    const turn = words.get(threadId) ?? 0;
    if (from === "host") return [{ platform, threadId, text, turn }];
    words.set(threadId, turn + 1);
    return [];
  });
}

async function allRows(client: WorkboardClient): Promise<readonly ConversationRow[]> {
  const rows: ConversationRow[] = [];
  let cursor = "";
  for (;;) {
    const { status, body } = await client.call("GET", `/api/conversations?view=all&limit=${PAGE_ROWS}${cursor}`);
    if (status >= 300) throw new Error(`the board answered ${status}`);
    const page = body as ConversationList;
    rows.push(...page.conversations);
    if (page.nextCursor === null) return rows;
    cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`;
  }
}
