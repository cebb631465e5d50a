// The health page, for admins: what went wrong, what was given up, and how each account is. Loaded only when opened.

import { createEffect } from "solid-js";
import { AdminOnly } from "../../parts/admin-only.tsx";
import { useMe } from "../../parts/session-context.ts";
import { createNow } from "../../primitives/create-now.ts";
import { AccountsPart } from "./accounts-part.tsx";
import { IncidentsPart } from "./incidents-part.tsx";
import { LettersPart } from "./letters-part.tsx";

const NOW_STEP_MS = 5_000;

export function HealthPage() {
  const _me = useMe();
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
      <AdminOnly
        title="Health is for admins"
        words="What needs you stands in your conversations. Tell an admin if something looks wrong."
      >
        <div class="health">
          <IncidentsPart now={now} />
          <LettersPart now={now} />
          <AccountsPart now={now} />
        </div>
      </AdminOnly>
    </div>
  );
}
