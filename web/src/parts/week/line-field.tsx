// A week pasted as one line. What was understood is shown while it is typed, and only then may it take the week's place.
import { createMemo, createSignal, For, Match, Show, Switch } from "solid-js";
import { readAvailabilityLine } from "#domain/slots/availability-line";
import { LINE_CHARS_MAX } from "#domain/slots/limits";
import type { WeeklyRule } from "#domain/slots/scenario";
import { weekLines } from "../../words/availability.ts";
import { TimeWords } from "./time-words.tsx";

export function LineField(props: { onReplace: (rules: readonly WeeklyRule[]) => void }) {
  const [text, setText] = createSignal("");
  const read = createMemo(() => (text().trim() === "" ? null : readAvailabilityLine(text())));
  const rules = () => {
    const found = read();
    return found?.ok ? found.value : null;
  };
  const refused = () => {
    const found = read();
    return found === null || found.ok ? null : found.error;
  };
  return (
    <div class="line-field">
      <label class="field">
        <span>Paste a line, or type one</span>
        <textarea
          rows="1"
          maxlength={LINE_CHARS_MAX}
          placeholder="Mon–Thu 7:30-9pm, Sat 10-2"
          spellcheck={false}
          value={text()}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <div role="status">
        <Switch>
          <Match when={rules()}>
            {(found) => (
              <div class="line-read">
                <p class="part-sub">Understood as</p>
                <ul>
                  <For each={weekLines(found())} fallback={<li>No time at all</li>}>
                    {(line) => (
                      <li>
                        {line.days} <TimeWords times={line.times} />
                      </li>
                    )}
                  </For>
                </ul>
              </div>
            )}
          </Match>
          <Match when={refused()}>
            {(why) => (
              <p class="form-problem">
                {why().message} {why().next}
              </p>
            )}
          </Match>
        </Switch>
      </div>
      <Show when={rules()}>
        {(found) => (
          <button
            type="button"
            class="button is-small"
            onClick={() => {
              props.onReplace(found());
              setText("");
            }}
          >
            Put this in place of the week
          </button>
        )}
      </Show>
    </div>
  );
}
