// Why a unit cannot be removed, in words: what hangs on it, and what to do. Writes nothing.
import type { UnitTies } from "#workers/store/unit-removal";

/** "2 showings and 1 conversation belong to this unit, so it stays on record. …" */
export function tiesWords({ showings, conversations, agents, listings }: UnitTies): string {
  const parts = [
    counted(showings, "showing"),
    counted(conversations, "conversation"),
    counted(agents, "agent"),
    counted(listings, "listing"),
  ].filter((part) => part !== null);
  const list = new Intl.ListFormat("en-US").format(parts);
  if (showings + conversations > 0) {
    const verb = showings + conversations + agents + listings === 1 ? "belongs" : "belong";
    return `${list} ${verb} to this unit, so it stays on record. Take its agents off it, and no lead is offered a time there.`;
  }
  const them = agents + listings === 1 ? "hangs" : "hang";
  return `${list} still ${them} on this unit. Take its agents off it and unlink its listings, then remove it.`;
}

function counted(count: number, word: string): string | null {
  if (count === 0) return null;
  return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}
