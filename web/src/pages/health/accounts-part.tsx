// Every account on one line: how it is, when it was read, how long leads wait to be read, and why it pauses if it does.
import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { type Accessor, For, Show } from "solid-js";
import type { AccountView } from "#contracts/api/account";
import { accountsQuery, FALLBACK_POLL_MS } from "../../api/queries.ts";
import { useLive } from "../../parts/live-context.tsx";
import { ACCOUNTS_PATH } from "../../paths.ts";
import { accountWords, latencyWords, pauseWords } from "../../words/account.ts";
import { PLATFORM_WORDS } from "../../words/platform.ts";
import { ago, fullTime } from "../../words/time.ts";
import { HealthPart } from "./health-part.tsx";
import { stateOf } from "./part-state.ts";

export function AccountsPart(props: { now: Accessor<number> }) {
  const live = useLive();
  const accounts = useQuery(() => ({
    ...accountsQuery(),
    refetchInterval: live.state() === "open" ? (false as const) : FALLBACK_POLL_MS,
  }));
  const rows = () => (accounts.isLoadingError || accounts.isPending ? [] : (accounts.data ?? []));
  return (
    <HealthPart
      title="Accounts"
      state={stateOf(accounts, rows().length)}
      error={accounts.error}
      onRetry={() => void accounts.refetch()}
      empty={{
        title: "No platform account yet.",
        text: "Accounts are set up with the organisation. See the deployment notes.",
      }}
      command={
        <A class="button is-small" href={ACCOUNTS_PATH} activeClass="" inactiveClass="">
          Change accounts
        </A>
      }
    >
      <p class="health-hint">
        p50 and p95: how long half, and 95 of 100, of the newest messages took from the platform to here. More than a
        minute is marked.
      </p>
      <ul class="glance">
        <For each={rows()}>{(account) => <AccountLine account={account} now={props.now} />}</For>
      </ul>
    </HealthPart>
  );
}

function AccountLine(props: { account: AccountView; now: Accessor<number> }) {
  const state = () => accountWords(props.account);
  return (
    <li class="glance-row">
      <div class="glance-name">
        <p class="health-title">{PLATFORM_WORDS[props.account.platform]}</p>
        <p class="account-label" dir="auto">
          {props.account.label}
        </p>
      </div>
      <span class="state" data-tone={state().tone}>
        {state().words}
      </span>
      <dl class="glance-facts">
        <div>
          <dt>Last read</dt>
          <dd>
            <Show when={props.account.lastSuccessAt} fallback="Never">
              {(at) => (
                <time datetime={at()} title={fullTime(at())}>
                  {ago(at(), props.now())}
                </time>
              )}
            </Show>
          </dd>
        </div>
        <Latency account={props.account} />
      </dl>
      <Show when={props.account.stopped}>
        {(stopped) => (
          <p class="glance-why" data-tone="bad">
            {stopped().message} {stopped().next}
          </p>
        )}
      </Show>
      <Show when={props.account.breaker}>
        {(breaker) => (
          <p class="glance-why" data-tone="warn">
            {breaker().message}{" "}
            <time datetime={breaker().until} title={fullTime(breaker().until)}>
              {pauseWords(breaker().until, props.now())}
            </time>
          </p>
        )}
      </Show>
    </li>
  );
}

/** From a lead's message on the platform to its place here. */
function Latency(props: { account: AccountView }) {
  const words = () => latencyWords(props.account.ingest);
  return (
    <>
      <div>
        <dt>p50</dt>
        <dd>{words()?.p50 ?? <NotMeasured />}</dd>
      </div>
      <div>
        <dt>p95</dt>
        <dd data-slow={words()?.isSlow ? "yes" : undefined}>
          {words()?.p95 ?? <NotMeasured />}
          <Show when={words()?.isSlow}>
            <span class="visually-hidden">, slower than a minute</span>
          </Show>
        </dd>
      </div>
      <div>
        <dt>Measured</dt>
        <dd>{words()?.samples ?? "0"}</dd>
      </div>
    </>
  );
}

function NotMeasured() {
  return (
    <>
      <span aria-hidden="true">—</span>
      <span class="visually-hidden">not measured yet</span>
    </>
  );
}
