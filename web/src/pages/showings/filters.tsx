// Which showings: days, status and order (list only), unit, and for admins the agent. On a phone they fold away, and say what they hold.
import { useQuery } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { SHOWING_FILTERS, SHOWING_ORDERS } from "#contracts/api/showing";
import { membersQuery } from "../../api/day-queries.ts";
import { unitsQuery } from "../../api/queries.ts";
import { Icon } from "../../parts/icon.tsx";
import { useMe } from "../../parts/session-context.ts";
import { STATUS_WORDS } from "../../words/showing.ts";
import { RANGES, type ShowingPlace } from "./showing-place.ts";

const RANGE_WORDS = {
  coming: "Coming",
  week: "This week",
  last7: "Last 7 days",
  last30: "Last 30 days",
  dates: "Between dates",
} as const;

const ORDER_WORDS = { earliest: "Earliest first", latest: "Latest first" } as const;

type Choice = readonly [value: string, words: string];

export function Filters(props: { place: ShowingPlace; onChange: (change: Partial<ShowingPlace>) => void }) {
  const me = useMe();
  const isAdmin = () => me().role === "admin";
  const units = useQuery(unitsQuery);
  const members = useQuery(() => ({ ...membersQuery(), enabled: isAdmin() }));
  const unitChoices = (): Choice[] => (units.isSuccess ? units.data.map(({ id, label }) => [id, label]) : []);
  const agentChoices = (): Choice[] => (members.isSuccess ? members.data.map(({ id, name }) => [id, name]) : []);
  const isList = () => props.place.view === "list";
  return (
    <search class="showing-filters" aria-label="Which showings">
      <Show when={isList()}>
        <Choose
          label="When"
          value={props.place.range}
          choices={RANGES.map((one) => [one, RANGE_WORDS[one]])}
          onChoose={(value) =>
            props.onChange({ range: RANGES.find((one) => one === value) ?? "coming", from: null, to: null })
          }
        />
        <Show when={props.place.range === "dates"}>
          <DateField label="From" value={props.place.from} onChange={(from) => props.onChange({ from })} />
          <DateField label="To" value={props.place.to} onChange={(to) => props.onChange({ to })} />
        </Show>
        <Choose
          label="Status"
          value={props.place.status ?? ""}
          all="Any status"
          choices={SHOWING_FILTERS.map((one) => [one, one === "open" ? "Not over" : STATUS_WORDS[one]])}
          onChoose={(value) => props.onChange({ status: SHOWING_FILTERS.find((one) => one === value) ?? null })}
        />
        <Choose
          label="Order"
          value={props.place.order}
          choices={SHOWING_ORDERS.map((one) => [one, ORDER_WORDS[one]])}
          onChoose={(value) => props.onChange({ order: SHOWING_ORDERS.find((one) => one === value) ?? "earliest" })}
        />
      </Show>
      <Choose
        label="Unit"
        value={props.place.unit ?? ""}
        all="Every unit"
        choices={unitChoices()}
        onChoose={(value) => props.onChange({ unit: value === "" ? null : value })}
      />
      <Show when={isAdmin()}>
        <Choose
          label="Agent"
          value={props.place.agent ?? ""}
          all="Every agent"
          choices={[["me", "Me"], ...agentChoices().filter(([id]) => id !== me().user.id)]}
          onChoose={(value) => props.onChange({ agent: value === "" ? null : value })}
        />
      </Show>
    </search>
  );
}

function Choose(props: {
  label: string;
  value: string;
  choices: readonly Choice[];
  all?: string;
  onChoose: (value: string) => void;
}) {
  // An id that is not (or not yet) among the choices must not look like "all".
  const isKnown = () => props.value === "" || props.choices.some(([value]) => value === props.value);
  return (
    <label class="select">
      <span class="visually-hidden">{props.label}</span>
      <select
        data-set={props.all !== undefined && props.value !== "" ? "yes" : undefined}
        onChange={(event) => props.onChoose(event.currentTarget.value)}
      >
        <Show when={props.all}>
          <option value="" selected={props.value === ""}>
            {props.all}
          </option>
        </Show>
        <Show when={!isKnown()}>
          <option value={props.value} selected>
            {props.label}: another one
          </option>
        </Show>
        <For each={props.choices}>
          {([value, words]) => (
            <option value={value} selected={value === props.value}>
              {words}
            </option>
          )}
        </For>
      </select>
      <Icon name="chevron" />
    </label>
  );
}

function DateField(props: { label: string; value: string | null; onChange: (date: string | null) => void }) {
  return (
    <label class="field showing-date">
      <span>{props.label}</span>
      <input
        type="date"
        value={props.value ?? ""}
        onChange={(event) => props.onChange(event.currentTarget.value === "" ? null : event.currentTarget.value)}
      />
    </label>
  );
}
