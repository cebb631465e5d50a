// The rules that admit or remove a time, for everybody and agent by agent, in words and in the unit's time.
import { useQuery } from "@tanstack/solid-query";
import { createMemo, For, Show } from "solid-js";
import type { ExplanationView } from "#contracts/api/showing";
import { unitsQuery } from "../../api/queries.ts";
import { reasonGroups, reasonWords, ruleWords } from "../../words/explanation.ts";
import { Icon } from "../icon.tsx";

export function ExplanationList(props: { explanation: ExplanationView; zone: string }) {
  const units = useQuery(unitsQuery);
  const names = createMemo(() => new Map((units.isSuccess ? units.data : []).map(({ id, label }) => [id, label])));
  return (
    <div class="why-groups">
      <For each={reasonGroups(props.explanation)}>
        {(group) => (
          <div class="why-group">
            <h4>
              {group.agent === null ? "For everybody" : <bdi>{group.agent.name}</bdi>}
              <Show when={group.agent !== null && group.isOpen !== null}>
                <span class="why-verdict">{group.isOpen ? "can take it" : "cannot take it"}</span>
              </Show>
            </h4>
            <ul>
              <For each={group.reasons}>
                {(reason) => (
                  <li data-effect={reason.effect}>
                    <Icon name={reason.effect === "admits" ? "check" : "cross"} />
                    <span>
                      <strong>{ruleWords(reason.rule)}</strong>
                      <span class="visually-hidden">{reason.effect === "admits" ? " fits: " : " is against it: "}</span>
                      <span class="why-detail">{reasonWords(reason.detail, props.zone, names())}</span>
                    </span>
                  </li>
                )}
              </For>
            </ul>
          </div>
        )}
      </For>
    </div>
  );
}
