// The weekly times: typed, pasted, copied; saved as a whole. Until then they stay in this tab.
import { createSignal, For, Show } from "solid-js";
import type { WeekTimes } from "#contracts/api/availability";
import { availabilityApi } from "../../api/availability-client.ts";
import { toast } from "../../parts/toasts.tsx";
import { Section } from "../../parts/unit/section.tsx";
import { intervalOf } from "../../parts/week/day-times.ts";
import { LineField } from "../../parts/week/line-field.tsx";
import { WeekDay } from "../../parts/week/week-day.tsx";
import type { WeekDraft } from "../../parts/week/week-draft.ts";
import { WEEKDAYS } from "../../words/availability.ts";
import { createAvailabilityCommand } from "./create-availability-command.ts";

export function WeekCard(props: { userId: string; saved: readonly WeekTimes[]; draft: WeekDraft }) {
  const [isChecked, setIsChecked] = createSignal(false);
  let heading: HTMLHeadingElement | undefined;
  let form!: HTMLFormElement;
  const save = createAvailabilityCommand(
    () => props.userId,
    (rules: WeekTimes[]) => availabilityApi.setWeek(props.userId, rules),
    () => {
      setIsChecked(false);
      toast("The week is saved.", "good");
      heading?.focus();
    },
  );

  function submit(): void {
    const rules = props.draft.wire();
    setIsChecked(rules === null);
    if (rules !== null) save.run(rules);
    else queueMicrotask(() => form.querySelector<HTMLInputElement>("[aria-invalid]")?.focus());
  }

  return (
    <Section
      title="Every week"
      hint="Type times as you say them: 9-12:30, 7:30pm, noon."
      headingRef={(element) => {
        heading = element;
      }}
    >
      <LineField onReplace={props.draft.replace} />
      <form
        ref={form}
        class="week"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ul class="week-days">
          <For each={WEEKDAYS}>
            {(weekday) => <WeekDay weekday={weekday} draft={props.draft} isChecked={isChecked()} />}
          </For>
        </ul>
        <Show when={props.draft.isChanged()}>
          <div class="save-bar">
            <p>Not saved yet</p>
            <button
              type="button"
              class="button is-quiet"
              onClick={() => {
                props.draft.replace(props.saved.map((rule) => ({ weekday: rule.weekday, ...intervalOf(rule) })));
                setIsChecked(false);
                heading?.focus();
              }}
            >
              Discard
            </button>
            <button type="submit" class="button is-main" disabled={save.isBusy}>
              Save
            </button>
          </div>
        </Show>
      </form>
    </Section>
  );
}
