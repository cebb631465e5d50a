// One platform account: how it is, why it stands still if it does, and its switches.
import { useQueryClient } from "@tanstack/solid-query";
import { type Accessor, createUniqueId, Show } from "solid-js";
import type { AccountChange, AccountView } from "#contracts/api/account";
import { api } from "../../api/client.ts";
import { keys } from "../../api/queries.ts";
import { createCommand } from "../../primitives/create-command.ts";
import { accountWords, SEND_MODE_WORDS } from "../../words/account.ts";
import { PLATFORM_WORDS } from "../../words/platform.ts";
import { Banner } from "../banner.tsx";
import { toast } from "../toasts.tsx";
import { AccountClock } from "./account-clock.tsx";
import { AccountSwitches } from "./account-switches.tsx";
import { AdvertsRow } from "./adverts-row.tsx";
import { BreakerNote } from "./breaker-note.tsx";

export function AccountCard(props: { account: AccountView; now: Accessor<number> }) {
  const client = useQueryClient();
  const titleId = createUniqueId();
  const refresh = () => void client.invalidateQueries({ queryKey: keys.accounts });
  const state = () => accountWords(props.account);
  const change = createCommand((wanted: AccountChange) => api.changeAccount(props.account.id, wanted), {
    done: (account) => {
      client.setQueryData<AccountView[]>(keys.accounts, (held) =>
        held?.map((one) => (one.id === account.id ? account : one)),
      );
      toast("Saved.", "good");
    },
    refused: () => {
      refresh();
      return false;
    },
  });
  const poll = createCommand(() => api.pollAccount(props.account.id), {
    done: () => {
      refresh();
      toast("The inbox is read as soon as the account's pace allows.");
    },
  });
  const readAdverts = createCommand(() => api.syncListings(props.account.id), {
    done: () => {
      refresh();
      toast("The adverts are read as soon as the account's pace allows.");
    },
  });
  const resume = createCommand(() => api.resumeAccount(props.account.id), {
    done: () => {
      refresh();
      toast("Running again.", "good");
    },
  });

  return (
    <li class="card account">
      <article aria-labelledby={titleId}>
        <header class="account-head">
          <div>
            <h2 id={titleId} class="account-name">
              {PLATFORM_WORDS[props.account.platform]}
            </h2>
            <p class="account-label" dir="auto">
              {props.account.label}
            </p>
          </div>
          <span class="state" data-tone={state().tone}>
            {state().words}
          </span>
        </header>
        <Show when={props.account.stopped}>
          {(stopped) => (
            <Banner tone="bad" icon="warning" title={stopped().message}>
              <p>{stopped().next}</p>
              <button
                type="button"
                class="button is-small"
                disabled={resume.isBusy}
                onClick={() => resume.run(undefined)}
              >
                It is mended, resume
              </button>
            </Banner>
          )}
        </Show>
        <BreakerNote
          account={props.account}
          now={props.now}
          isBusy={resume.isBusy}
          onEnd={() => resume.run(undefined)}
        />
        <AccountClock account={props.account} now={props.now} />
        <AccountSwitches account={props.account} isBusy={change.isBusy} onChange={change.run} />
        <AdvertsRow
          account={props.account}
          now={props.now}
          isBusy={readAdverts.isBusy}
          onRead={() => readAdverts.run(undefined)}
        />
        <footer class="account-foot">
          <p class="card-hint">
            In force: <strong>{SEND_MODE_WORDS[props.account.effectiveSendMode].toLowerCase()}</strong>
          </p>
          <button
            type="button"
            class="button"
            disabled={poll.isBusy || !props.account.isActive || props.account.stopped !== null}
            onClick={() => poll.run(undefined)}
          >
            Read inbox now
          </button>
        </footer>
      </article>
    </li>
  );
}
