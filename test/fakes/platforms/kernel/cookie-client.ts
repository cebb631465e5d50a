// A visitor without a browser, for tests of a twin: fetch with a cookie jar, forms, and the /__twin addresses.
// Follows no redirect by itself.

import type { MailView, Manifest, MessageView } from "./control-routes.ts";
import type { RequestEntry, Stats } from "./tally.ts";

export type Page = { status: number; text: string; headers: Headers };

export type CookieClient = {
  get(path: string, headers?: Record<string, string>): Promise<Page>;
  /** Posts form fields as a browser does: line breaks as CR LF. */
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Page>;
  control(change: Record<string, string | number>): Promise<{ status: number; body: unknown }>;
  leadWrites(words: {
    name?: string;
    text: string;
    listingId?: string;
    threadId?: string;
    newThread?: boolean;
    details?: Record<string, string>;
  }): Promise<{ threadId: string; messageId: string }>;
  messages(): Promise<MessageView[]>;
  mails(): Promise<MailView[]>;
  stats(): Promise<Stats>;
  requests(since?: string): Promise<RequestEntry[]>;
  manifest(): Promise<Manifest>;
  reset(): Promise<void>;
};

export function makeCookieClient(origin: string): CookieClient {
  const jar = new Map<string, string>();
  const ask = async (path: string, init: RequestInit): Promise<Page> => {
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(new URL(path, origin), { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      if (/max-age=0/i.test(line)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  const json = async (path: string, body?: unknown) => {
    const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    const response = await fetch(new URL(path, origin), init);
    return { status: response.status, body: await response.json() };
  };
  return {
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, fields, headers = {}) => {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(fields)) body.set(name, value.replaceAll(/\r\n|\r|\n/g, "\r\n"));
      return ask(path, { method: "POST", body, headers });
    },
    control: (change) => json("/__twin/control", change),
    async leadWrites(words) {
      const { status, body } = await json("/__twin/lead/messages", { name: "Jamie", ...words });
      if (status !== 200) throw new Error(`the lead's message was refused with ${status}`);
      return body as { threadId: string; messageId: string };
    },
    messages: async () => ((await json("/__twin/messages")).body as { messages: MessageView[] }).messages,
    mails: async () => ((await json("/__twin/mails")).body as { mails: MailView[] }).mails,
    stats: async () => (await json("/__twin/stats")).body as Stats,
    requests: async (since) =>
      (
        (await json(`/__twin/requests${since === undefined ? "" : `?since=${encodeURIComponent(since)}`}`)).body as {
          requests: RequestEntry[];
        }
      ).requests,
    manifest: async () => (await json("/__twin/manifest")).body as Manifest,
    reset: async () => void (await json("/__twin/reset", {})),
  };
}
