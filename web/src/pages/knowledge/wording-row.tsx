// One kind of wording: what it is for and how it is said now; a form in its place while an admin changes it.
import { useQueryClient } from "@tanstack/solid-query";
import { createEffect, createSignal, on, Show } from "solid-js";
import type { ReplyTemplateList } from "#contracts/api/reply-template";
import { knowledgeApi, refreshWordings, type WordingKey } from "../../api/knowledge-client.ts";
import { Chip } from "../../parts/chip.tsx";
import { Icon } from "../../parts/icon.tsx";
import { toast } from "../../parts/toasts.tsx";
import { createCommand } from "../../primitives/create-command.ts";
import { KIND_WORDS } from "../../words/wording.ts";
import { WordingForm } from "./wording-form.tsx";

export function WordingRow(props: {
  kind: WordingKey["kind"];
  language: WordingKey["language"];
  about: ReplyTemplateList["kinds"][number] | undefined;
  /** The organisation's words; none: ours are said. */
  own: string | undefined;
  isAdmin: boolean;
}) {
  const client = useQueryClient();
  const [isEdited, setIsEdited] = createSignal(false);
  let edit: HTMLButtonElement | undefined;
  const key = () => ({ kind: props.kind, language: props.language });
  const title = () => KIND_WORDS[props.kind].title;
  const close = () => {
    setIsEdited(false);
    edit?.focus();
  };
  // The words of another language are other words.
  createEffect(
    on(
      () => props.language,
      () => setIsEdited(false),
      { defer: true },
    ),
  );
  const save = createCommand(
    async (text: string) => {
      await knowledgeApi.setWording(key(), text);
      await refreshWordings(client);
    },
    {
      done: () => {
        close();
        toast("Replies say it so from now on.", "good");
      },
    },
  );
  const remove = createCommand(
    async () => {
      await knowledgeApi.removeWording(key());
      await refreshWordings(client);
    },
    {
      done: () => {
        close();
        toast("Our words are said again.");
      },
    },
  );
  return (
    <Show when={props.about}>
      {(about) => (
        <li class="fact-row">
          <Show
            when={isEdited()}
            fallback={
              <>
                <div class="fact-what">
                  <p class="answer-question">
                    {title()} <Show when={props.own !== undefined}>{<Chip tone="plain">Yours</Chip>}</Show>
                  </p>
                  <p class="part-hint">{KIND_WORDS[props.kind].hint}</p>
                  <p class="wording-text" dir="auto" lang={props.language}>
                    {props.own ?? about().ours[props.language]}
                  </p>
                </div>
                <Show when={props.isAdmin}>
                  <button
                    type="button"
                    class="icon-button"
                    aria-label={`Edit ${title()}`}
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
            <WordingForm
              wording={key()}
              about={about()}
              text={props.own ?? about().ours[props.language]}
              isBusy={save.isBusy || remove.isBusy}
              onSave={save.run}
              onCancel={close}
              onRemove={props.own === undefined ? undefined : () => remove.run(undefined)}
            />
          </Show>
        </li>
      )}
    </Show>
  );
}
