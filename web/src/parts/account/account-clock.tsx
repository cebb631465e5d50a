// When an account was last read, when it is read next, how long leads wait to be read, and what went wrong last.
import { type Accessor, Show } from "solid-js";
import type { AccountView } from "#contracts/api/account";
import { latencyWords } from "../../words/account.ts";
import { ago, fullTime, until } from "../../words/time.ts";

export function AccountClock(props: { account: AccountView; now: Accessor<number> }) {
  return (
    <dl class="pairs">
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
      <dt>Next read</dt>
      <dd>
        <Show when={props.account.nextPollAt} fallback="Not planned">
          {(at) => (
            <time datetime={at()} title={fullTime(at())}>
              {until(at(), props.now())}
            </time>
          )}
        </Show>
      </dd>
      <Show when={latencyWords(props.account.ingest)}>
        {(latency) => (
          <>
            <dt>New messages</dt>
            <dd>
              Half are here within {latency().p50}, 95 % within {latency().p95}{" "}
              <span class="pairs-when">(measured: {latency().samples})</span>
            </dd>
          </>
        )}
      </Show>
      <Show when={props.account.lastError}>
        {(error) => (
          <>
            <dt>Last error</dt>
            <dd>
              {error().message} <span class="pairs-when">{ago(error().at, props.now())}</span>
            </dd>
          </>
        )}
      </Show>
    </dl>
  );
}
