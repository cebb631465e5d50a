// The person's menu: who is signed in, their times, the theme, signing out. A native popover: Esc and a tap outside close it.
import { A } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { api } from "../../api/client.ts";
import { keys } from "../../api/queries.ts";
import { AVAILABILITY_PATH, ORGANISATION_PATH } from "../../paths.ts";
import { createCommand } from "../../primitives/create-command.ts";
import { setTheme, THEMES, theme } from "../../primitives/theme.ts";
import { useMe } from "../session-context.ts";

const THEME_WORDS = { system: "System", light: "Light", dark: "Dark" } as const;

export function UserMenu() {
  const me = useMe();
  const client = useQueryClient();
  let menu!: HTMLDivElement;
  const signOut = createCommand(() => api.signOut(), {
    done: () => {
      client.setQueryData(keys.me, null);
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== keys.me[0] });
      sessionStorage.clear();
    },
  });
  return (
    <>
      <button type="button" class="avatar" popovertarget="user-menu">
        <span aria-hidden="true">{initials(me().user.name)}</span>
        <span class="visually-hidden">Menu of {me().user.name}</span>
      </button>
      <div id="user-menu" class="menu" popover="auto" ref={menu}>
        <p class="menu-name">{me().user.name}</p>
        <p class="menu-mail">{me().user.email}</p>
        <p class="menu-mail">
          {me().organisation.name} · {me().role === "admin" ? "Admin" : "Agent"}
        </p>
        <A class="button menu-link" href={AVAILABILITY_PATH} onClick={() => menu.hidePopover()}>
          My availability
        </A>
        <Show when={me().role === "admin"}>
          <A class="button menu-link" href={ORGANISATION_PATH} onClick={() => menu.hidePopover()}>
            Settings
          </A>
        </Show>
        <fieldset class="segments">
          <legend>Theme</legend>
          <For each={THEMES}>
            {(one) => (
              <label>
                <input type="radio" name="theme" value={one} checked={theme() === one} onChange={() => setTheme(one)} />
                <span>{THEME_WORDS[one]}</span>
              </label>
            )}
          </For>
        </fieldset>
        <button type="button" class="button menu-out" disabled={signOut.isBusy} onClick={() => signOut.run(undefined)}>
          Sign out
        </button>
      </div>
    </>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? "")][0] ?? "";
  const last = words.length > 1 ? ([...(words[words.length - 1] ?? "")][0] ?? "") : "";
  return `${first}${last}`.toUpperCase();
}
