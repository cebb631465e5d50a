// How careful sending is where an account says nothing of its own, and the switch that stops it everywhere. A change that lets
// more leave by itself is asked about first.
import { createSignal, For, Show } from "solid-js";
import { SEND_MODES } from "#contracts/api/account";
import {
  APPROVAL_HOLD_MS_MAX,
  type OrganisationSettings,
  QUIET_WINDOW_MS_MAX,
} from "#contracts/api/organisation-settings";
import { BolderDialog } from "../../parts/account/bolder-dialog.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Section } from "../../parts/unit/section.tsx";
import { SEND_MODE_WORDS } from "../../words/account.ts";
import { createSettingsCommand } from "./create-settings-command.ts";
import { NumbersForm } from "./numbers-form.tsx";

const SECOND_MS = 1_000;

export function SendingCard(props: { settings: OrganisationSettings }) {
  const [asked, setAsked] = createSignal<Partial<OrganisationSettings> | null>(null);
  const save = createSettingsCommand(
    () => props.settings,
    () => setAsked(null),
  );
  const want = (change: Partial<OrganisationSettings>, isBolder: boolean) => {
    if (isBolder) setAsked(change);
    else save.run(change);
  };
  return (
    <Section title="Sending" hint="The most careful of organisation, account and rollout stage wins.">
      <div class="switches">
        <label class="switch">
          <input
            type="checkbox"
            role="switch"
            aria-checked={props.settings.isKillSwitchOn}
            checked={props.settings.isKillSwitchOn}
            disabled={save.isBusy}
            onChange={(event) => {
              const isKillSwitchOn = event.currentTarget.checked;
              event.currentTarget.checked = props.settings.isKillSwitchOn;
              want({ isKillSwitchOn }, !isKillSwitchOn);
            }}
          />
          <span>Stop everything that leaves by itself</span>
        </label>
        <label class="field">
          <span>Replies, where the account says nothing</span>
          <span class="select">
            <select
              value={props.settings.defaultSendMode}
              disabled={save.isBusy}
              onChange={(event) => {
                const mode = SEND_MODES.find((one) => one === event.currentTarget.value);
                event.currentTarget.value = props.settings.defaultSendMode;
                if (mode !== undefined) want({ defaultSendMode: mode }, mode !== "draft_only");
              }}
            >
              <For each={SEND_MODES}>{(mode) => <option value={mode}>{SEND_MODE_WORDS[mode]}</option>}</For>
            </select>
            <Icon name="chevron" />
          </span>
        </label>
      </div>
      <NumbersForm
        name="Waiting times"
        fields={[
          {
            label: "Seconds of quiet before a burst is answered",
            value: props.settings.quietWindowMs / SECOND_MS,
            min: 0,
            max: QUIET_WINDOW_MS_MAX / SECOND_MS,
          },
          {
            label: "Seconds in which an approval can be undone",
            value: props.settings.approvalHoldMs / SECOND_MS,
            min: 0,
            max: APPROVAL_HOLD_MS_MAX / SECOND_MS,
          },
        ]}
        isBusy={save.isBusy}
        onSave={([quiet = 0, hold = 0]) =>
          save.run({ quietWindowMs: quiet * SECOND_MS, approvalHoldMs: hold * SECOND_MS })
        }
      />
      <Show when={asked()}>
        {(change) => <BolderDialog onNo={() => setAsked(null)} onYes={() => save.run(change())} />}
      </Show>
    </Section>
  );
}
