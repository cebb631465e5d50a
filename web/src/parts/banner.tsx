// A strip across a pane that a person must not miss: an incident, a refusal, a warning before sending.
import type { JSX } from "solid-js";
import { Icon, type IconName } from "./icon.tsx";

export function Banner(props: {
  tone: "warn" | "bad" | "plain";
  icon: IconName;
  title: string;
  children?: JSX.Element;
}) {
  return (
    <div class="banner" data-tone={props.tone} role={props.tone === "plain" ? "note" : "alert"}>
      <Icon name={props.icon} />
      <div class="banner-body">
        <p class="banner-title">{props.title}</p>
        {props.children}
      </div>
    </div>
  );
}
