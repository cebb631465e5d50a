// When a unit can be shown: always, only at some times, or never. A choice that ends the list of times can be undone.
import { createSignal, For, Show } from "solid-js";
import type { UnitView } from "#contracts/api/unit";
import { unitApi } from "../../api/unit-client.ts";
import { toast } from "../toasts.tsx";
import { createUnitCommand } from "./create-unit-command.ts";
import { Section } from "./section.tsx";
import { WindowForm } from "./window-form.tsx";
import { type WindowEntry, WindowList } from "./window-list.tsx";

type Mode = "always" | "some" | "never";
const MODES: Readonly<Record<Mode, { readonly title: string; readonly text: string }>> = {
  always: { title: "Always", text: "Whenever somebody who shows it has time." },
  some: { title: "Set times", text: "Only at these times, when somebody who shows it has time." },
  never: { title: "Never", text: "No lead is offered a time for this unit." },
};

export function WindowsCard(props: { unit: UnitView; isAdmin: boolean }) {
  /** "Set times" is chosen, and no time stands there yet: nothing has changed on the server. */
  const [isBegun, setIsBegun] = createSignal(false);
  let heading: HTMLHeadingElement | undefined;
  let choices!: HTMLFieldSetElement;
  const held = (): Mode =>
    props.unit.windows === null ? "always" : props.unit.windows.length === 0 ? "never" : "some";
  const mode = (): Mode => (isBegun() ? "some" : held());
  const set = createUnitCommand(
    (change: { windows: UnitView["windows"]; undo: UnitView["windows"] | undefined }) =>
      unitApi.setWindows(props.unit.id, change.windows),
    (_unit, { undo }) => {
      setIsBegun(false);
      const undone =
        undo === undefined ? null : { label: "Undo", run: () => set.run({ windows: undo, undo: undefined }) };
      toast("Saved.", "good", undone);
    },
  );

  /** Asks for the choice, and shows what is true until it is answered. */
  function choose(wanted: Mode): void {
    if (wanted === "some") setIsBegun(held() !== "some");
    else if (wanted === held()) setIsBegun(false);
    else set.run({ windows: wanted === "always" ? null : [], undo: copyOf(props.unit.windows) });
    for (const radio of choices.querySelectorAll("input")) radio.checked = radio.value === mode();
  }

  function add(added: readonly WindowEntry[]): void {
    const windows = copyOf(props.unit.windows) ?? [];
    const isNew = (entry: WindowEntry) => !windows.some((one) => isSame(one, entry));
    set.run({ windows: [...windows, ...added.filter(isNew)], undo: undefined });
  }

  function remove(entry: WindowEntry): void {
    const windows = copyOf(props.unit.windows) ?? [];
    set.run({ windows: windows.filter((one) => !isSame(one, entry)), undo: windows });
    heading?.focus();
  }

  return (
    <Section
      title="When it can be shown"
      hint={MODES[mode()].text}
      headingRef={(element) => {
        heading = element;
      }}
    >
      <Show when={props.isAdmin}>
        <fieldset ref={choices} class="segments part-segments" disabled={set.isBusy}>
          <legend>When it can be shown</legend>
          <For each={Object.keys(MODES) as Mode[]}>
            {(one) => (
              <label>
                <input
                  type="radio"
                  name={`windows-${props.unit.id}`}
                  value={one}
                  checked={mode() === one}
                  onChange={() => choose(one)}
                />
                <span>{MODES[one].title}</span>
              </label>
            )}
          </For>
        </fieldset>
      </Show>
      <Show when={mode() === "some"}>
        <WindowList
          zone={props.unit.zone}
          windows={props.unit.windows ?? []}
          isBusy={set.isBusy}
          onRemove={props.isAdmin ? remove : null}
        />
        <Show when={props.isAdmin}>
          <WindowForm zone={props.unit.zone} held={props.unit.windows?.length ?? 0} isBusy={set.isBusy} onAdd={add} />
        </Show>
      </Show>
    </Section>
  );
}

function isSame(a: WindowEntry, b: WindowEntry): boolean {
  return Date.parse(a.start) === Date.parse(b.start) && Date.parse(a.end) === Date.parse(b.end);
}

/** As it stands now: what the cache holds changes with the next answer. */
function copyOf(windows: UnitView["windows"]): UnitView["windows"] {
  return windows === null ? null : windows.map(({ start, end }) => ({ start, end }));
}
