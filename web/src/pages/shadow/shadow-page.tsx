// The evidence for letting replies leave by themselves, for admins: what people did with what the assistant decided.
// Loaded only when opened.

import { useQuery } from "@tanstack/solid-query";
import { createEffect, createSignal, For, Match, Show, Switch } from "solid-js";
import { REPORT_DAYS, type ShadowReport } from "#contracts/api/shadow";
import { PLATFORMS } from "#domain/platform";
import { accountsQuery } from "../../api/queries.ts";
import { type ReportFilter, shadowReportQuery } from "../../api/shadow-client.ts";
import { AdminOnly } from "../../parts/admin-only.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Note } from "../../parts/note.tsx";
import { ProblemNote } from "../../parts/problem-note.tsx";
import { useMe } from "../../parts/session-context.ts";
import { PLATFORM_WORDS } from "../../words/platform.ts";
import { adviceWords } from "../../words/shadow.ts";
import { IntentTable } from "./intent-table.tsx";
import { WrongList } from "./wrong-list.tsx";

const EVERYTHING: ReportFilter = { days: "30", platform: null, account: null };

export function ShadowPage() {
  const _me = useMe();
  createEffect(() => {
    document.title = "Evidence · lease-bot";
  });
  return (
    <div class="page">
      <header class="page-head">
        <h1>Evidence</h1>
        <p>What people did with what the assistant decided: the ground for sending automatically.</p>
      </header>
      <AdminOnly title="Evidence is for admins" words="Why the assistant did something stands in each conversation.">
        <Evidence />
      </AdminOnly>
    </div>
  );
}

function Evidence() {
  const [filter, setFilter] = createSignal(EVERYTHING);
  const report = useQuery(() => shadowReportQuery(filter()));
  return (
    <div class="health">
      <Filters filter={filter()} onChange={(change) => setFilter((held) => ({ ...held, ...change }))} />
      <Switch>
        <Match when={report.isLoadingError}>
          <ProblemNote error={report.error} title="The report did not load" onRetry={() => void report.refetch()} />
        </Match>
        <Match when={report.isPending}>
          <p class="card health-part" role="status">
            Loading…
          </p>
        </Match>
        <Match when={report.data?.total.decisions === 0}>
          <Note icon="check" title="No decisions in this time">
            <p>They appear here as leads write and the assistant decides. Choose a longer time to see older ones.</p>
          </Note>
        </Match>
        <Match when={report.data}>
          {(data) => (
            <>
              <Accounts report={data()} />
              <IntentTable report={data()} />
              <WrongList report={data()} />
            </>
          )}
        </Match>
      </Switch>
    </div>
  );
}

function Filters(props: { filter: ReportFilter; onChange: (change: Partial<ReportFilter>) => void }) {
  const accounts = useQuery(() => accountsQuery());
  return (
    <form class="card evidence-filters" aria-label="What to show" onSubmit={(event) => event.preventDefault()}>
      <label>
        Time
        <span class="select">
          <select
            value={props.filter.days}
            onChange={(event) =>
              props.onChange({ days: REPORT_DAYS.find((days) => days === event.currentTarget.value) ?? "30" })
            }
          >
            <For each={REPORT_DAYS}>{(days) => <option value={days}>{days} days</option>}</For>
          </select>
          <Icon name="chevron" />
        </span>
      </label>
      <label>
        Platform
        <span class="select">
          <select
            onChange={(event) =>
              props.onChange({ platform: PLATFORMS.find((one) => one === event.currentTarget.value) ?? null })
            }
          >
            <option value="">All platforms</option>
            <For each={PLATFORMS}>{(platform) => <option value={platform}>{PLATFORM_WORDS[platform]}</option>}</For>
          </select>
          <Icon name="chevron" />
        </span>
      </label>
      <label>
        Account
        <span class="select">
          <select onChange={(event) => props.onChange({ account: event.currentTarget.value || null })}>
            <option value="">All accounts</option>
            <For each={accounts.data ?? []}>{(account) => <option value={account.id}>{account.label}</option>}</For>
          </select>
          <Icon name="chevron" />
        </span>
      </label>
    </form>
  );
}

function Accounts(props: { report: ShadowReport }) {
  return (
    <section class="card health-part" aria-labelledby="evidence-accounts">
      <header class="health-head">
        <h2 id="evidence-accounts">May it send automatically?</h2>
      </header>
      <Show when={props.report.isCut}>
        <p class="health-hint">There were very many decisions: these are the newest 50,000.</p>
      </Show>
      <ul class="health-rows">
        <For each={props.report.byAccount}>
          {(line) => (
            <li class="health-row">
              <div class="health-what">
                <p class="health-title">
                  {PLATFORM_WORDS[line.account.platform]} · {line.account.name}
                </p>
                <p class="health-next">{adviceWords(line)}</p>
              </div>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
