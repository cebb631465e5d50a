// What the model cost today, and how often the rules decided without it, by reason.
import { For, Show } from "solid-js";
import type { ModelView } from "#contracts/api/model";
import { Section } from "../../parts/unit/section.tsx";
import { FALLBACK_WORDS, tokenWords } from "../../words/model.ts";

export function TodayCard(props: { view: ModelView }) {
  const today = () => props.view.today;
  return (
    <Section title="Today" hint={`${today().day}, by UTC`}>
      <dl class="pairs">
        <dt>Questions</dt>
        <dd>{today().calls}</dd>
        <dt>Spent</dt>
        <dd>{tokenWords(today().tokensIn + today().tokensOut)}</dd>
        <Show when={today().reserved > 0}>
          <dt>Set aside</dt>
          <dd>{tokenWords(today().reserved)}, for questions under way or never counted</dd>
        </Show>
        <dt>Left</dt>
        <dd>{tokenWords(today().left)}</dd>
      </dl>
      <div>
        <h3 class="part-sub">Decided without it</h3>
        <Show
          when={today().fallbacks.length > 0}
          fallback={<p class="part-empty">No message went without the model that was meant for it.</p>}
        >
          <ul class="model-fallbacks">
            <For each={today().fallbacks}>
              {({ code, times }) => (
                <li>
                  <b>{times}</b> {FALLBACK_WORDS[code]}
                </li>
              )}
            </For>
          </ul>
        </Show>
      </div>
    </Section>
  );
}
