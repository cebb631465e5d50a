// Says on a showing that its lead is not to be contacted, and that it stands until somebody calls it off.
import { Show } from "solid-js";
import type { ShowingView } from "#contracts/api/showing";
import { Icon } from "../icon.tsx";

export function StandsNote(props: { showing: ShowingView }) {
  return (
    <Show when={props.showing.isLeadSuppressed && props.showing.mayBecome.length > 0}>
      <p class="showing-stands">
        <Icon name="stop" />
        <span>
          Asked not to be contacted. The showing still stands
          {props.showing.isKeepAsked ? ": call it off or keep it." : "."}
        </span>
      </p>
    </Show>
  );
}
