// What speaks against a typed text, and the way to send it all the same: for everybody past a warning, for admins past a block.
import { createSignal, For, Show } from "solid-js";
import { OVERRIDE_REASONS, type OverrideReason } from "#domain/conversation/override-reason";
import { Banner } from "../banner.tsx";
import { useMe } from "../session-context.ts";
import type { TextCheck } from "./create-text-check.ts";

export function TextFindings(props: { check: TextCheck; isBusy: boolean; onSend: () => void }) {
  const me = useMe();
  const [reason, setReason] = createSignal<OverrideReason | "">("");
  const isBlocked = () => props.check.findings().some(({ severity }) => severity === "block");
  return (
    <Show when={props.check.isHeld()}>
      <Banner
        tone={isBlocked() ? "bad" : "warn"}
        icon="warning"
        title={isBlocked() ? "This must not go to a lead." : "Look at this again before you send it."}
      >
        <For each={props.check.findings()}>{({ sentence }) => <p>{sentence}</p>}</For>
        <Show when={!isBlocked() || me().role === "admin"} fallback={<p>Take it out, or ask an admin.</p>}>
          <div class="banner-orders">
            <Show when={isBlocked()}>
              <select
                aria-label="Why it goes out"
                onChange={(event) => setReason(event.currentTarget.value as OverrideReason | "")}
              >
                <option value="">Why?</option>
                <For each={OVERRIDE_REASONS}>{(one) => <option value={one}>{one.replaceAll("_", " ")}</option>}</For>
              </select>
            </Show>
            <button
              type="button"
              class="button is-small"
              disabled={props.isBusy || (isBlocked() && reason() === "")}
              onClick={() => {
                props.check.takeOn(reason() || null);
                props.onSend();
              }}
            >
              Send anyway
            </button>
          </div>
        </Show>
      </Banner>
    </Show>
  );
}
