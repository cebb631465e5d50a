// A button for a command that the server's table may forbid: then it is greyed, and the reason is written beside it
// for the mouse (title) and for assistive technology (description). It stays focusable, and a tap on it tells why.
import { createUniqueId, type JSX, Show } from "solid-js";
import { toast } from "./toasts.tsx";

export type Refused = { readonly message: string; readonly next: string } | null | undefined;

export function OrderButton(props: {
  refused?: Refused;
  isBusy?: boolean;
  class?: string;
  onPress: () => void;
  children: JSX.Element;
}) {
  const reasonId = createUniqueId();
  const reason = () => (props.refused ? `${props.refused.message} ${props.refused.next}` : undefined);
  return (
    <>
      <button
        type="button"
        class={`button ${props.class ?? ""}`}
        aria-disabled={reason() !== undefined || props.isBusy ? "true" : undefined}
        aria-busy={props.isBusy ? "true" : undefined}
        aria-describedby={reason() ? reasonId : undefined}
        title={reason()}
        onClick={() => {
          const why = reason();
          if (why !== undefined) toast(why);
          else if (!props.isBusy) props.onPress();
        }}
      >
        {props.children}
      </button>
      <Show when={reason()}>
        <span id={reasonId} class="visually-hidden">
          {reason()}
        </span>
      </Show>
    </>
  );
}
