// All answers that replies may give word for word: those for every unit first, then unit by unit.
import { useQuery } from "@tanstack/solid-query";
import { createMemo, createSignal, For, Match, Show, Switch } from "solid-js";
import type { KnowledgeView } from "#contracts/api/knowledge";
import type { UnitView } from "#contracts/api/unit";
import { knowledgeApi, knowledgeQuery } from "../../api/knowledge-client.ts";
import { allUnitsQuery } from "../../api/unit-queries.ts";
import { Note } from "../../parts/note.tsx";
import { ProblemNote } from "../../parts/problem-note.tsx";
import { toast } from "../../parts/toasts.tsx";
import { Section } from "../../parts/unit/section.tsx";
import { AnswerFilters } from "./answer-filters.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { AnswerRow } from "./answer-row.tsx";
import { createAnswerCommand } from "./create-answer-command.ts";
import { EVERY_UNIT, filtered, type KnowledgeFilter } from "./knowledge-filter.ts";

export function AnswersPart(props: {
  isAdmin: boolean;
  filter: KnowledgeFilter;
  onFilter: (change: Partial<KnowledgeFilter>) => void;
}) {
  const query = useQuery(knowledgeQuery);
  const units = useQuery(allUnitsQuery);
  const [isAdding, setIsAdding] = createSignal(false);
  let adder: HTMLButtonElement | undefined;
  const all = () => (query.isSuccess ? query.data : []);
  const known = () => (units.isSuccess ? units.data : []);
  const found = createMemo(() => filtered(all(), props.filter));
  const groups = createMemo(() => [...Map.groupBy(found(), (entry) => entry.unit?.id ?? EVERY_UNIT).keys()]);
  const add = createAnswerCommand(knowledgeApi.add, () => {
    setIsAdding(false);
    toast("Replies may say it from now on.", "good");
    adder?.focus();
  });
  return (
    <div class="knowledge">
      <AnswerFilters
        filter={props.filter}
        entries={all()}
        units={known()}
        onChange={props.onFilter}
        command={
          <Show when={props.isAdmin}>
            <button
              type="button"
              class="button is-main"
              ref={(element) => {
                adder = element;
              }}
              onClick={() => setIsAdding(true)}
            >
              Add an answer
            </button>
          </Show>
        }
      />
      <Show when={isAdding()}>
        <section class="card part" aria-label="New answer">
          <AnswerForm
            units={known()}
            unitId={props.filter.of === EVERY_UNIT || props.filter.of === "" ? null : props.filter.of}
            isBusy={add.isBusy}
            problems={add.problems()}
            onSave={add.run}
            onCancel={() => {
              setIsAdding(false);
              add.forget();
              adder?.focus();
            }}
          />
        </section>
      </Show>
      <Switch>
        <Match when={query.isLoadingError}>
          <ProblemNote error={query.error} title="The answers did not load" onRetry={() => void query.refetch()} />
        </Match>
        <Match when={query.isPending}>
          <p role="status">Loading…</p>
        </Match>
        <Match when={all().length === 0}>
          <Note icon="search" title="No answer yet">
            <p>
              {props.isAdmin
                ? "Write down what leads ask again and again and no fact of a unit answers: packages, bikes, keys."
                : "An admin writes down here what leads ask again and again."}
            </p>
          </Note>
        </Match>
        <Match when={found().length === 0}>
          <Note icon="search" title="Nothing matches">
            <p>No answer fits what you look for.</p>
            <button
              type="button"
              class="button"
              onClick={() => props.onFilter({ q: "", of: "", isExpiredOnly: false })}
            >
              Show all answers
            </button>
          </Note>
        </Match>
        <Match when={found().length > 0}>
          <For each={groups()}>
            {(group) => <Group group={group} entries={found()} units={known()} isAdmin={props.isAdmin} />}
          </For>
        </Match>
      </Switch>
    </div>
  );
}

function Group(props: {
  group: string;
  entries: readonly KnowledgeView[];
  units: readonly UnitView[];
  isAdmin: boolean;
}) {
  let heading: HTMLHeadingElement | undefined;
  const entries = () => props.entries.filter((entry) => (entry.unit?.id ?? EVERY_UNIT) === props.group);
  const ids = () => entries().map((entry) => entry.id);
  return (
    <Section
      title={entries()[0]?.unit?.name ?? "Every unit"}
      hint={props.group === EVERY_UNIT ? "Said where a unit has no answer of its own." : undefined}
      headingRef={(element) => {
        heading = element;
      }}
    >
      <ul class="fact-rows">
        <For each={ids()}>
          {(id) => (
            <AnswerRow
              entry={entries().find((entry) => entry.id === id)}
              units={props.units}
              isAdmin={props.isAdmin}
              onGone={() => heading?.focus()}
            />
          )}
        </For>
      </ul>
    </Section>
  );
}
