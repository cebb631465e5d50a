// What replies say in the organisation's own words: answers to questions, and wordings. Admins write, agents read.
// Loaded only when opened.
import { useSearchParams } from "@solidjs/router";
import { createEffect, For, Match, Switch } from "solid-js";
import { useMe } from "../../parts/session-context.ts";
import { AnswersPart } from "./answers-part.tsx";
import { type KnowledgeFilter, knowledgeFilterParams, parseKnowledgeFilter, VIEWS } from "./knowledge-filter.ts";
import { WordingsPart } from "./wordings-part.tsx";
import "../../styles/units.css";
import "../../styles/knowledge.css";

const VIEW_WORDS = { answers: "Answers", wordings: "Wordings" } as const;

export function KnowledgePage() {
  const me = useMe();
  const [query, setQuery] = useSearchParams();
  const isAdmin = () => me().role === "admin";
  const filter = () => parseKnowledgeFilter(query);
  const change = (wanted: Partial<KnowledgeFilter>) =>
    setQuery(knowledgeFilterParams({ ...filter(), ...wanted }), { replace: true, scroll: false });
  createEffect(() => {
    document.title = "Knowledge · lease-bot";
  });
  return (
    <div class="page">
      <header class="page-head">
        <h1>Knowledge</h1>
        <p>What replies say in your own words.</p>
      </header>
      <fieldset class="tabs knowledge-views">
        <legend class="visually-hidden">View</legend>
        <For each={VIEWS}>
          {(view) => (
            <button type="button" class="tab" aria-pressed={filter().view === view} onClick={() => change({ view })}>
              {VIEW_WORDS[view]}
            </button>
          )}
        </For>
      </fieldset>
      <Switch>
        <Match when={filter().view === "answers"}>
          <AnswersPart isAdmin={isAdmin()} filter={filter()} onFilter={change} />
        </Match>
        <Match when={filter().view === "wordings"}>
          <WordingsPart isAdmin={isAdmin()} />
        </Match>
      </Switch>
    </div>
  );
}
