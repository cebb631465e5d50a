// Gives the orders of one follow-up: done and skipped wait a few seconds in which they can be taken back, putting off goes at once.
import { useQueryClient } from "@tanstack/solid-query";
import type { Accessor } from "solid-js";
import { day } from "../../api/day.ts";
import { refreshDay } from "../../api/day-queries.ts";
import { keepConversation, refreshConversation } from "../../api/queries.ts";
import { createCommand } from "../../primitives/create-command.ts";
import { useLive } from "../live-context.tsx";
import { type HeldOrder, heldOrder, holdOrder, settle, takeBack } from "../showing/held-orders.ts";
import { type FollowUpKey, hideDealtWith, showAgain } from "./dealt-with.ts";

type Act = { readonly act: "complete" | "skip" } | { readonly act: "snooze"; readonly untilMs: number };

export type FollowUpOrderGiver = {
  readonly close: (act: "complete" | "skip") => void;
  readonly snooze: (untilMs: number) => void;
  /** What was tapped and is not certain yet. */
  readonly held: Accessor<HeldOrder | undefined>;
  readonly undo: () => void;
};

/** What was tapped, in words. */
const HELD_WORDS = { complete: "Followed up", skip: "Skipped" } as const;

export function createFollowUpOrders(followUp: FollowUpKey, conversationId: string): FollowUpOrderGiver {
  const client = useQueryClient();
  const live = useLive();
  // A row of the queue goes when it is dealt with: what it was must outlive it.
  const row = { id: followUp.id, dueAt: followUp.dueAt };
  const key = `follow-up ${row.id}`;
  const send = createCommand((order: Act) => requestOf(row.id, order), {
    done: (conversation) => {
      hideDealtWith(row);
      settle(key);
      keepConversation(client, conversation);
      refreshDay(client);
    },
    refused: () => {
      settle(key);
      showAgain(row);
      refreshDay(client);
      refreshConversation(client, conversationId);
      return false;
    },
  });
  return {
    close(act) {
      live.announce(`${HELD_WORDS[act]}. You can still undo it.`);
      holdOrder(key, HELD_WORDS[act], () => send.run({ act }));
    },
    snooze(untilMs) {
      hideDealtWith(row);
      send.run({ act: "snooze", untilMs });
    },
    held: () => heldOrder(key),
    undo: () => takeBack(key),
  };
}

function requestOf(id: string, order: Act) {
  switch (order.act) {
    case "complete":
      return day.completeFollowUp(id);
    case "skip":
      return day.skipFollowUp(id);
    case "snooze":
      return day.snoozeFollowUp(id, order.untilMs);
  }
}
