// A text area that grows with its text up to a share of the screen, and counts the characters when they become many.
import { onMount, Show } from "solid-js";
import { REPLY_CHARS_MAX } from "#contracts/api/conversation";

/** From here on the count is shown; most platforms cut or refuse long texts. */
const COUNT_FROM_CHARS = 400;

export function GrowingText(props: {
  label: string;
  value: string;
  placeholder?: string;
  isFocused?: boolean;
  describedBy?: string | undefined;
  onInput: (text: string) => void;
  onSubmit?: () => void;
}) {
  let area: HTMLTextAreaElement | undefined;
  onMount(() => {
    if (!props.isFocused) return;
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  });
  return (
    <div class="growing" data-text={`${props.value} `}>
      <textarea
        ref={area}
        rows="1"
        dir="auto"
        aria-label={props.label}
        aria-describedby={props.describedBy}
        aria-invalid={props.value.length > REPLY_CHARS_MAX ? "true" : undefined}
        placeholder={props.placeholder}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          props.onSubmit?.();
        }}
      />
      <Show when={props.value.length >= COUNT_FROM_CHARS}>
        <span class="growing-count" data-over={props.value.length > REPLY_CHARS_MAX ? "yes" : undefined}>
          {props.value.length.toLocaleString()} / {REPLY_CHARS_MAX.toLocaleString()}
        </span>
      </Show>
    </div>
  );
}
