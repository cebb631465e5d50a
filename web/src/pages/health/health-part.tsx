// The frame of one part of the page: a heading that can take the focus, a command beside it, and what it shows while it
// loads, when it did not load, and when there is nothing.
import { createUniqueId, type JSX, Match, Switch } from "solid-js";
import { toProblem } from "../../api/problem.ts";
import { Icon } from "../../parts/icon.tsx";

export type PartState = "loading" | "failed" | "empty" | "full";

export function HealthPart(props: {
  title: string;
  state: PartState;
  error: unknown;
  onRetry: () => void;
  empty: { readonly title: string; readonly text: string };
  /** Takes the focus when the row that held it is gone. */
  headingRef?: (heading: HTMLHeadingElement) => void;
  command?: JSX.Element;
  children: JSX.Element;
}) {
  const titleId = createUniqueId();
  return (
    <section class="card health-part" aria-labelledby={titleId}>
      <header class="health-head">
        <h2 id={titleId} tabindex="-1" ref={(heading) => props.headingRef?.(heading)}>
          {props.title}
        </h2>
        {props.command}
      </header>
      <Switch>
        <Match when={props.state === "loading"}>
          <p class="health-quiet" role="status">
            Loading…
          </p>
        </Match>
        <Match when={props.state === "failed"}>
          <div class="health-quiet" role="alert">
            <p>{toProblem(props.error).message}</p>
            <button type="button" class="button is-small" onClick={() => props.onRetry()}>
              Try again
            </button>
          </div>
        </Match>
        <Match when={props.state === "empty"}>
          <div class="health-quiet">
            <p class="health-well">
              <Icon name="check" />
              {props.empty.title}
            </p>
            <p>{props.empty.text}</p>
          </div>
        </Match>
        <Match when={props.state === "full"}>{props.children}</Match>
      </Switch>
    </section>
  );
}
