// Short notices at the edge of the screen: what was done, or why not. Said to screen readers, gone by themselves,
// at most a few at once. Errors wait longer; a notice with an action waits while it is pointed at or focused.
import { createSignal, For, onCleanup, Show } from "solid-js";
import { Icon } from "./icon.tsx";

const SHOWN_MAX = 3;
const NOTICE_MS = 5_000;
const ERROR_MS = 9_000;

type ToastTone = "plain" | "good" | "bad";
type ToastAction = { readonly label: string; readonly run: () => void };
type Toast = {
  readonly id: number;
  readonly tone: ToastTone;
  readonly words: string;
  readonly action: ToastAction | null;
};

const [toasts, setToasts] = createSignal<readonly Toast[]>([]);
let lastId = 0;

/** Shows a notice; the oldest one makes room. */
export function toast(words: string, tone: ToastTone = "plain", action: ToastAction | null = null): void {
  lastId += 1;
  const next: Toast = { id: lastId, tone, words, action };
  setToasts((held) => [...held.filter((one) => one.words !== words), next].slice(-SHOWN_MAX));
}

function dismiss(id: number): void {
  setToasts((held) => held.filter((one) => one.id !== id));
}

/** The place where notices appear; once per page. */
export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite" aria-label="Notices">
      <For each={toasts()}>{(one) => <ToastCard toast={one} />}</For>
    </div>
  );
}

function ToastCard(props: { toast: Toast }) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hold = () => clearTimeout(timer);
  const release = () => {
    hold();
    timer = setTimeout(() => dismiss(props.toast.id), props.toast.tone === "bad" ? ERROR_MS : NOTICE_MS);
  };
  release();
  onCleanup(hold);
  return (
    <div
      class="toast"
      data-tone={props.toast.tone}
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocusIn={hold}
      onFocusOut={release}
    >
      <p>{props.toast.words}</p>
      <Show when={props.toast.action}>
        {(action) => (
          <button
            type="button"
            class="toast-action"
            onClick={() => {
              action().run();
              dismiss(props.toast.id);
            }}
          >
            {action().label}
          </button>
        )}
      </Show>
      <button type="button" class="toast-close" aria-label="Close this notice" onClick={() => dismiss(props.toast.id)}>
        <Icon name="cross" />
      </button>
    </div>
  );
}
