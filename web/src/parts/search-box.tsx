// A search field that waits until the typing pauses. What is searched, and where it is kept, is the caller's.
import { createEffect, on, onCleanup } from "solid-js";
import { Icon } from "./icon.tsx";

/** Long enough for a pause between two keys, short enough not to be waited for. */
const TYPING_PAUSE_MS = 250;

/** `label`: what is searched, for who hears the page. `onSearch` gets the words without blanks around them. */
export function SearchBox(props: {
  label: string;
  value: string;
  charsMax: number;
  onSearch: (words: string) => void;
}) {
  let field: HTMLInputElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  createEffect(
    on(
      () => props.value,
      (value) => {
        // Whoever types in it is ahead of the address.
        if (field !== undefined && document.activeElement !== field) field.value = value;
      },
    ),
  );
  return (
    <label class="search">
      <span class="visually-hidden">{props.label}</span>
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        placeholder="Search"
        maxlength={props.charsMax}
        onInput={(event) => {
          const words = event.currentTarget.value.trim();
          clearTimeout(timer);
          timer = setTimeout(() => props.onSearch(words), TYPING_PAUSE_MS);
        }}
      />
    </label>
  );
}
