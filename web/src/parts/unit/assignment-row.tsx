// One person on a unit: their place in the order, and whether they are asked at all.
import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { Show } from "solid-js";
import { type AssignmentChange, PRIORITY_MAX, PRIORITY_MIN } from "#contracts/api/assignment";
import type { UnitView } from "#contracts/api/unit";
import { availabilityQuery } from "../../api/availability-client.ts";
import { unitApi } from "../../api/unit-client.ts";
import { availabilityPath } from "../../paths.ts";
import { Chip } from "../chip.tsx";
import { Icon } from "../icon.tsx";
import { toast } from "../toasts.tsx";
import { createUnitCommand } from "./create-unit-command.ts";

export function AssignmentRow(props: { unit: UnitView; userId: string; isAdmin: boolean; onGone: () => void }) {
  const held = () => props.unit.assignments.find((one) => one.user.id === props.userId);
  const change = createUnitCommand(
    (wanted: AssignmentChange) => unitApi.assign(props.unit.id, props.userId, wanted),
    () => toast("Saved.", "good"),
  );
  const remove = createUnitCommand(
    () => unitApi.unassign(props.unit.id, props.userId),
    () => {
      toast("Taken off this unit.");
      props.onGone();
    },
  );

  /** Puts the field back to what is true, then asks for the change. */
  function wantPriority(field: HTMLInputElement, priority: number, isActive: boolean): void {
    const wanted = Number(field.value);
    field.value = String(priority);
    if (!Number.isInteger(wanted) || wanted < PRIORITY_MIN || wanted > PRIORITY_MAX) {
      toast(`The order is a whole number from ${PRIORITY_MIN} to ${PRIORITY_MAX}.`, "bad");
    } else if (wanted !== priority) change.run({ priority: wanted, isActive });
  }

  return (
    <Show when={held()}>
      {(one) => (
        <li class="assignment-row" data-off={one().isActive ? undefined : "yes"}>
          <div class="assignment-who">
            <A class="assignment-name" href={availabilityPath(props.userId)}>
              <bdi>{one().user.name}</bdi>
            </A>
            <Show when={props.isAdmin}>
              <NoTimes userId={props.userId} />
            </Show>
          </div>
          <Show
            when={props.isAdmin}
            fallback={<span class="part-hint">{one().isActive ? `Order ${one().priority}` : "Not asked"}</span>}
          >
            <label class="assignment-order">
              <span>
                Order<span class="visually-hidden"> of {one().user.name}</span>
              </span>
              <input
                type="number"
                inputmode="numeric"
                min={PRIORITY_MIN}
                max={PRIORITY_MAX}
                value={one().priority}
                disabled={change.isBusy}
                onChange={(event) => wantPriority(event.currentTarget, one().priority, one().isActive)}
              />
            </label>
            <label class="switch assignment-switch">
              <input
                type="checkbox"
                role="switch"
                aria-checked={one().isActive}
                checked={one().isActive}
                disabled={change.isBusy}
                onChange={(event) => {
                  const isActive = event.currentTarget.checked;
                  event.currentTarget.checked = one().isActive;
                  change.run({ priority: one().priority, isActive });
                }}
              />
              <span>
                Active<span class="visually-hidden">: {one().user.name}</span>
              </span>
            </label>
            <button
              type="button"
              class="icon-button"
              aria-label={`Take ${one().user.name} off this unit`}
              disabled={remove.isBusy}
              onClick={() => remove.run(undefined)}
            >
              <Icon name="cross" />
            </button>
          </Show>
        </li>
      )}
    </Show>
  );
}

/** Says that the person gave no times, so that no lead is offered one of theirs. */
function NoTimes(props: { userId: string }) {
  const availability = useQuery(() => availabilityQuery(props.userId));
  const hasNone = () => {
    if (!availability.isSuccess) return false;
    const { rules, overrides } = availability.data;
    return rules.length === 0 && overrides.every((one) => one.intervals.length === 0);
  };
  return (
    <Show when={hasNone()}>
      <Chip tone="warn">No times yet</Chip>
    </Show>
  );
}
