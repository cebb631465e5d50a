// Days on which something else holds than every week: away, or other hours.
import { createSignal, For, Show } from "solid-js";
import type { Availability } from "#contracts/api/availability";
import { readDate } from "#domain/kernel/civil-day";
import { availabilityApi } from "../../api/availability-client.ts";
import { Icon } from "../../parts/icon.tsx";
import { toast } from "../../parts/toasts.tsx";
import { Section } from "../../parts/unit/section.tsx";
import { intervalOf } from "../../parts/week/day-times.ts";
import { TimeWords } from "../../parts/week/time-words.tsx";
import { timesWords } from "../../words/availability.ts";
import { dayWords } from "../../words/day.ts";
import { createAvailabilityCommand } from "./create-availability-command.ts";
import { DateForm } from "./date-form.tsx";

export function DatesCard(props: { availability: Availability; zone: string; today: number }) {
  const [isAdding, setIsAdding] = createSignal(false);
  let heading: HTMLHeadingElement | undefined;
  const userId = () => props.availability.user.id;
  const upcoming = () => props.availability.overrides.filter((one) => (readDate(one.date) ?? 0) >= props.today);
  const dates = () => upcoming().map((one) => one.date);
  const clear = createAvailabilityCommand(
    userId,
    (date: string) => availabilityApi.clearDate(userId(), date),
    (_now, date) => {
      toast(`${dateTitle(date)} is as every week again.`);
      heading?.focus();
    },
  );
  const close = () => {
    setIsAdding(false);
    heading?.focus();
  };
  return (
    <Section
      title="Days that differ"
      hint="They take the place of the week on that day."
      headingRef={(element) => {
        heading = element;
      }}
      command={
        <Show when={!isAdding()}>
          <button type="button" class="button is-small" onClick={() => setIsAdding(true)}>
            Add
          </button>
        </Show>
      }
    >
      <Show when={isAdding()}>
        <DateForm userId={userId()} today={props.today} onClose={close} />
      </Show>
      <Show when={dates().length > 0} fallback={<p class="part-empty">No day differs from the week.</p>}>
        <ul class="date-rows">
          <For each={dates()}>
            {(date) => (
              <li class="date-row">
                <span class="date-day">{dateTitle(date)}</span>
                <span class="date-times">
                  <TimeWords times={dateTimes(upcoming(), date)} />
                </span>
                <button
                  type="button"
                  class="icon-button"
                  disabled={clear.isBusy}
                  aria-label={`Let the week hold on ${dateTitle(date)}`}
                  onClick={() => clear.run(date)}
                >
                  <Icon name="cross" />
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Section>
  );
}

function dateTitle(date: string): string {
  const day = readDate(date);
  return day === null ? date : dayWords(day);
}

function dateTimes(overrides: Availability["overrides"], date: string): readonly string[] {
  const intervals = overrides.find((one) => one.date === date)?.intervals ?? [];
  return intervals.length === 0 ? ["Away"] : timesWords(intervals.map(intervalOf));
}
