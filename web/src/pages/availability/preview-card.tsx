// What the next two weeks look like: every day with its times, by the same rules as the times that leads are offered.
import { createMemo, For, Show } from "solid-js";
import type { Availability } from "#contracts/api/availability";
import { type DayInterval, dayRules, intervalsOf } from "#domain/slots/day-rules";
import type { DateOverride, WeeklyRule } from "#domain/slots/scenario";
import { Section } from "../../parts/unit/section.tsx";
import { intervalOf } from "../../parts/week/day-times.ts";
import { TimeWords } from "../../parts/week/time-words.tsx";
import { timesWords } from "../../words/availability.ts";
import { dayWords } from "../../words/day.ts";
import { zoneWords } from "../../words/unit.ts";

const DAYS = 14;
/** What a bar shows at least, so that days can be compared: eight to eight. */
const MORNING = 8 * 60;
const EVENING = 20 * 60;

export function PreviewCard(props: {
  availability: Availability;
  zone: string;
  weekly: readonly WeeklyRule[];
  isChanged: boolean;
  today: number;
}) {
  const days = createMemo(() => {
    const rules = dayRules({ weekly: props.weekly, overrides: overridesOf(props.availability) });
    return Array.from({ length: DAYS }, (_, n) => {
      const day = props.today + n;
      return { day, intervals: intervalsOf(rules, day), isOwn: rules.overrides.has(day) };
    });
  });
  const range = createMemo(() => {
    const all = days().flatMap((one) => one.intervals);
    return {
      from: Math.min(MORNING, ...all.map((one) => one.fromMinute)),
      to: Math.max(EVENING, ...all.map((one) => one.toMinute)),
    };
  });
  return (
    <Section
      title="The next two weeks"
      hint={`${props.isChanged ? "As it will be once the week is saved. " : ""}Times in ${zoneWords(props.zone)}.`}
    >
      <ul class="preview">
        <For each={days()}>
          {(one) => (
            <li class="preview-day" data-off={one.intervals.length === 0 ? "yes" : undefined}>
              <span class="preview-name">{one.day === props.today ? "Today" : dayWords(one.day)}</span>
              <Bar intervals={one.intervals} from={range().from} to={range().to} />
              <span class="preview-times">
                <Show when={one.intervals.length > 0} fallback={one.isOwn ? "Away" : "Not available"}>
                  <TimeWords times={timesWords(one.intervals)} />
                  <Show when={one.isOwn}>
                    <span class="preview-own"> (other hours)</span>
                  </Show>
                </Show>
              </span>
            </li>
          )}
        </For>
      </ul>
    </Section>
  );
}

function overridesOf({ overrides }: Availability): readonly DateOverride[] {
  return overrides.flatMap(({ date, intervals }): DateOverride[] =>
    intervals.length === 0
      ? [{ date, isAvailable: false }]
      : intervals.map((one) => ({ date, isAvailable: true, ...intervalOf(one) })),
  );
}

/** The day as a line: where it is filled there is time. The words beside it say the same. */
function Bar(props: { intervals: readonly DayInterval[]; from: number; to: number }) {
  return (
    <svg
      class="preview-bar"
      viewBox={`${props.from} 0 ${props.to - props.from} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <For each={props.intervals}>
        {(one) => <rect x={one.fromMinute} y="0" width={one.toMinute - one.fromMinute} height="1" />}
      </For>
    </svg>
  );
}
