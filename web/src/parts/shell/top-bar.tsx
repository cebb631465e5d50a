// Top navigation: where one can go with this role, and the person's menu.
import { A } from "@solidjs/router";
import { Show } from "solid-js";
import { ACCOUNTS_PATH, CONVERSATIONS_PATH, UNITS_PATH } from "../../paths.ts";
import { useMe } from "../session-context.ts";
import { HealthLink } from "./health-link.tsx";
import { UserMenu } from "./user-menu.tsx";

export function TopBar() {
  const me = useMe();
  return (
    <header class="topbar">
      <A
        class="brand"
        href={CONVERSATIONS_PATH}
        aria-label="lease-bot, to the conversations"
        activeClass=""
        inactiveClass=""
      >
        <img src="/icon.svg" alt="" width="28" height="28" />
        <span class="brand-name">lease-bot</span>
      </A>
      <nav class="topnav" aria-label="Pages">
        <A href={CONVERSATIONS_PATH} activeClass="is-here">
          Conversations
        </A>
        <A href={UNITS_PATH} activeClass="is-here">
          Units
        </A>
        <Show when={me().role === "admin"}>
          <A href={ACCOUNTS_PATH} activeClass="is-here">
            Accounts
          </A>
          <HealthLink />
        </Show>
      </nav>
      <UserMenu />
    </header>
  );
}
