// Everything that is wrong with what was written, said where one looks. Nothing is shown while nothing is.
import { For, Show } from "solid-js";

export function ProblemList(props: { problems: readonly string[]; id?: string }) {
  return (
    <Show when={props.problems.length > 0}>
      <ul class="form-problem" role="alert" id={props.id}>
        <For each={props.problems}>{(sentence) => <li>{sentence}</li>}</For>
      </ul>
    </Show>
  );
}
