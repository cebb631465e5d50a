// What is wrong with a form, said where one looks. Nothing is shown while nothing is.
import { Show } from "solid-js";

export function Problem(props: { words: string | null }) {
  return (
    <Show when={props.words}>
      <p class="form-problem" role="alert">
        {props.words}
      </p>
    </Show>
  );
}
