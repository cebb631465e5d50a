// Top navigation: where one can go with this role, and the person's menu.
import { A, useLocation } from "@solidjs/router";
import { createEffect, on, Show } from "solid-js";
import {
  ACCOUNTS_PATH,
  CONVERSATIONS_PATH,
  EVIDENCE_PATH,
  HOME_PATH,
  KNOWLEDGE_PATH,
  MODEL_PATH,
  SHOWINGS_PATH,
  TODAY_PATH,
  UNITS_PATH,
} from "../../paths.ts";
import { useMe } from "../session-context.ts";
import { HealthLink } from "./health-link.tsx";
import { UserMenu } from "./user-menu.tsx";

export function TopBar() {
  const me = useMe();
  const location = useLocation();
  let nav!: HTMLElement;
  // On a phone the bar scrolls: the link of the open page stays in sight.
  createEffect(
    on(
      () => location.pathname,
      () => nav.querySelector(".is-here")?.scrollIntoView({ block: "nearest", inline: "nearest" }),
    ),
  );
  return (
    <header class="topbar">
      <A class="brand" href={HOME_PATH} aria-label="lease-bot, to the start" activeClass="" inactiveClass="">
        <img src="/icon.svg" alt="" width="28" height="28" />
        <span class="brand-name">lease-bot</span>
      </A>
      <nav class="topnav" aria-label="Pages" ref={nav}>
        <A href={TODAY_PATH} activeClass="is-here">
          Today
        </A>
        <A href={CONVERSATIONS_PATH} activeClass="is-here">
          Conversations
        </A>
        <A href={SHOWINGS_PATH} activeClass="is-here">
          Showings
        </A>
        <A href={UNITS_PATH} activeClass="is-here">
          Units
        </A>
        <A href={KNOWLEDGE_PATH} activeClass="is-here">
          Knowledge
        </A>
        <Show when={me().role === "admin"}>
          <A href={ACCOUNTS_PATH} activeClass="is-here">
            Accounts
          </A>
          <A href={MODEL_PATH} activeClass="is-here">
            Model
          </A>
          <A href={EVIDENCE_PATH} activeClass="is-here">
            Evidence
          </A>
          <HealthLink />
        </Show>
      </nav>
      <UserMenu />
    </header>
  );
}
