// What is on record about a unit, edited in place. Replies state this and nothing else; what is out of date they leave out.
import { createSignal, For, Show } from "solid-js";
import type { UnitView } from "#contracts/api/unit";
import { unitApi } from "../../api/unit-client.ts";
import { factTitle, MOST_ASKED } from "../../words/unit.ts";
import { Icon } from "../icon.tsx";
import { toast } from "../toasts.tsx";
import { createUnitCommand } from "./create-unit-command.ts";
import { FactForm } from "./fact-form.tsx";
import { FactRow } from "./fact-row.tsx";
import { Section } from "./section.tsx";

export function FactsCard(props: { unit: UnitView; isAdmin: boolean }) {
  /** The name to begin with ("" for one to be typed); null while nothing is added. */
  const [adding, setAdding] = createSignal<string | null>(null);
  const [refusal, setRefusal] = createSignal<string | null>(null);
  let heading: HTMLHeadingElement | undefined;
  const names = () => props.unit.facts.map((fact) => fact.name);
  const missing = () => MOST_ASKED.filter((name) => !names().includes(name));
  const add = createUnitCommand(
    (fact: { name: string; value: string | number; validUntil: string | null }) =>
      unitApi.recordFact(props.unit.id, fact.name, { value: fact.value, validUntil: fact.validUntil }),
    (_unit, { name }) => {
      setAdding(null);
      setRefusal(null);
      toast(`On record: ${factTitle(name).toLowerCase()}.`, "good");
      heading?.focus();
    },
    setRefusal,
  );
  return (
    <Section
      title="Facts"
      hint="Replies state what stands here. What is missing or out of date goes to a person."
      headingRef={(element) => {
        heading = element;
      }}
      command={
        <Show when={props.isAdmin && adding() === null}>
          <button type="button" class="button is-small" onClick={() => setAdding("")}>
            Add a fact
          </button>
        </Show>
      }
    >
      <Show when={adding() !== null}>
        <FactForm
          name={adding() ?? ""}
          isNew
          value=""
          validUntil={null}
          zone={props.unit.zone}
          isBusy={add.isBusy}
          refusal={refusal()}
          onSave={add.run}
          onCancel={() => {
            setAdding(null);
            setRefusal(null);
            heading?.focus();
          }}
        />
      </Show>
      <Show when={names().length > 0} fallback={<p class="part-empty">Nothing is on record yet.</p>}>
        <ul class="fact-rows">
          <For each={names()}>
            {(name) => (
              <FactRow unit={props.unit} name={name} isAdmin={props.isAdmin} onGone={() => heading?.focus()} />
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.isAdmin && missing().length > 0}>
        <div class="asked">
          <p class="part-hint">Leads often ask about these:</p>
          <ul class="asked-names">
            <For each={missing()}>
              {(name) => (
                <li>
                  <button type="button" class="button is-small" onClick={() => setAdding(name)}>
                    <Icon name="plus" />
                    {factTitle(name)}
                  </button>
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
    </Section>
  );
}
