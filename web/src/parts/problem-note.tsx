// A request failed and there is nothing else to show: says why, and offers to try again.
import { toProblem } from "../api/problem.ts";
import { Note } from "./note.tsx";

export function ProblemNote(props: { error: unknown; title: string; onRetry: () => void }) {
  return (
    <Note icon="warning" title={props.title} isAlert>
      <p>{toProblem(props.error).message}</p>
      <button type="button" class="button" onClick={() => props.onRetry()}>
        Try again
      </button>
    </Note>
  );
}
