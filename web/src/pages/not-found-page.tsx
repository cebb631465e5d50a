// An address that leads nowhere.
import { A } from "@solidjs/router";
import { Note } from "../parts/note.tsx";
import { CONVERSATIONS_PATH } from "../paths.ts";

export function NotFoundPage() {
  return (
    <div class="page-alone">
      <h1 class="visually-hidden">Page not found</h1>
      <Note icon="search" title="There is nothing at this address">
        <p>It may have been moved or mistyped.</p>
        <A class="button" href={CONVERSATIONS_PATH}>
          To the conversations
        </A>
      </Note>
    </div>
  );
}
