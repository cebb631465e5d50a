// A small mark with words. The tone colours it; the words alone must be enough to understand it.
import { type JSX, Show } from "solid-js";
import { Icon, type IconName } from "./icon.tsx";

export type ChipTone = "plain" | "busy" | "warn" | "bad" | "good";

export function Chip(props: { tone: ChipTone; icon?: IconName; children: JSX.Element }) {
  return (
    <span class="chip" data-tone={props.tone}>
      <Show when={props.icon}>{(name) => <Icon name={name()} />}</Show>
      {props.children}
    </span>
  );
}
