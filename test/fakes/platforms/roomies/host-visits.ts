// What the host does on the Roomies twin without a browser, for its tests: signs in, looks, replies.

import { type CheerioAPI, load } from "cheerio";
import type { CookieClient, Page } from "../kernel/cookie-client.ts";
import { DEMO_ACCOUNT } from "../kernel/demo-account.ts";
import type { MessageState } from "./message-state.ts";
import { PATHS, threadPath } from "./paths.ts";

/** 2026-11-20 15:30 in New York (EST). */
export const NOW = Date.UTC(2026, 10, 20, 20, 30);
export const IN_PLACE = { "X-Requested-With": "XMLHttpRequest" };

/** What a conversation's page hands to its script. */
export type ConversationData = {
  me: number;
  messages: MessageState[];
  renderMs: number | null;
  senderFlagMs: number | null;
  optimistic: boolean;
};

/** Posts the login form; `fields` replace those of the demo account. */
export async function signIn(visitor: CookieClient, fields: Record<string, string> = {}): Promise<Page> {
  const $ = load((await visitor.get(PATHS.login)).text);
  return visitor.post(PATHS.login, {
    _token: $("form input[name=_token]").attr("value") ?? "",
    email: DEMO_ACCOUNT.email,
    password: DEMO_ACCOUNT.password,
    ...fields,
  });
}

export async function openPage(host: CookieClient, path: string): Promise<CheerioAPI> {
  return load((await host.get(path)).text);
}

export function conversationOf($: CheerioAPI): ConversationData {
  return JSON.parse($("#conversation-data").text());
}

/** Posts the form that holds the textarea; `headers` IN_PLACE as the page's own script would. */
export async function reply(
  host: CookieClient,
  threadId: string,
  text: string,
  headers: Record<string, string> = {},
): Promise<Page> {
  const $ = await openPage(host, threadPath(threadId));
  const form = $("form:has(textarea[name=message])").last();
  const _token = form.find("input[name=_token]").attr("value") ?? "";
  return host.post(form.attr("action") ?? "", { _token, message: text }, headers);
}
