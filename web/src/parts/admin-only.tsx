// What only admins see of a page. The server refuses everybody else anyway; this says so instead of showing a failure.
import { type ParentProps, Show } from "solid-js";
import { Note } from "./note.tsx";
import { useMe } from "./session-context.ts";

/** `title`: "Health is for admins"; `words`: what everybody else can do instead. */
export function AdminOnly(props: ParentProps<{ title: string; words: string }>) {
  const me = useMe();
  return (
    <Show
      when={me().role === "admin"}
      fallback={
        <Note icon="stop" title={props.title}>
          <p>{props.words}</p>
        </Note>
      }
    >
      {props.children}
    </Show>
  );
}
