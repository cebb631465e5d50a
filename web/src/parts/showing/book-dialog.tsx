// Books a showing by hand for the lead of a conversation.

import { useQuery } from "@tanstack/solid-query";
import type { Conversation } from "#contracts/api/conversation";
import { day } from "../../api/day.ts";
import { slotsQuery } from "../../api/day-queries.ts";
import { toast } from "../toasts.tsx";
import { showingWhen } from "./showing-time.tsx";
import { SlotDialog } from "./slot-dialog.tsx";

export function BookDialog(props: {
  conversation: Conversation;
  unit: { readonly id: string; readonly name: string };
  onClose: () => void;
}) {
  const slots = useQuery(() => slotsQuery(props.unit.id));
  const zone = () => (slots.isSuccess ? slots.data.zone : "UTC");
  return (
    <SlotDialog
      title="Book a showing"
      lead={
        <>
          <bdi>{props.unit.name}</bdi>, for <bdi>{props.conversation.leadName ?? "the lead of this conversation"}</bdi>.
        </>
      }
      unitId={props.unit.id}
      zone={zone()}
      verb="Book it"
      act={(key, choice) =>
        day.book(key, {
          unitId: props.unit.id,
          conversationId: props.conversation.id,
          start: choice.start,
          ...(choice.agentId === null ? {} : { agentId: choice.agentId }),
          ...(choice.isOverride ? { isOverride: true } : {}),
        })
      }
      onDone={(showing) => toast(`Booked for ${showingWhen(showing.start, zone())}.`, "good")}
      onClose={props.onClose}
    />
  );
}
