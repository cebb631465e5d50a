// One unit in the list: its name, who shows it, where, how many listings stand for it, and what it lacks.
import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { UnitView } from "#contracts/api/unit";
import { Chip } from "../../parts/chip.tsx";
import { unitPath } from "../../paths.ts";
import { lacksOf, listingsWords, shownByWords, zoneWords } from "../../words/unit.ts";

export function UnitRow(props: { unit: UnitView; search: string; isAdmin: boolean }) {
  const lacks = () => (props.isAdmin ? lacksOf(props.unit) : []);
  return (
    <li>
      <A class="row" activeClass="is-open" href={unitPath(props.unit.id, props.search)}>
        <span class="row-top">
          <span class="row-lead">
            <bdi>{props.unit.label}</bdi>
          </span>
        </span>
        <span class="facts-line">
          <span class="facts-line-long">
            <bdi>{props.isAdmin ? shownByWords(props.unit) : zoneWords(props.unit.zone)}</bdi>
          </span>
          <Show when={props.isAdmin}>
            <span>{zoneWords(props.unit.zone)}</span>
          </Show>
          <span>{listingsWords(props.unit.listings.length)}</span>
        </span>
        <Show when={lacks().length > 0}>
          <span class="row-marks">
            <For each={lacks()}>{(lack) => <Chip tone={lack.tone}>{lack.words}</Chip>}</For>
          </span>
        </Show>
      </A>
    </li>
  );
}
