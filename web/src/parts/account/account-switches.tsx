// The settings of an account. A change that lets more text leave by itself is asked about first.
import { createSignal, For, Show } from "solid-js";
import { type AccountChange, type AccountView, ROLLOUT_STAGES, SEND_MODES } from "#contracts/api/account";
import { intervalWords, SEND_MODE_WORDS, STAGE_WORDS } from "../../words/account.ts";
import { Icon } from "../icon.tsx";
import { BolderDialog } from "./bolder-dialog.tsx";

const SENDS_PER_HOUR = [10, 30, 60, 120];
const INTERVALS_MS = [5_000, 15_000, 30_000, 60_000, 300_000, 600_000, 900_000, 3_600_000];

export function AccountSwitches(props: {
  account: AccountView;
  isBusy: boolean;
  onChange: (change: AccountChange) => void;
}) {
  const [asked, setAsked] = createSignal<AccountChange | null>(null);
  const intervals = () => [...new Set([...INTERVALS_MS, props.account.pollIntervalMs])].sort((a, b) => a - b);

  const budgets = () => [...new Set([...SENDS_PER_HOUR, props.account.sendsPerHourMax])].sort((a, b) => a - b);

  /** Puts the control back to what is true, then asks or changes. */
  function want(control: HTMLSelectElement | HTMLInputElement, held: string | boolean, wanted: AccountChange): void {
    if (typeof held === "boolean") (control as HTMLInputElement).checked = held;
    else control.value = held;
    if (isBolder(props.account, wanted)) setAsked(wanted);
    else props.onChange(wanted);
  }

  return (
    <div class="switches">
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          aria-checked={props.account.isActive}
          checked={props.account.isActive}
          disabled={props.isBusy}
          onChange={(event) =>
            want(event.currentTarget, props.account.isActive, { isActive: event.currentTarget.checked })
          }
        />
        <span>Active</span>
      </label>
      <label class="field">
        <span>Replies</span>
        <span class="select">
          <select
            value={props.account.sendMode ?? ""}
            disabled={props.isBusy}
            onChange={(event) =>
              want(event.currentTarget, props.account.sendMode ?? "", {
                sendMode: SEND_MODES.find((mode) => mode === event.currentTarget.value) ?? null,
              })
            }
          >
            <option value="">Organisation’s default</option>
            <For each={SEND_MODES}>{(mode) => <option value={mode}>{SEND_MODE_WORDS[mode]}</option>}</For>
          </select>
          <Icon name="chevron" />
        </span>
      </label>
      <label class="field">
        <span>Rollout</span>
        <span class="select">
          <select
            value={props.account.rolloutStage}
            disabled={props.isBusy}
            onChange={(event) => {
              const stage = ROLLOUT_STAGES.find((one) => one === event.currentTarget.value);
              if (stage) want(event.currentTarget, props.account.rolloutStage, { rolloutStage: stage });
            }}
          >
            <For each={ROLLOUT_STAGES}>{(stage) => <option value={stage}>{STAGE_WORDS[stage]}</option>}</For>
          </select>
          <Icon name="chevron" />
        </span>
      </label>
      <label class="field">
        <span>Reads a quiet inbox</span>
        <span class="select">
          <select
            value={String(props.account.pollIntervalMs)}
            disabled={props.isBusy}
            onChange={(event) =>
              want(event.currentTarget, String(props.account.pollIntervalMs), {
                pollIntervalMs: Number(event.currentTarget.value),
              })
            }
          >
            <For each={intervals()}>{(ms) => <option value={String(ms)}>{intervalWords(ms)}</option>}</For>
          </select>
          <Icon name="chevron" />
        </span>
      </label>
      <label class="field">
        <span>Sends at most</span>
        <span class="select">
          <select
            value={String(props.account.sendsPerHourMax)}
            disabled={props.isBusy}
            onChange={(event) =>
              want(event.currentTarget, String(props.account.sendsPerHourMax), {
                sendsPerHourMax: Number(event.currentTarget.value),
              })
            }
          >
            <For each={budgets()}>{(count) => <option value={String(count)}>{count} an hour</option>}</For>
          </select>
          <Icon name="chevron" />
        </span>
      </label>
      <Show when={asked()}>
        {(change) => (
          <BolderDialog
            onNo={() => setAsked(null)}
            onYes={() => {
              props.onChange(change());
              setAsked(null);
            }}
          />
        )}
      </Show>
    </div>
  );
}

/** True when the change may let replies leave without a person's yes. */
function isBolder(account: AccountView, wanted: AccountChange): boolean {
  if (wanted.sendMode !== undefined) return wanted.sendMode !== "draft_only" && account.sendMode !== wanted.sendMode;
  if (wanted.rolloutStage === undefined) return false;
  return ROLLOUT_STAGES.indexOf(wanted.rolloutStage) > ROLLOUT_STAGES.indexOf(account.rolloutStage);
}
