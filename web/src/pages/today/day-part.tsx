// The frame of one part of the day: a heading with a count, and what stands there while it loads, when it did not load, and
// when there is nothing.
import { createUniqueId, type JSX, Match, Show, Switch } from "solid-js";
import { toProblem } from "../../api/problem.ts";
import { Icon } from "../../parts/icon.tsx";

/** What a part needs to know of its query. */
type PartQuery = {
  readonly isLoadingError: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly refetch: () => unknown;
};

export function DayPart(props: {
  id: string;
  title: string;
  count: number;
  query: PartQuery;
  empty: { readonly title: string; readonly text: JSX.Element };
  headingRef?: (heading: HTMLHeadingElement) => void;
  command?: JSX.Element;
  children: JSX.Element;
}) {
  const titleId = createUniqueId();
  return (
    <section class="card day-part" id={props.id} aria-labelledby={titleId}>
      <header class="day-head">
        <h2 id={titleId} tabindex="-1" ref={(heading) => props.headingRef?.(heading)}>
          {props.title}{" "}
          <Show when={props.count > 0}>
            <span class="day-count">{props.count}</span>
          </Show>
        </h2>
        {props.command}
      </header>
      <Switch fallback={props.children}>
        <Match when={props.query.isLoadingError}>
          <div class="day-quiet" role="alert">
            <p>{toProblem(props.query.error).message}</p>
            <button type="button" class="button is-small" onClick={() => void props.query.refetch()}>
              Try again
            </button>
          </div>
        </Match>
        <Match when={props.query.isPending}>
          <div class="day-waiting" role="status" aria-label={`Loading: ${props.title}`}>
            <i />
            <i />
          </div>
        </Match>
        <Match when={props.count === 0}>
          <div class="day-quiet">
            <p class="day-well">
              <Icon name="check" />
              {props.empty.title}
            </p>
            <p>{props.empty.text}</p>
          </div>
        </Match>
      </Switch>
    </section>
  );
}
