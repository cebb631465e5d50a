// What the host does on the SpareRoom twin without a browser, for its tests: signs in, looks, replies.

import { type CheerioAPI, load } from "cheerio";
import type { CookieClient, Page } from "../kernel/cookie-client.ts";
import { DEMO_ACCOUNT } from "../kernel/demo-account.ts";
import { PATHS } from "./paths.ts";

/** 2026-11-20 15:30 in New York (EST). */
export const NOW = Date.UTC(2026, 10, 20, 20, 30);
export const GATE_WORDS = "To view this content you will need to either";

export function threadPath(threadId: string): string {
  return `${PATHS.threads}?thread_id=${threadId}`;
}

/** Posts the login form; `fields` replace those of the demo account. */
export async function signIn(visitor: CookieClient, fields: Record<string, string> = {}): Promise<Page> {
  const $ = load((await visitor.get(PATHS.login)).text);
  return visitor.post(PATHS.login, {
    csrf_token: $("div#userAuth.auth.hidden-overlay").attr("data-csrf-token") ?? "",
    email: DEMO_ACCOUNT.email,
    password: DEMO_ACCOUNT.password,
    loginfrom_url: PATHS.threads,
    remember_me: "N",
    ...fields,
  });
}

export async function openInbox(host: CookieClient, query: string): Promise<CheerioAPI> {
  return load((await host.get(`${PATHS.threads}${query}`)).text);
}

/** Opens the thread, fills the composer and posts it as the page's own form would. */
export async function reply(
  host: CookieClient,
  threadId: string,
  text: string,
  headers: Record<string, string> = {},
): Promise<Page> {
  const $ = load((await host.get(threadPath(threadId))).text);
  const form = $("form:has(textarea[name=message])").last();
  const fields: Record<string, string> = { message: text };
  for (const input of form.find("input[type=hidden]").toArray()) {
    fields[$(input).attr("name") ?? ""] = $(input).attr("value") ?? "";
  }
  return host.post(form.attr("action") ?? "", fields, headers);
}
