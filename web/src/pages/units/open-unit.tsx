// One unit on the screen: its name, what it lacks, and its parts. Admins change them; agents read.
import { A, useNavigate } from "@solidjs/router";
import { createEffect, createMemo, For, Match, Show, Switch } from "solid-js";
import type { UnitView } from "#contracts/api/unit";
import { Chip } from "../../parts/chip.tsx";
import { Note } from "../../parts/note.tsx";
import { ProblemNote } from "../../parts/problem-note.tsx";
import { AssignmentsCard } from "../../parts/unit/assignments-card.tsx";
import { BasicsCard } from "../../parts/unit/basics-card.tsx";
import { FactsCard } from "../../parts/unit/facts-card.tsx";
import { ListingsCard } from "../../parts/unit/listings-card.tsx";
import { WindowsCard } from "../../parts/unit/windows-card.tsx";
import { knowledgePath, UNITS_PATH } from "../../paths.ts";
import { lacksOf, zoneWords } from "../../words/unit.ts";
import { PaneHead } from "./pane-head.tsx";
import type { UnitsQuery } from "./unit-list.tsx";

export function OpenUnit(props: { query: UnitsQuery; id: string; isAdmin: boolean; search: string }) {
  const unit = createMemo(() =>
    props.query.isSuccess ? props.query.data?.find((one) => one.id === props.id) : undefined,
  );
  return (
    <Switch>
      <Match when={props.query.isLoadingError}>
        <ProblemNote
          error={props.query.error}
          title="The unit did not load"
          onRetry={() => void props.query.refetch()}
        />
      </Match>
      <Match when={props.query.isPending}>
        <p class="page" role="status">
          Loading…
        </p>
      </Match>
      <Match when={unit() === undefined}>
        <Note icon="search" title="This unit is not yours to see">
          <p>It does not exist, or it is assigned to somebody else.</p>
          <A class="button" href={`${UNITS_PATH}${props.search}`}>
            Back to the list
          </A>
        </Note>
      </Match>
      <Match when={unit()?.id} keyed>
        <Show when={unit()}>{(held) => <Pane unit={held()} isAdmin={props.isAdmin} search={props.search} />}</Show>
      </Match>
    </Switch>
  );
}

function Pane(props: { unit: UnitView; isAdmin: boolean; search: string }) {
  const navigate = useNavigate();
  const lacks = () => lacksOf(props.unit);
  createEffect(() => {
    document.title = `${props.unit.label} · lease-bot`;
  });
  return (
    <article class="unit" aria-labelledby="unit-title">
      <PaneHead search={props.search} title={props.unit.label} focusOn={props.unit.id}>
        <p class="facts-line">
          <span>{zoneWords(props.unit.zone)}</span>
          <span>
            {props.unit.groupSize === 1 ? "One lead at a time" : `Up to ${props.unit.groupSize} leads at a time`}
          </span>
          <span>
            <A class="unit-answers" href={knowledgePath(props.unit.id)}>
              Answers
            </A>
          </span>
        </p>
      </PaneHead>
      <div class="unit-body">
        <Show when={props.isAdmin && lacks().length > 0}>
          <div class="chips unit-lacks">
            <For each={lacks()}>{(lack) => <Chip tone={lack.tone}>{lack.words}</Chip>}</For>
          </div>
        </Show>
        <div class="unit-column">
          <FactsCard unit={props.unit} isAdmin={props.isAdmin} />
          <BasicsCard
            unit={props.unit}
            isAdmin={props.isAdmin}
            onRemoved={() => navigate(`${UNITS_PATH}${props.search}`, { replace: true })}
          />
        </div>
        <div class="unit-column">
          <WindowsCard unit={props.unit} isAdmin={props.isAdmin} />
          <AssignmentsCard unit={props.unit} isAdmin={props.isAdmin} />
          <ListingsCard unit={props.unit} isAdmin={props.isAdmin} />
        </div>
      </div>
    </article>
  );
}
