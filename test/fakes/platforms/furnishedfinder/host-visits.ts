// What the host's browser does on the FurnishedFinder twin, without a browser, for its tests: logs in step by step,
// keeps cookie and token apart, and talks to the message service as the page script does.

import { type CheerioAPI, load } from "cheerio";
import { DEMO_ACCOUNT } from "../kernel/demo-account.ts";
import type { ChannelState, MessageState, RowState } from "./channel-state.ts";
import { HOST_MEMBER_ID } from "./login-routes.ts";
import { channelPath, PATHS } from "./paths.ts";

/** 2026-11-20 15:30 in New York (EST). */
export const NOW = Date.UTC(2026, 10, 20, 20, 30);

export type Answer = { status: number; text: string; json: Record<string, unknown> };
type Channels = { now: number; channels: RowState[]; open: ChannelState | null };

export type HostBrowser = {
  get(path: string): Promise<Answer>;
  /** The content that a member's page draws once it found the storage key; empty at the gate. */
  content(path: string): Promise<CheerioAPI>;
  step(word: "username" | "password" | "code", fields?: Record<string, string>): Promise<Answer>;
  /** User name, then password. */
  logIn(): Promise<void>;
  channels(query?: string): Promise<Channels>;
  open(threadId: string): Promise<ChannelState>;
  /** Sends under a new id, or under the given one. */
  send(threadId: string, text: string, id?: string): Promise<Answer & { message: MessageState | undefined }>;
  /** A request of the page script; `token` and `csrf` replace the right ones. */
  ask(path: string, options?: { body?: unknown; token?: string; csrf?: string }): Promise<Answer>;
};

export function makeHostBrowser(origin: string): HostBrowser {
  let cookie = "";
  let token = "";
  let sent = 0;
  const fetchPage = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(new URL(path, origin), {
      ...init,
      headers: { ...init.headers, cookie },
      redirect: "manual",
    });
    const [set] = response.headers.getSetCookie();
    if (set !== undefined) cookie = set.split(";")[0] ?? "";
    const text = await response.text();
    return { status: response.status, text, json: text.startsWith("{") ? JSON.parse(text) : {} };
  };
  const get = (path: string) => fetchPage(path);
  const step: HostBrowser["step"] = async (word, fields = {}) => {
    const csrf = templateOf(load((await get("/")).text), "login-dialog")("input[name=csrf]").attr("value") ?? "";
    const body = new URLSearchParams({ csrf, username: DEMO_ACCOUNT.username, ...fields });
    const answer = await fetchPage(`/auth/${word}`, { method: "POST", body });
    const { member } = answer.json as { member?: { token: string } };
    if (member !== undefined) ({ token } = member);
    return answer;
  };
  const ask: HostBrowser["ask"] = async (path, options = {}) => {
    const headers = { authorization: options.token ?? token, "x-csrf-token": options.csrf ?? "" };
    if (options.body === undefined) return fetchPage(path, { headers });
    return fetchPage(path, { method: "POST", headers, body: JSON.stringify(options.body) });
  };
  return {
    get,
    content: async (path) => templateOf(load((await get(path)).text), "member-content"),
    step,
    async logIn() {
      await step("username");
      await step("password", { password: DEMO_ACCOUNT.password });
    },
    // The page script reads the same shapes.
    channels: async (query = "") => (await ask(`${PATHS.channels}${query}`)).json as Channels,
    open: async (threadId) => (await ask(`${PATHS.channels}/${threadId}`)).json["open"] as ChannelState,
    async send(threadId, text, id = `${HOST_MEMBER_ID}-test-send-${++sent}`) {
      const csrf = load((await get(channelPath(threadId))).text)("meta[name=csrf-token]").attr("content") ?? "";
      const answer = await ask(messagePath(threadId), { csrf, body: { message: { id, text } } });
      const { message } = answer.json;
      return { ...answer, message: typeof message === "object" ? (message as MessageState) : undefined };
    },
    ask,
  };
}

export function messagePath(threadId: string): string {
  return `${PATHS.channels}/${threadId}/message`;
}

export function templateOf($: CheerioAPI, id: string): CheerioAPI {
  return load($(`template#${id}`).html() ?? "");
}
