// Who shows a unit and who is asked first. Admins change it; an agent sees their own line.
import { useQuery } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { PRIORITY_DEFAULT } from "#contracts/api/assignment";
import type { UnitView } from "#contracts/api/unit";
import { unitApi } from "../../api/unit-client.ts";
import { membersQuery } from "../../api/unit-queries.ts";
import { toast } from "../toasts.tsx";
import { AssignmentRow } from "./assignment-row.tsx";
import { createUnitCommand } from "./create-unit-command.ts";
import { Section } from "./section.tsx";

export function AssignmentsCard(props: { unit: UnitView; isAdmin: boolean }) {
  let heading: HTMLHeadingElement | undefined;
  const ids = () => props.unit.assignments.map((one) => one.user.id);
  return (
    <Section
      title="Who shows it"
      hint={props.isAdmin ? "Of those who have time, the lowest number is asked first." : undefined}
      headingRef={(element) => {
        heading = element;
      }}
    >
      <Show when={ids().length > 0} fallback={<p class="part-empty">Nobody yet, so no lead is offered a time.</p>}>
        <ul class="assignment-rows">
          <For each={ids()}>
            {(userId) => (
              <AssignmentRow
                unit={props.unit}
                userId={userId}
                isAdmin={props.isAdmin}
                onGone={() => heading?.focus()}
              />
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.isAdmin}>
        <AddPerson unit={props.unit} />
      </Show>
    </Section>
  );
}

function AddPerson(props: { unit: UnitView }) {
  const members = useQuery(membersQuery);
  const [chosen, setChosen] = createSignal("");
  const others = () =>
    (members.isSuccess ? members.data : []).filter(
      (member) => !props.unit.assignments.some((one) => one.user.id === member.id),
    );
  const add = createUnitCommand(
    (userId: string) => unitApi.assign(props.unit.id, userId, { priority: PRIORITY_DEFAULT, isActive: true }),
    () => {
      setChosen("");
      toast("Saved.", "good");
    },
  );
  return (
    <Show when={!members.isSuccess || others().length > 0}>
      <form
        class="add-line"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen() !== "") add.run(chosen());
        }}
      >
        <label class="field">
          <span>Add a person</span>
          <select
            value={chosen()}
            disabled={!members.isSuccess}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            <option value="">{members.isPending ? "Loading…" : members.isError ? "Did not load" : "Choose"}</option>
            <For each={others()}>{(member) => <option value={member.id}>{member.name}</option>}</For>
          </select>
        </label>
        <button type="submit" class="button" disabled={chosen() === "" || add.isBusy}>
          Add
        </button>
      </form>
    </Show>
  );
}
