// Nothing in this view: says whether that is good news, and how to see more.
import { Show } from "solid-js";
import type { ListFilter } from "../../api/client.ts";
import { Note } from "../note.tsx";

const WORDS: Readonly<Record<ListFilter["view"], { readonly title: string; readonly text: string }>> = {
  open: { title: "No open conversations", text: "New leads appear here by themselves as soon as they write." },
  hand_offs: {
    title: "Nobody waits for a person",
    text: "When the assistant hands something over, it appears here first.",
  },
  drafts: { title: "No drafts to approve", text: "Replies that need your yes appear here." },
  closed: { title: "Nothing is closed yet", text: "Conversations with an outcome move here." },
  all: { title: "No conversations yet", text: "They appear as soon as a lead writes on one of the platforms." },
};

export function EmptyList(props: { filter: ListFilter; onFilter: (change: Partial<ListFilter>) => void }) {
  const isNarrowed = () => props.filter.q !== "" || props.filter.platform !== null;
  return (
    <Show
      when={isNarrowed()}
      fallback={
        <Note
          icon={props.filter.view === "hand_offs" || props.filter.view === "drafts" ? "check" : "home"}
          title={WORDS[props.filter.view].title}
        >
          <p>{WORDS[props.filter.view].text}</p>
        </Note>
      }
    >
      <Note icon="search" title="Nothing matches">
        <p>No conversation in this view fits the search and the platform.</p>
        <button type="button" class="button" onClick={() => props.onFilter({ q: "", platform: null, view: "all" })}>
          Show everything
        </button>
      </Note>
    </Show>
  );
}
