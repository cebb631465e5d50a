// The frame of a dialog in which a time is chosen: heading, open times, a refusal in the server's words, and the orders.
// The key of an attempt lives until an answer arrives, so a lost answer never becomes two showings.
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, createUniqueId, type JSX, onMount, Show } from "solid-js";
import type { ShowingView } from "#contracts/api/showing";
import { keepShowing, refreshDay } from "../../api/day-queries.ts";
import { isUncertain } from "../../api/problem.ts";
import { createCommand } from "../../primitives/create-command.ts";
import { reasonWords } from "../../words/explanation.ts";
import { Banner } from "../banner.tsx";
import { showingWhen } from "./showing-time.tsx";
import { SlotPicker } from "./slot-picker.tsx";
import type { SlotChoice } from "./slots-by-day.ts";

export function SlotDialog(props: {
  title: string;
  lead: JSX.Element;
  unitId: string;
  /** The showing that is to be moved: its own time does not block. */
  except?: ShowingView;
  zone: string;
  /** What the main button says before the time, e.g. "Book". */
  verb: string;
  act: (key: string, choice: SlotChoice) => Promise<ShowingView>;
  onDone: (showing: ShowingView) => void;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const titleId = createUniqueId();
  const [choice, setChoice] = createSignal<SlotChoice | null>(null);
  const [refusal, setRefusal] = createSignal<string | null>(null);
  const keys = new Map<string, string>();
  let dialog!: HTMLDialogElement;
  onMount(() => dialog.showModal());

  const take = createCommand(
    (wanted: SlotChoice) => {
      setRefusal(null);
      const key = keys.get(keyOf(wanted)) ?? crypto.randomUUID();
      keys.set(keyOf(wanted), key);
      return props.act(key, wanted);
    },
    {
      done: (showing) => {
        keepShowing(client, showing);
        props.onDone(showing);
        dialog.close();
      },
      refused: (problem) => {
        const wanted = choice();
        if (problem.code === "NOT_SIGNED_IN") return false;
        if (!isUncertain(problem) && wanted !== null) {
          keys.delete(keyOf(wanted));
          setChoice(null);
        }
        setRefusal(reasonWords(problem.message, props.zone, new Map()));
        refreshDay(client);
        return true;
      },
    },
  );
  const choose = (next: SlotChoice) => {
    setRefusal(null);
    setChoice(next);
  };
  return (
    <dialog ref={dialog} class="dialog is-tall is-wide" aria-labelledby={titleId} onClose={() => props.onClose()}>
      <div class="dialog-body">
        <h3 id={titleId}>{props.title}</h3>
        <p class="slot-lead">{props.lead}</p>
        <SlotPicker unitId={props.unitId} except={props.except ?? null} choice={choice()} onChoose={choose} />
      </div>
      <div class="dialog-foot">
        <Show when={refusal()}>{(words) => <Banner tone="bad" icon="warning" title={words()} />}</Show>
        <p class="slot-chosen" role="status">
          <Show when={choice()} fallback="No time chosen yet.">
            {(chosen) => (
              <>
                <strong>{showingWhen(chosen().start, props.zone)}</strong>
                <Show when={chosen().isOverride}> · against the rules, by your word</Show>
              </>
            )}
          </Show>
        </p>
        <div class="dialog-orders">
          <button type="button" class="button" onClick={() => dialog.close()}>
            Close
          </button>
          <button
            type="button"
            class="button is-main"
            disabled={choice() === null}
            aria-disabled={take.isBusy ? "true" : undefined}
            onClick={() => {
              const chosen = choice();
              if (chosen !== null) take.run(chosen);
            }}
          >
            {props.verb}
          </button>
        </div>
      </div>
    </dialog>
  );
}

function keyOf(choice: SlotChoice): string {
  return `${choice.start} ${choice.agentId} ${choice.isOverride}`;
}
