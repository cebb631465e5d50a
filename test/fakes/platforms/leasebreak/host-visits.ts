// What the host does on the Leasebreak twin without a browser, for its tests: signs in, looks, replies, sets prices.

import { type CheerioAPI, load } from "cheerio";
import type { CookieClient, Page } from "../kernel/cookie-client.ts";
import { DEMO_ACCOUNT } from "../kernel/demo-account.ts";
import { editPath, PATHS, threadPath } from "./paths.ts";

/** 2026-11-20 15:30 in New York (EST). */
export const NOW = Date.UTC(2026, 10, 20, 20, 30);

export async function open(visitor: CookieClient, path: string): Promise<CheerioAPI> {
  return load((await visitor.get(path)).text);
}

/** Posts the sign-in form; `fields` replace those of the demo account. */
export async function signIn(
  visitor: CookieClient,
  fields: Record<string, string> = {},
  headers: Record<string, string> = {},
): Promise<Page> {
  const $ = await open(visitor, PATHS.login);
  const typed = { "UserModel[email]": DEMO_ACCOUNT.email, "UserModel[password]": DEMO_ACCOUNT.password };
  return visitor.post(PATHS.login, { ...hiddenFields($, "#login-form"), ...typed, ...fields }, headers);
}

/** Opens the conversation, fills the composer and posts it as the page's own form would. */
export async function reply(
  host: CookieClient,
  threadId: string,
  text: string,
  headers: Record<string, string> = {},
): Promise<Page> {
  const $ = await open(host, threadPath(threadId));
  const fields = { ...hiddenFields($, "#reply-form"), "MessageForm[body]": text };
  return host.post($("#reply-form").attr("action") ?? "", fields, headers);
}

/** Opens the form of a listing's prices and posts `prices`, the shortest term first. */
export async function setPrices(host: CookieClient, listingId: string, prices: readonly string[]): Promise<Page> {
  const $ = await open(host, editPath(listingId));
  const typed = Object.fromEntries(prices.map((price, index) => [`ListingTerm[${index}][price]`, price]));
  return host.post($("#listing-form").attr("action") ?? "", { ...hiddenFields($, "#listing-form"), ...typed });
}

function hiddenFields($: CheerioAPI, form: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const input of $(`${form} input[type=hidden]`).toArray()) {
    fields[$(input).attr("name") ?? ""] = $(input).attr("value") ?? "";
  }
  return fields;
}
