// The workboard's API as a signed-in person uses it: sign in, list, approve. For tests that do not need the pages.

import type { AccountChange, AccountView } from "#contracts/api/account";
import type { Conversation, ConversationList, ConversationRow, SendView } from "#contracts/api/conversation";

export type WorkboardClient = {
  conversations(query?: string): Promise<readonly ConversationRow[]>;
  conversation(id: string): Promise<Conversation>;
  approve(draftId: string): Promise<SendView>;
  accounts(): Promise<readonly AccountView[]>;
  changeAccount(id: string, change: AccountChange): Promise<void>;
  /** A file that the API hands out. */
  download(path: string): Promise<string>;
  /** Any other call: status and parsed body. */
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: unknown }>;
};

/** Signs in; throws when that is refused. */
export async function signIn(origin: string, login: { email: string; password: string }): Promise<WorkboardClient> {
  const headers = { "content-type": "application/json", origin };
  const answer = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: "POST",
    headers,
    body: JSON.stringify(login),
  });
  if (!answer.ok) throw new Error(`signing in was refused with ${answer.status}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0] ?? "")
    .join("; ");
  const call: WorkboardClient["call"] = async (method, path, body, more = {}) => {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: { ...headers, cookie, ...more },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json().catch(() => null) };
  };
  const good = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answered = await call(method, path, body);
    if (answered.status >= 300) throw new Error(`${method} ${path} answered ${answered.status}`);
    return answered.body as T;
  };
  return {
    conversations: async (query = "view=all") =>
      (await good<ConversationList>("GET", `/api/conversations?${query}`)).conversations,
    conversation: async (id) =>
      (await good<{ conversation: Conversation }>("GET", `/api/conversations/${id}`)).conversation,
    approve: async (draftId) => (await good<{ send: SendView }>("POST", `/api/drafts/${draftId}/approve`, {})).send,
    accounts: async () => (await good<{ accounts: AccountView[] }>("GET", "/api/accounts")).accounts,
    changeAccount: async (id, change) => {
      await good("PATCH", `/api/accounts/${id}`, change);
    },
    download: async (path) => await (await fetch(`${origin}${path}`, { headers: { ...headers, cookie } })).text(),
    call,
  };
}
