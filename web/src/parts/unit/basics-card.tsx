// A unit's name, its time zone, and how many leads may share one showing; and the way to take it off the record.
import { createSignal, Show } from "solid-js";
import { GROUP_SIZE_MAX, LABEL_CHARS_MAX, type UnitView } from "#contracts/api/unit";
import { unitApi } from "../../api/unit-client.ts";
import { createNow } from "../../primitives/create-now.ts";
import { clockWords } from "../../words/clock.ts";
import { toast } from "../toasts.tsx";
import { createUnitCommand } from "./create-unit-command.ts";
import { Problem } from "./problem.tsx";
import { RemoveUnitDialog } from "./remove-unit-dialog.tsx";
import { Section } from "./section.tsx";
import { wallOf } from "./wall-time.ts";
import { ZoneField } from "./zone-field.tsx";

export function BasicsCard(props: { unit: UnitView; isAdmin: boolean; onRemoved: () => void }) {
  const now = createNow();
  const [isEdited, setIsEdited] = createSignal(false);
  const [isRemoving, setIsRemoving] = createSignal(false);
  let heading: HTMLHeadingElement | undefined;
  const close = () => {
    setIsEdited(false);
    heading?.focus();
  };
  return (
    <Section
      title="Unit"
      headingRef={(element) => {
        heading = element;
      }}
      command={
        <Show when={props.isAdmin && !isEdited()}>
          <div class="part-orders">
            <button type="button" class="button is-small is-quiet" onClick={() => setIsRemoving(true)}>
              Remove
            </button>
            <button type="button" class="button is-small" onClick={() => setIsEdited(true)}>
              Edit
            </button>
          </div>
        </Show>
      }
    >
      <Show
        when={isEdited()}
        fallback={
          <dl class="pairs">
            <dt>Time zone</dt>
            <dd>
              {props.unit.zone}{" "}
              <span class="pairs-when">({clockWords(wallOf(props.unit.zone, now()).minute)} there now)</span>
            </dd>
            <dt>Leads per showing</dt>
            <dd>{props.unit.groupSize === 1 ? "1" : `Up to ${props.unit.groupSize}`}</dd>
          </dl>
        }
      >
        <BasicsForm unit={props.unit} onClose={close} />
      </Show>
      <Show when={isRemoving()}>
        <RemoveUnitDialog unit={props.unit} onRemoved={props.onRemoved} onClose={() => setIsRemoving(false)} />
      </Show>
    </Section>
  );
}

function BasicsForm(props: { unit: UnitView; onClose: () => void }) {
  const [label, setLabel] = createSignal(props.unit.label);
  const [zone, setZone] = createSignal(props.unit.zone);
  const [groupSize, setGroupSize] = createSignal(props.unit.groupSize);
  const [problem, setProblem] = createSignal<string | null>(null);
  const save = createUnitCommand(
    () => unitApi.change(props.unit.id, { label: label(), zone: zone(), groupSize: groupSize() }),
    () => {
      toast("Saved.", "good");
      props.onClose();
    },
    setProblem,
  );
  return (
    <form
      class="basics-form"
      aria-label="Unit"
      onSubmit={(event) => {
        event.preventDefault();
        save.run(undefined);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") props.onClose();
      }}
    >
      <label class="field">
        <span>Name</span>
        <input
          value={label()}
          required
          maxlength={LABEL_CHARS_MAX}
          ref={(field) => queueMicrotask(() => field.focus())}
          onInput={(event) => setLabel(event.currentTarget.value)}
        />
      </label>
      <ZoneField label="Time zone" value={zone()} onInput={setZone} />
      <label class="field">
        <span>Leads that may share one showing</span>
        <input
          type="number"
          inputmode="numeric"
          required
          min="1"
          max={GROUP_SIZE_MAX}
          value={groupSize()}
          onInput={(event) => setGroupSize(event.currentTarget.valueAsNumber)}
        />
      </label>
      <Problem words={problem()} />
      <div class="form-orders">
        <button type="submit" class="button is-main" disabled={save.isBusy}>
          Save
        </button>
        <button type="button" class="button is-quiet" onClick={() => props.onClose()}>
          Cancel
        </button>
      </div>
    </form>
  );
}
