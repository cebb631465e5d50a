// Moves a showing to another open time.
import type { ShowingView } from "#contracts/api/showing";
import { day } from "../../api/day.ts";
import { leadWords } from "../../words/showing.ts";
import { toast } from "../toasts.tsx";
import { showingWhen } from "./showing-time.tsx";
import { SlotDialog } from "./slot-dialog.tsx";

export function MoveDialog(props: { showing: ShowingView; onClose: () => void }) {
  const zone = () => props.showing.unit.zone;
  return (
    <SlotDialog
      title="Reschedule the showing"
      lead={
        <>
          <bdi>{props.showing.unit.name}</bdi> with <bdi>{leadWords(props.showing)}</bdi>, now on{" "}
          {showingWhen(props.showing.start, zone())}. The old time becomes free.
        </>
      }
      unitId={props.showing.unit.id}
      except={props.showing}
      zone={zone()}
      verb="Move it"
      act={(key, choice) =>
        day.move(props.showing.id, key, {
          start: choice.start,
          ...(choice.agentId === null ? {} : { agentId: choice.agentId }),
          ...(choice.isOverride ? { isOverride: true } : {}),
        })
      }
      onDone={(showing) => toast(`Moved to ${showingWhen(showing.start, zone())}.`, "good")}
      onClose={props.onClose}
    />
  );
}
