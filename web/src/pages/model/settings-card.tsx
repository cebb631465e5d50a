// Which model is asked, where, with which key, what it may do and what it may cost. Shown as it is until somebody edits it.
import { createSignal, Show } from "solid-js";
import type { ModelView } from "#contracts/api/model";
import { Section } from "../../parts/unit/section.tsx";
import { PROVIDER_WORDS, tokenWords } from "../../words/model.ts";
import { SettingsForm } from "./settings-form.tsx";

export function SettingsCard(props: { view: ModelView }) {
  const [isEdited, setIsEdited] = createSignal(false);
  let heading: HTMLHeadingElement | undefined;
  const settings = () => props.view.settings;
  const close = () => {
    setIsEdited(false);
    heading?.focus();
  };
  return (
    <Section
      title="Which model"
      headingRef={(element) => {
        heading = element;
      }}
      command={
        <Show when={!isEdited()}>
          <button type="button" class="button is-small" onClick={() => setIsEdited(true)}>
            Edit
          </button>
        </Show>
      }
    >
      <Show when={props.view.problem}>
        <p class="model-problem" role="status">
          {props.view.problem} Until then the rules decide alone.
        </p>
      </Show>
      <Show when={!isEdited()} fallback={<SettingsForm settings={settings()} onClose={close} />}>
        <Show
          when={settings().provider}
          fallback={<p class="part-empty">None. The embedded reading decides alone: no network, no key, no cost.</p>}
        >
          {(provider) => (
            <dl class="pairs">
              <dt>Service</dt>
              <dd>{PROVIDER_WORDS[provider()]}</dd>
              <dt>Model</dt>
              <dd class="model-name">{settings().model}</dd>
              <Show when={settings().baseUrl}>
                <dt>Endpoint</dt>
                <dd class="model-name">{settings().baseUrl}</dd>
              </Show>
              <Show when={settings().credentialsRef}>
                <dt>Key</dt>
                <dd class="model-name">{settings().credentialsRef}</dd>
              </Show>
              <dt>It may</dt>
              <dd>
                {settings().mayWordReplies
                  ? "read what was not understood, and word replies"
                  : "read what was not understood"}
              </dd>
              <dt>Each day</dt>
              <dd>{tokenWords(settings().tokensPerDay)} at most</dd>
            </dl>
          )}
        </Show>
      </Show>
    </Section>
  );
}
