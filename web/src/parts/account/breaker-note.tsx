// Why an account pauses by itself, until when, and how a person who mended the cause ends it. Nothing is shown while it does not.
import { type Accessor, Show } from "solid-js";
import type { AccountView } from "#contracts/api/account";
import { pauseWords } from "../../words/account.ts";
import { fullTime } from "../../words/time.ts";
import { Banner } from "../banner.tsx";

export function BreakerNote(props: {
  account: AccountView;
  now: Accessor<number>;
  isBusy: boolean;
  onEnd: () => void;
}) {
  return (
    <Show when={props.account.breaker}>
      {(breaker) => (
        <Banner tone="warn" icon="clock" title={breaker().message}>
          <p>
            <time datetime={breaker().until} title={fullTime(breaker().until)}>
              {pauseWords(breaker().until, props.now())}
            </time>
          </p>
          <button type="button" class="button is-small" disabled={props.isBusy} onClick={() => props.onEnd()}>
            It is mended, go on now
          </button>
        </Banner>
      )}
    </Show>
  );
}
