// When people answer: always, or weekly hours in a zone of their own without the dates on which the organisation is closed. They
// say by when a hand-off is due, and what its lead is told. Until it is saved, a change stays in this tab.
import { createSignal, For, Show } from "solid-js";
import type { OrganisationSettings } from "#contracts/api/organisation-settings";
import { Icon } from "../../parts/icon.tsx";
import { Problem } from "../../parts/unit/problem.tsx";
import { Section } from "../../parts/unit/section.tsx";
import { ZoneField } from "../../parts/unit/zone-field.tsx";
import { LineField } from "../../parts/week/line-field.tsx";
import { WeekDay } from "../../parts/week/week-day.tsx";
import { createWeekDraft } from "../../parts/week/week-draft.ts";
import { WEEKDAYS } from "../../words/availability.ts";
import { createSettingsCommand } from "./create-settings-command.ts";

/** Monday to Friday, nine to five: what stands there when hours are set for the first time. */
const FIRST_WEEK = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1_020 }));

export function HoursCard(props: { settings: OrganisationSettings }) {
  const held = () => props.settings.businessHours;
  const draft = createWeekDraft("organisation", () => held()?.weekly ?? []);
  const [isAlways, setIsAlways] = createSignal(held() === null);
  const [zone, setZone] = createSignal(held()?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [dates, setDates] = createSignal<readonly string[]>(held()?.closedDates ?? []);
  const [isChecked, setIsChecked] = createSignal(false);
  const [problem, setProblem] = createSignal<string | null>(null);
  let heading: HTMLHeadingElement | undefined;
  const save = createSettingsCommand(
    () => props.settings,
    () => {
      setIsChecked(false);
      setProblem(null);
      heading?.focus();
    },
    setProblem,
  );

  function submit(): void {
    if (isAlways()) {
      save.run({ businessHours: null });
      return;
    }
    const weekly = draft.wire();
    setIsChecked(weekly === null);
    if (weekly === null) return;
    if (weekly.length === 0) setProblem("Write at least one time, or say that somebody is always there.");
    else save.run({ businessHours: { zone: zone(), weekly, closedDates: [...dates()] } });
  }

  function wantAlways(always: boolean): void {
    setIsAlways(always);
    if (!always && draft.rules().length === 0) draft.replace(FIRST_WEEK);
  }

  return (
    <Section
      title="Business hours"
      hint="A hand-off is due five minutes after it opened, or five minutes after you open."
      headingRef={(element) => {
        heading = element;
      }}
    >
      <form
        class="week"
        aria-label="Business hours"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <label class="switch">
          <input
            type="checkbox"
            role="switch"
            aria-checked={isAlways()}
            checked={isAlways()}
            onChange={(event) => wantAlways(event.currentTarget.checked)}
          />
          <span>Somebody is always there</span>
        </label>
        <Show when={!isAlways()}>
          <ZoneField label="Time zone of these hours" value={zone()} onInput={setZone} />
          <LineField onReplace={draft.replace} />
          <ul class="week-days">
            <For each={WEEKDAYS}>
              {(weekday) => <WeekDay weekday={weekday} draft={draft} isChecked={isChecked()} none="Closed" />}
            </For>
          </ul>
          <ClosedDates dates={dates()} onChange={setDates} />
        </Show>
        <Problem words={problem()} />
        <div class="form-orders">
          <button type="submit" class="button is-main" disabled={save.isBusy}>
            Save hours
          </button>
        </div>
      </form>
    </Section>
  );
}

function ClosedDates(props: { dates: readonly string[]; onChange: (dates: readonly string[]) => void }) {
  const [date, setDate] = createSignal("");
  const add = () => {
    if (date() === "") return;
    props.onChange([...new Set([...props.dates, date()])].sort());
    setDate("");
  };
  return (
    <div>
      <h3 class="part-sub">Closed on</h3>
      <ul class="date-rows">
        <For each={props.dates}>
          {(one) => (
            <li class="date-row">
              <span class="date-day">{one}</span>
              <button
                type="button"
                class="icon-button"
                aria-label={`Remove ${one}`}
                onClick={() => props.onChange(props.dates.filter((other) => other !== one))}
              >
                <Icon name="cross" />
              </button>
            </li>
          )}
        </For>
      </ul>
      <div class="form-orders">
        <label class="field">
          <span>Another date</span>
          <input type="date" value={date()} onInput={(event) => setDate(event.currentTarget.value)} />
        </label>
        <button type="button" class="button is-small" disabled={date() === ""} onClick={add}>
          Add the date
        </button>
      </div>
    </div>
  );
}
