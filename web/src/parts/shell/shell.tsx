// The frame of every page behind the login: session check, top bar, connection strip, toasts.
import { Navigate, type RouteSectionProps, useLocation } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createEffect, Match, Switch } from "solid-js";
import type { Me } from "#contracts/api/organisation";
import { meQuery } from "../../api/queries.ts";
import { loginPath } from "../../paths.ts";
import { claimKept } from "../../primitives/claim-kept.ts";
import { LiveProvider } from "../live-context.tsx";
import { ProblemNote } from "../problem-note.tsx";
import { SessionContext } from "../session-context.ts";
import { Toasts } from "../toasts.tsx";
import { ConnectionStrip } from "./connection-strip.tsx";
import { TopBar } from "./top-bar.tsx";

export function Shell(props: RouteSectionProps) {
  const location = useLocation();
  const me = useQuery(meQuery);
  const signedIn = () => (me.isSuccess ? (me.data ?? null) : null);
  createEffect(() => {
    const person = signedIn();
    if (person !== null) claimKept(sessionStorage, person.user.id);
  });
  return (
    <Switch>
      <Match when={me.isLoadingError}>
        <main class="page-alone">
          <ProblemNote error={me.error} title="The workboard did not load" onRetry={() => void me.refetch()} />
        </main>
      </Match>
      <Match when={me.isSuccess && me.data === null}>
        <Navigate href={loginPath(location.pathname + location.search)} />
      </Match>
      <Match when={signedIn() !== null}>
        <SessionContext.Provider value={() => signedIn() as Me}>
          <LiveProvider>
            <a class="skip" href="#main">
              Skip to content
            </a>
            <div class="shell">
              <TopBar />
              <ConnectionStrip />
              <main id="main" class="shell-main" tabindex="-1">
                {props.children}
              </main>
            </div>
            <Toasts />
          </LiveProvider>
        </SessionContext.Provider>
      </Match>
    </Switch>
  );
}
