// When somebody shows units: their own page, for admins anybody's. Loaded only when opened.
import { useSearchParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { createEffect, For, Match, Show, Switch } from "solid-js";
import type { Availability } from "#contracts/api/availability";
import { availabilityQuery } from "../../api/availability-client.ts";
import { toProblem } from "../../api/problem.ts";
import { membersQuery } from "../../api/unit-queries.ts";
import { Icon } from "../../parts/icon.tsx";
import { Note } from "../../parts/note.tsx";
import { ProblemNote } from "../../parts/problem-note.tsx";
import { useMe } from "../../parts/session-context.ts";
import { todayIn } from "../../parts/unit/wall-time.ts";
import { createWeekDraft } from "../../parts/week/week-draft.ts";
import { createNow } from "../../primitives/create-now.ts";
import { DatesCard } from "./dates-card.tsx";
import { PreviewCard } from "./preview-card.tsx";
import { ProfileCard } from "./profile-card.tsx";
import { WeekCard } from "./week-card.tsx";
import "../../styles/units.css";
import "../../styles/availability.css";

const NOW_STEP_MS = 60_000;

export function AvailabilityPage() {
  const me = useMe();
  const [search, setSearch] = useSearchParams<{ of?: string }>();
  const isAdmin = () => me().role === "admin";
  const userId = () => (isAdmin() && typeof search.of === "string" ? search.of : me().user.id);
  createEffect(() => {
    document.title = "Availability · lease-bot";
  });
  return (
    <div class="page">
      <header class="page-head availability-head">
        <div>
          <h1>Availability</h1>
          <p>When leads can be offered a showing.</p>
        </div>
        <Show when={isAdmin()}>
          <PersonPicker userId={userId()} onChange={(id) => setSearch({ of: id }, { replace: true })} />
        </Show>
      </header>
      <Show when={userId()} keyed>
        {(id) => <Person userId={id} />}
      </Show>
    </div>
  );
}

function PersonPicker(props: { userId: string; onChange: (userId: string) => void }) {
  const me = useMe();
  const members = useQuery(membersQuery);
  return (
    <label class="select">
      <span class="visually-hidden">Whose availability</span>
      <select
        value={props.userId}
        disabled={!members.isSuccess}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        <For each={members.isSuccess ? members.data : []}>
          {(member) => (
            <option value={member.id} selected={member.id === props.userId}>
              {member.id === me().user.id ? `${member.name} (you)` : member.name}
            </option>
          )}
        </For>
      </select>
      <Icon name="chevron" />
    </label>
  );
}

function Person(props: { userId: string }) {
  const query = useQuery(() => availabilityQuery(props.userId));
  return (
    <Switch>
      <Match when={query.isLoadingError && toProblem(query.error).code === "NOT_FOUND"}>
        <Note icon="search" title="Nobody is here">
          <p>This person is no longer in your organisation.</p>
        </Note>
      </Match>
      <Match when={query.isLoadingError}>
        <ProblemNote error={query.error} title="The availability did not load" onRetry={() => void query.refetch()} />
      </Match>
      <Match when={query.isPending}>
        <p role="status">Loading…</p>
      </Match>
      <Match when={query.data}>{(availability) => <Parts availability={availability()} />}</Match>
    </Switch>
  );
}

function Parts(props: { availability: Availability }) {
  const now = createNow(NOW_STEP_MS);
  const draft = createWeekDraft(props.availability.user.id, () => props.availability.rules);
  const zone = () => props.availability.profile?.zone ?? null;
  return (
    <div class="availability">
      <div class="availability-column">
        <ProfileCard availability={props.availability} />
        <Show when={zone()}>
          <WeekCard userId={props.availability.user.id} saved={props.availability.rules} draft={draft} />
        </Show>
      </div>
      <Show when={zone()}>
        {(known) => (
          <div class="availability-column">
            <DatesCard availability={props.availability} zone={known()} today={todayIn(known(), now())} />
            <PreviewCard
              availability={props.availability}
              zone={known()}
              weekly={draft.rules()}
              isChanged={draft.isChanged()}
              today={todayIn(known(), now())}
            />
          </div>
        )}
      </Show>
    </div>
  );
}
