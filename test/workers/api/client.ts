// Calls the API as somebody. Cookies are kept as a browser keeps them; nothing else is remembered.
import { exports } from "cloudflare:workers";
import { errorBodySchema } from "#contracts/errors";
import { freshId, PASSWORD, type Person } from "./agency.ts";

export const ORIGIN = "https://board.example";

export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
  readonly text: string;
};
export type Client = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

/** A visitor without a session. */
export const anonymous: Client = clientWith({});

/** Signs in for real. */
export async function signIn(person: Person): Promise<Client> {
  return clientWith({ cookie: await signInCookie(person) });
}

/** Signs in with these words. */
export async function signInAs(email: string, password: string): Promise<Client> {
  return clientWith({ cookie: await cookieOf(email, password) });
}

/** The cookies of a fresh session. */
export async function signInCookie(person: Person): Promise<string> {
  return await cookieOf(person.email, PASSWORD);
}

/** Each sign-in comes from its own address, so that the limit is not in the way. */
async function cookieOf(email: string, password: string): Promise<string> {
  const answer = await anonymous(
    "POST",
    "/api/auth/sign-in/email",
    { email, password },
    { "cf-connecting-ip": freshId("address") },
  );
  const cookie = answer.headers
    .getSetCookie()
    .map((set) => set.split(";")[0])
    .join("; ");
  if (answer.status !== 200 || cookie === "") throw new Error(`sign-in answered ${answer.status}`);
  return cookie;
}

/** The code in an error's envelope; fails when the answer is not one. */
export function codeOf(answer: Answer): string {
  return errorBodySchema.parse(answer.body).error.code;
}

function clientWith(own: Record<string, string>): Client {
  return async (method, path, body, headers = {}) => {
    const response = await exports.default.fetch(
      new Request(`${ORIGIN}${path}`, {
        method,
        headers: {
          origin: ORIGIN,
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...own,
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { body: typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parsed(text) };
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
