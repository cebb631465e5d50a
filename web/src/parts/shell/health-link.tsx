// The way to the health page, with a badge of the incidents that nobody looked at. Says a new one aloud.
import { A } from "@solidjs/router";
import { useInfiniteQuery } from "@tanstack/solid-query";
import { createEffect, on, Show } from "solid-js";
import { FALLBACK_POLL_MS, incidentsQuery } from "../../api/queries.ts";
import { HEALTH_PATH } from "../../paths.ts";
import { useLive } from "../live-context.tsx";

/** A badge is small: more than this is simply many. */
const BADGE_MAX = 99;

export function HealthLink() {
  const live = useLive();
  const incidents = useInfiniteQuery(() => ({
    ...incidentsQuery(true),
    refetchInterval: live.state() === "open" ? (false as const) : FALLBACK_POLL_MS,
  }));
  const unseen = () => (incidents.isSuccess ? (incidents.data.pages[0]?.unseen ?? 0) : null);
  createEffect(
    on(unseen, (now, before) => {
      if (now !== null && typeof before === "number" && now > before) {
        live.announce(`Something went wrong. ${unseenWords(now)} on the health page.`);
      }
    }),
  );
  return (
    <A href={HEALTH_PATH} activeClass="is-here">
      Health
      <Show when={unseen()}>
        {(count) => (
          <span class="badge">
            <span aria-hidden="true">{count() > BADGE_MAX ? `${BADGE_MAX}+` : count()}</span>
            <span class="visually-hidden">, {unseenWords(count())}</span>
          </span>
        )}
      </Show>
    </A>
  );
}

function unseenWords(count: number): string {
  return count === 1 ? "1 unseen incident" : `${count} unseen incidents`;
}
