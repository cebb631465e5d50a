// One answer: how leads ask, what they are told, until when; a form in its place while an admin changes it.
import { createSignal, For, Show } from "solid-js";
import type { KnowledgeChange, KnowledgeView } from "#contracts/api/knowledge";
import type { UnitView } from "#contracts/api/unit";
import { knowledgeApi } from "../../api/knowledge-client.ts";
import { Chip } from "../../parts/chip.tsx";
import { Icon } from "../../parts/icon.tsx";
import { toast } from "../../parts/toasts.tsx";
import { dateWords } from "../../words/day.ts";
import { lastDayOf } from "./answer-day.ts";
import { AnswerForm } from "./answer-form.tsx";
import { createAnswerCommand } from "./create-answer-command.ts";

export function AnswerRow(props: {
  entry: KnowledgeView | undefined;
  units: readonly UnitView[];
  isAdmin: boolean;
  onGone: () => void;
}) {
  const [isEdited, setIsEdited] = createSignal(false);
  let edit: HTMLButtonElement | undefined;
  const close = () => {
    setIsEdited(false);
    save.forget();
    edit?.focus();
  };
  const save = createAnswerCommand(
    (change: KnowledgeChange) => knowledgeApi.change(props.entry?.id ?? "", change),
    () => {
      close();
      toast("Saved.", "good");
    },
  );
  const remove = createAnswerCommand(
    () => knowledgeApi.remove(props.entry?.id ?? ""),
    () => {
      toast("Removed. Who asks this gets a person.");
      props.onGone();
    },
  );
  return (
    <Show when={props.entry}>
      {(entry) => (
        <li class="fact-row" data-stale={entry().isExpired ? "yes" : undefined}>
          <Show
            when={isEdited()}
            fallback={
              <>
                <div class="fact-what">
                  <p class="answer-question" dir="auto">
                    {wordings(entry())[0]}
                  </p>
                  <Show when={wordings(entry()).length > 1}>
                    <ul class="answer-wordings">
                      <For each={wordings(entry()).slice(1)}>{(wording) => <li dir="auto">{wording}</li>}</For>
                    </ul>
                  </Show>
                  <p class="answer-text" dir="auto">
                    {entry().answer}
                  </p>
                  <Until entry={entry()} units={props.units} />
                </div>
                <Show when={props.isAdmin}>
                  <button
                    type="button"
                    class="icon-button"
                    aria-label={`Edit ${wordings(entry())[0]}`}
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
            <AnswerForm
              entry={entry()}
              unitId={null}
              units={props.units}
              isBusy={save.isBusy || remove.isBusy}
              problems={[...save.problems(), ...remove.problems()]}
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

function Until(props: { entry: KnowledgeView; units: readonly UnitView[] }) {
  return (
    <Show when={lastDayOf(props.entry, props.units)}>
      {(day) => (
        <p class="fact-until">
          <Show when={props.entry.isExpired} fallback={`Holds until ${dateWords(day())}`}>
            <Chip tone="warn">Expired</Chip> Out of date since {dateWords(day())}: who asks gets a person
          </Show>
        </p>
      )}
    </Show>
  );
}

function wordings(entry: KnowledgeView): readonly string[] {
  return entry.question.split("\n");
}
