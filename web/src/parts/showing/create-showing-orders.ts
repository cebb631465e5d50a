// Gives the orders of one showing: what is safe is shown at once, what nothing can undo waits a few seconds, and what the
// server refuses is said in its words.
import { useQueryClient } from "@tanstack/solid-query";
import type { Accessor } from "solid-js";
import type { ShowingView } from "#contracts/api/showing";
import { nextStatuses, type ShowingStatus } from "#domain/showing/status";
import { day } from "../../api/day.ts";
import { keepShowing, refreshDay, showAs } from "../../api/day-queries.ts";
import { createCommand } from "../../primitives/create-command.ts";
import { STATUS_WORDS } from "../../words/showing.ts";
import { useLive } from "../live-context.tsx";
import { toast } from "../toasts.tsx";
import { type HeldOrder, heldOrder, holdOrder, settle, takeBack } from "./held-orders.ts";
import { isFinal } from "./orders.ts";

export type ShowingOrderGiver = {
  readonly give: (status: ShowingStatus) => void;
  /** What was tapped and is not certain yet. */
  readonly held: Accessor<HeldOrder | undefined>;
  readonly undo: () => void;
  readonly isBusy: Accessor<boolean>;
};

export function createShowingOrders(showing: Accessor<ShowingView>): ShowingOrderGiver {
  const client = useQueryClient();
  const live = useLive();
  const key = () => `showing ${showing().id}`;
  const set = createCommand(({ id, status }: { id: string; status: ShowingStatus }) => day.setStatus(id, status), {
    done: (changed, { status }) => {
      keepShowing(client, changed);
      settle(`showing ${changed.id}`);
      if (!isFinal(status)) toast(`Noted: ${STATUS_WORDS[status].toLowerCase()}.`, "good");
    },
    refused: () => {
      settle(key());
      refreshDay(client);
      return false;
    },
  });
  return {
    give(status) {
      const { id } = showing();
      if (isFinal(status)) {
        const words = `Marked: ${STATUS_WORDS[status].toLowerCase()}`;
        live.announce(`${words}. You can still undo it.`);
        holdOrder(key(), words, () => set.run({ id, status }));
        return;
      }
      showAs(client, { ...showing(), status, mayBecome: [...nextStatuses(status)] });
      set.run({ id, status });
    },
    held: () => heldOrder(key()),
    undo: () => takeBack(key()),
    isBusy: () => set.isBusy,
  };
}
