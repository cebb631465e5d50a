// Times in a row of words, each of which stays in one line.
import { For } from "solid-js";

export function TimeWords(props: { times: readonly string[] }) {
  return (
    <For each={props.times}>
      {(time, at) => (
        <>
          {at() === 0 ? "" : ", "}
          <span class="time-words">{time}</span>
        </>
      )}
    </For>
  );
}
