// What people do on the RentHop twin without a browser, for its tests: the host logs in, looks, replies, sets a price.

import { type CheerioAPI, load } from "cheerio";
import type { CookieClient, Page } from "../kernel/cookie-client.ts";
import { DEMO_ACCOUNT } from "../kernel/demo-account.ts";
import { editPath, PATHS, threadPath } from "./paths.ts";

/** 2026-11-20 15:30 in New York (EST). */
export const NOW = Date.UTC(2026, 10, 20, 20, 30);

export async function open(visitor: CookieClient, path: string): Promise<CheerioAPI> {
  return load((await visitor.get(path)).text);
}

/** Posts the login form of the one page that asks for both; `fields` replace those of the demo account. */
export async function signIn(visitor: CookieClient, fields: Record<string, string> = {}): Promise<Page> {
  const $ = await open(visitor, `${PATHS.login}?fwd=${encodeURIComponent(PATHS.inbox)}`);
  const typed = { username: DEMO_ACCOUNT.email, password: DEMO_ACCOUNT.password };
  return visitor.post(PATHS.login, { ...fieldsOf($, "#login-form"), ...typed, ...fields });
}

/** Opens the conversation, fills the composer and posts it as the page's own form would. */
export async function reply(
  host: CookieClient,
  threadId: string,
  text: string,
  headers: Record<string, string> = {},
): Promise<Page> {
  const $ = await open(host, threadPath(threadId));
  const fields = { ...fieldsOf($, "#message-form"), message: text };
  return host.post($("#message-form").attr("action") ?? "", fields, headers);
}

/** Opens the form of an ad and posts it with `changed` over what it holds. */
export async function saveAd(host: CookieClient, listingId: string, changed: Record<string, string>): Promise<Page> {
  const $ = await open(host, editPath(listingId));
  return host.post($("#listing-form").attr("action") ?? "", { ...fieldsOf($, "#listing-form"), ...changed });
}

/** The hidden and text fields of a form as the page filled them. */
export function fieldsOf($: CheerioAPI, form: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const field of $(`${form} input:not([type=checkbox]), ${form} textarea`).toArray()) {
    const value = $(field).is("textarea") ? $(field).text() : $(field).attr("value");
    fields[$(field).attr("name") ?? ""] = value ?? "";
  }
  return fields;
}
