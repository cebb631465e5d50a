// Why an account pauses by itself, and until when. Nothing is shown while it does not.
import { type Accessor, Show } from "solid-js";
import type { AccountView } from "#contracts/api/account";
import { pauseWords } from "../../words/account.ts";
import { fullTime } from "../../words/time.ts";
import { Banner } from "../banner.tsx";

export function BreakerNote(props: { account: AccountView; now: Accessor<number> }) {
  return (
    <Show when={props.account.breaker}>
      {(breaker) => (
        <Banner tone="warn" icon="clock" title={breaker().message}>
          <p>
            <time datetime={breaker().until} title={fullTime(breaker().until)}>
              {pauseWords(breaker().until, props.now())}
            </time>
          </p>
        </Banner>
      )}
    </Show>
  );
}
