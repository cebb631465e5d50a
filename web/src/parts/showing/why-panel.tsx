// Why a showing stands where it stands: the rules that admit its time and those that would be against it now.
import { useQuery } from "@tanstack/solid-query";
import { Match, Switch } from "solid-js";
import type { ShowingView } from "#contracts/api/showing";
import { explanationQuery } from "../../api/day-queries.ts";
import { toProblem } from "../../api/problem.ts";
import { ExplanationList } from "./explanation-list.tsx";

export function WhyPanel(props: { showing: ShowingView }) {
  // The showing itself has taken its place, which says nothing against it.
  const why = useQuery(() => explanationQuery(props.showing.unit.id, props.showing.start, props.showing.id));
  return (
    <section class="why" aria-label="Why this time?">
      <Switch>
        <Match when={why.isLoadingError}>
          <p role="alert">{toProblem(why.error).message}</p>
        </Match>
        <Match when={why.isPending}>
          <p role="status">Loading…</p>
        </Match>
        <Match when={why.data}>
          {(explanation) => (
            <>
              <p class="why-lead">What admits this time, and what would be against it as things are now.</p>
              <ExplanationList explanation={explanation()} zone={props.showing.unit.zone} />
            </>
          )}
        </Match>
      </Switch>
    </section>
  );
}
