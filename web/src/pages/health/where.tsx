// Where something happened: a link to the conversation, or to the accounts.
import { A } from "@solidjs/router";
import { Match, Show, Switch } from "solid-js";
import type { Platform } from "#domain/platform";
import { ACCOUNTS_PATH, conversationPath } from "../../paths.ts";
import { PLATFORM_WORDS } from "../../words/platform.ts";

export function Where(props: {
  conversation: { readonly id: string; readonly leadName: string | null } | null;
  account: { readonly name: string; readonly platform: Platform | null } | null;
}) {
  const accountWords = () => {
    const { account } = props;
    if (account === null) return null;
    return account.platform === null ? account.name : `${PLATFORM_WORDS[account.platform]} · ${account.name}`;
  };
  return (
    <span class="where">
      <Switch>
        <Match when={props.conversation}>
          {(conversation) => (
            <>
              <A class="where-link" href={conversationPath(conversation().id, "")} activeClass="" inactiveClass="">
                <bdi>{conversation().leadName ?? "Open conversation"}</bdi>
              </A>
              <Show when={accountWords()}>{(words) => <span>{words()}</span>}</Show>
            </>
          )}
        </Match>
        <Match when={accountWords()}>
          {(words) => (
            <A class="where-link" href={ACCOUNTS_PATH} activeClass="" inactiveClass="">
              {words()}
            </A>
          )}
        </Match>
      </Switch>
    </span>
  );
}
