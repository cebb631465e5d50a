// What holds for the whole organisation: when people answer, how careful sending is, what showings keep to. For admins.

import { useQuery } from "@tanstack/solid-query";
import { createEffect, Match, Switch } from "solid-js";
import type { Organisation } from "#contracts/api/organisation-settings";
import { organisationQuery } from "../../api/organisation-client.ts";
import { AdminOnly } from "../../parts/admin-only.tsx";
import { ProblemNote } from "../../parts/problem-note.tsx";
import { useMe } from "../../parts/session-context.ts";
import { HoursCard } from "./hours-card.tsx";
import { SendingCard } from "./sending-card.tsx";
import { ShowingsCard } from "./showings-card.tsx";
import "../../styles/accounts.css";
import "../../styles/units.css";
import "../../styles/availability.css";

export function OrganisationPage() {
  const me = useMe();
  const isAdmin = () => me().role === "admin";
  const query = useQuery(() => ({ ...organisationQuery(), enabled: isAdmin() }));
  createEffect(() => {
    document.title = "Settings · lease-bot";
  });
  return (
    <div class="page">
      <header class="page-head">
        <h1>Settings</h1>
        <p>They hold for all of {me().organisation.name}, within a minute.</p>
      </header>
      <AdminOnly title="Settings are for admins" words="Ask an admin of your organisation if one needs a change.">
        <Switch>
          <Match when={query.isLoadingError}>
            <ProblemNote error={query.error} title="The settings did not load" onRetry={() => void query.refetch()} />
          </Match>
          <Match when={query.isPending}>
            <p role="status">Loading…</p>
          </Match>
          <Match when={query.data}>{(organisation) => <Parts organisation={organisation()} />}</Match>
        </Switch>
      </AdminOnly>
    </div>
  );
}

function Parts(props: { organisation: Organisation }) {
  return (
    <div class="availability">
      <div class="availability-column">
        <HoursCard settings={props.organisation.settings} />
      </div>
      <div class="availability-column">
        <SendingCard settings={props.organisation.settings} />
        <ShowingsCard settings={props.organisation.settings} />
      </div>
    </div>
  );
}
