// All kinds of wordings in one language: the organisation's words where it has some, ours otherwise.
import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Match, Switch } from "solid-js";
import { LANGUAGES, type ReplyTemplateList } from "#contracts/api/reply-template";
import { wordingsQuery } from "../../api/knowledge-client.ts";
import { ProblemNote } from "../../parts/problem-note.tsx";
import { Section } from "../../parts/unit/section.tsx";
import { KIND_GROUPS, LANGUAGE_WORDS } from "../../words/wording.ts";
import { WordingRow } from "./wording-row.tsx";

export function WordingsPart(props: { isAdmin: boolean }) {
  const query = useQuery(wordingsQuery);
  const [language, setLanguage] = createSignal<(typeof LANGUAGES)[number]>("en");
  return (
    <div class="knowledge">
      <fieldset class="segments part-segments knowledge-languages">
        <legend>Language</legend>
        <For each={LANGUAGES}>
          {(one) => (
            <label>
              <input
                type="radio"
                name="language"
                value={one}
                checked={language() === one}
                onChange={() => setLanguage(one)}
              />
              <span>{LANGUAGE_WORDS[one]}</span>
            </label>
          )}
        </For>
      </fieldset>
      <Switch>
        <Match when={query.isLoadingError}>
          <ProblemNote error={query.error} title="The wordings did not load" onRetry={() => void query.refetch()} />
        </Match>
        <Match when={query.isPending}>
          <p role="status">Loading…</p>
        </Match>
        <Match when={query.data}>
          {(list) => <Groups list={list()} language={language()} isAdmin={props.isAdmin} />}
        </Match>
      </Switch>
    </div>
  );
}

function Groups(props: { list: ReplyTemplateList; language: (typeof LANGUAGES)[number]; isAdmin: boolean }) {
  return (
    <For each={KIND_GROUPS}>
      {(group) => (
        <Section title={group.title}>
          <ul class="fact-rows">
            <For each={group.kinds}>
              {(kind) => (
                <WordingRow
                  kind={kind}
                  language={props.language}
                  about={props.list.kinds.find((one) => one.kind === kind)}
                  own={props.list.templates.find((one) => one.kind === kind && one.language === props.language)?.text}
                  isAdmin={props.isAdmin}
                />
              )}
            </For>
          </ul>
        </Section>
      )}
    </For>
  );
}
