// The health page, for admins: what went wrong, what was given up, and how each account is. Loaded only when opened.
import { createEffect, Show } from "solid-js";
import { Note } from "../../parts/note.tsx";
import { useMe } from "../../parts/session-context.ts";
import { createNow } from "../../primitives/create-now.ts";
import { AccountsPart } from "./accounts-part.tsx";
import { IncidentsPart } from "./incidents-part.tsx";
import { LettersPart } from "./letters-part.tsx";

const NOW_STEP_MS = 5_000;

export function HealthPage() {
  const me = useMe();
  const now = createNow(NOW_STEP_MS);
  createEffect(() => {
    document.title = "Health · lease-bot";
  });
  return (
    <div class="page">
      <header class="page-head">
        <h1>Health</h1>
        <p>What went wrong, what was given up, and how each account is.</p>
      </header>
      <Show
        when={me().role === "admin"}
        fallback={
          <Note icon="stop" title="Health is for admins">
            <p>What needs you stands in your conversations. Tell an admin if something looks wrong.</p>
          </Note>
        }
      >
        <div class="health">
          <IncidentsPart now={now} />
          <LettersPart now={now} />
          <AccountsPart now={now} />
        </div>
      </Show>
    </div>
  );
}
