// When the account's own adverts were read last, what kept the last try from it, and the button that has them read now.
import { type Accessor, Show } from "solid-js";
import type { AccountView } from "#contracts/api/account";
import { ago, fullTime } from "../../words/time.ts";

export function AdvertsRow(props: {
  account: AccountView;
  now: Accessor<number>;
  isBusy: boolean;
  onRead: () => void;
}) {
  return (
    <div class="account-adverts">
      <p class="card-hint">
        Own adverts:{" "}
        <Show when={props.account.listings.syncedAt} fallback="never read">
          {(at) => (
            <time datetime={at()} title={fullTime(at())}>
              read {ago(at(), props.now())}
            </time>
          )}
        </Show>
        <Show when={props.account.listings.problem}>
          {(problem) => (
            <>
              {" — "}
              {problem().message} {problem().next}
            </>
          )}
        </Show>
      </p>
      <button
        type="button"
        class="button is-small"
        disabled={props.isBusy || !props.account.isActive || props.account.stopped !== null}
        onClick={() => props.onRead()}
      >
        Read adverts now
      </button>
    </div>
  );
}
