// One fact: what it is, its value, until when it holds; a form in its place while an admin changes it.
import { createSignal, Show } from "solid-js";
import type { UnitView } from "#contracts/api/unit";
import { type FactChange, unitApi } from "../../api/unit-client.ts";
import { dateWords } from "../../words/day.ts";
import { factTitle } from "../../words/unit.ts";
import { Icon } from "../icon.tsx";
import { toast } from "../toasts.tsx";
import { createUnitCommand } from "./create-unit-command.ts";
import { FactForm } from "./fact-form.tsx";
import { wallOf } from "./wall-time.ts";

export function FactRow(props: { unit: UnitView; name: string; isAdmin: boolean; onGone: () => void }) {
  const [isEdited, setIsEdited] = createSignal(false);
  const [refusal, setRefusal] = createSignal<string | null>(null);
  let edit: HTMLButtonElement | undefined;
  const fact = () => props.unit.facts.find((one) => one.name === props.name);
  const close = () => {
    setIsEdited(false);
    setRefusal(null);
    edit?.focus();
  };
  const save = createUnitCommand(
    ({ value, validUntil }: FactChange) => unitApi.recordFact(props.unit.id, props.name, { value, validUntil }),
    () => {
      close();
      toast("Saved.", "good");
    },
    setRefusal,
  );
  const remove = createUnitCommand(
    () => unitApi.removeFact(props.unit.id, props.name),
    () => {
      toast(`Off the record: ${factTitle(props.name).toLowerCase()}.`);
      props.onGone();
    },
  );
  return (
    <Show when={fact()}>
      {(held) => (
        <li class="fact-row" data-stale={held().isStale ? "yes" : undefined}>
          <Show
            when={isEdited()}
            fallback={
              <>
                <div class="fact-what">
                  <p class="fact-name">{factTitle(props.name)}</p>
                  <p class="fact-value" dir="auto">
                    {held().value}
                  </p>
                  <Show when={lastDay(props.unit, held().validUntil)}>
                    {(day) => (
                      <p class="fact-until">
                        <Show when={held().isStale} fallback={`Holds until ${dateWords(day())}`}>
                          Out of date since {dateWords(day())}: replies leave it out
                        </Show>
                      </p>
                    )}
                  </Show>
                </div>
                <Show when={props.isAdmin}>
                  <button
                    type="button"
                    class="icon-button"
                    aria-label={`Edit ${factTitle(props.name)}`}
                    ref={(element) => {
                      edit = element;
                    }}
                    onClick={() => setIsEdited(true)}
                  >
                    <Icon name="pencil" />
                  </button>
                </Show>
              </>
            }
          >
            <FactForm
              name={props.name}
              value={String(held().value)}
              validUntil={lastDay(props.unit, held().validUntil)}
              zone={props.unit.zone}
              isBusy={save.isBusy || remove.isBusy}
              refusal={refusal()}
              onSave={save.run}
              onCancel={close}
              onRemove={() => remove.run(undefined)}
            />
          </Show>
        </li>
      )}
    </Show>
  );
}

/** The last local day on which the fact holds. Its end is the first instant that is no longer part of it. */
function lastDay(unit: UnitView, validUntil: string | null): number | null {
  return validUntil === null ? null : wallOf(unit.zone, Date.parse(validUntil) - 1).day;
}
