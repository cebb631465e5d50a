// Beside the list while no conversation is open (wide screens only).
import { Note } from "../../parts/note.tsx";

export function NothingOpen() {
  return (
    <Note icon="home" title="Choose a conversation">
      <p>
        Hand-offs come first. <kbd>J</kbd> and <kbd>K</kbd> move through the list, <kbd>Enter</kbd> opens.
      </p>
    </Note>
  );
}
