// Open times cut by the unit's local days, in order. Pure.
import type * as z from "zod/mini";
import type { slotListSchema } from "#contracts/api/showing";
import { placeDate } from "../../words/place-time.ts";

export type Slot = z.infer<typeof slotListSchema>["slots"][number];
export type SlotDay = { readonly date: string; readonly slots: readonly Slot[] };

/** What somebody chose to book or to move to. */
export type SlotChoice = {
  readonly start: string;
  /** Null: the first who can. */
  readonly agentId: string | null;
  /** An admin's word against the rules. */
  readonly isOverride: boolean;
};

export function slotsByDay(slots: readonly Slot[], zone: string): readonly SlotDay[] {
  const days: { date: string; slots: Slot[] }[] = [];
  for (const slot of slots) {
    const date = placeDate(slot.start, zone);
    const last = days.at(-1);
    if (last?.date === date) last.slots.push(slot);
    else days.push({ date, slots: [slot] });
  }
  return days;
}
