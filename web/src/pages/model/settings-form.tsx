// The form of the model's settings. What a service does not need is not asked; a key is only ever named, never typed in here.
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { MODEL_NAME_CHARS_MAX, type ModelSettings, TOKENS_PER_DAY_MAX } from "#contracts/api/model";
import { PROVIDERS } from "#domain/model/provider-name";
import { keepModel, modelApi } from "../../api/model-client.ts";
import { Icon } from "../../parts/icon.tsx";
import { toast } from "../../parts/toasts.tsx";
import { refusalWords } from "../../parts/unit/create-unit-command.ts";
import { Problem } from "../../parts/unit/problem.tsx";
import { createCommand } from "../../primitives/create-command.ts";
import { MODEL_HINTS, PROVIDER_WORDS } from "../../words/model.ts";

export function SettingsForm(props: { settings: ModelSettings; onClose: () => void }) {
  const client = useQueryClient();
  const [draft, setDraft] = createSignal<ModelSettings>({ ...props.settings });
  const [problem, setProblem] = createSignal<string | null>(null);
  const change = (part: Partial<ModelSettings>) => setDraft((held) => ({ ...held, ...part }));
  const save = createCommand((settings: ModelSettings) => modelApi.set(settings), {
    done: (view) => {
      keepModel(client, view);
      toast("Saved. It holds from the next message on.", "good");
      props.onClose();
    },
    refused: (refused) => {
      if (refused.code === "NOT_SIGNED_IN") return false;
      setProblem(refusalWords(refused));
      return true;
    },
  });
  return (
    <form
      class="model-form"
      aria-label="Which model"
      onSubmit={(event) => {
        event.preventDefault();
        save.run(fitting(draft()));
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") props.onClose();
      }}
    >
      <label class="field">
        <span>Service</span>
        <span class="select">
          <select
            value={draft().provider ?? ""}
            onChange={(event) =>
              change({ provider: PROVIDERS.find((one) => one === event.currentTarget.value) ?? null })
            }
          >
            <option value="">None: the rules decide alone</option>
            <For each={PROVIDERS}>{(provider) => <option value={provider}>{PROVIDER_WORDS[provider]}</option>}</For>
          </select>
          <Icon name="chevron" />
        </span>
      </label>
      <Show when={draft().provider}>
        {(provider) => (
          <>
            <p class="part-hint">{MODEL_HINTS[provider()]}</p>
            <TextField
              label="Name of the model"
              value={draft().model}
              max={MODEL_NAME_CHARS_MAX}
              isRequired
              onInput={(model) => change({ model })}
            />
            <Show when={provider() === "openai-compatible"}>
              <TextField
                label="Endpoint"
                placeholder="https://api.example/v1"
                value={draft().baseUrl ?? ""}
                isRequired
                onInput={(baseUrl) => change({ baseUrl: textOrNull(baseUrl) })}
              />
            </Show>
            <Show when={provider() !== "workers-ai"}>
              <TextField
                label="Name of the key in MODEL_CREDENTIALS"
                value={draft().credentialsRef ?? ""}
                isRequired={provider() === "google"}
                onInput={(ref) => change({ credentialsRef: textOrNull(ref) })}
              />
            </Show>
            <label class="switch">
              <input
                type="checkbox"
                role="switch"
                aria-checked={draft().mayWordReplies}
                checked={draft().mayWordReplies}
                onChange={(event) => change({ mayWordReplies: event.currentTarget.checked })}
              />
              <span>It may word replies</span>
            </label>
            <label class="field">
              <span>Tokens each day (UTC)</span>
              <input
                type="number"
                inputmode="numeric"
                required
                min="0"
                max={TOKENS_PER_DAY_MAX}
                value={draft().tokensPerDay}
                onInput={(event) => change({ tokensPerDay: event.currentTarget.valueAsNumber })}
              />
            </label>
          </>
        )}
      </Show>
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

function TextField(props: {
  label: string;
  value: string;
  placeholder?: string;
  max?: number;
  isRequired?: boolean;
  onInput: (value: string) => void;
}) {
  return (
    <label class="field">
      <span>{props.label}</span>
      <input
        type="text"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        required={props.isRequired ?? false}
        maxlength={props.max}
        placeholder={props.placeholder}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </label>
  );
}

/** Without what the chosen service does not use. */
function fitting(settings: ModelSettings): ModelSettings {
  return {
    ...settings,
    baseUrl: settings.provider === "openai-compatible" ? settings.baseUrl : null,
    credentialsRef: settings.provider === "workers-ai" ? null : settings.credentialsRef,
  };
}

function textOrNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}
