// A state that fills a pane: empty, failed, not found. Always says what to do.
import { type JSX, Show } from "solid-js";
import { Icon, type IconName } from "./icon.tsx";

export function Note(props: { icon?: IconName; title: string; children?: JSX.Element; isAlert?: boolean }) {
  return (
    <div class="note" role={props.isAlert ? "alert" : undefined}>
      <Show when={props.icon}>{(name) => <Icon name={name()} />}</Show>
      <p class="note-title">{props.title}</p>
      <div class="note-text">{props.children}</div>
    </div>
  );
}
