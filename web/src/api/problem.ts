// What went wrong with a request, as one error class: the API's own codes plus two that only a browser can see.
// It says whether the server may have acted although we do not know its answer.
import * as z from "zod/mini";
import { type ErrorBody, type ErrorCode, errorBodySchema } from "#contracts/errors";

/** OFFLINE: no answer arrived. UNREADABLE: an answer that is not ours (a proxy's page, an older server). */
export type ProblemCode = ErrorCode | "OFFLINE" | "UNREADABLE";

type Details = NonNullable<ErrorBody["error"]["details"]>;

export class Problem extends Error {
  readonly code: ProblemCode;
  readonly requestId: string | null;
  /** Which fields were wrong, and how. */
  readonly details: Details;

  constructor(code: ProblemCode, message: string, requestId: string | null = null, details: Details = []) {
    super(message);
    this.name = "Problem";
    this.code = code;
    this.requestId = requestId;
    this.details = details;
  }
}

/** True when the server may have done what was asked: the same request must go out again with the same key. */
export function isUncertain(problem: Problem): boolean {
  return ["OFFLINE", "UNREADABLE", "INTERNAL", "UNAVAILABLE"].includes(problem.code);
}

/** Wraps whatever was thrown; an unknown error is never shown raw. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem("UNREADABLE", "Something unexpected happened here. Load the page again.");
}

/** Reads the API's error envelope; anything else becomes UNREADABLE. */
export function problemOf(body: unknown, status: number): Problem {
  const parsed = z.safeParse(errorBodySchema, body);
  if (parsed.success) {
    const { code, message, requestId, details } = parsed.data.error;
    return new Problem(code, message, requestId, details);
  }
  const plain = PLAIN[status];
  if (plain !== undefined) return new Problem(plain.code, plain.message);
  return new Problem("UNREADABLE", "The server's answer could not be read. Try again in a moment.");
}

/** Answers of the sign-in routes and of proxies carry no envelope; their status still tells something. */
const PLAIN: Readonly<Record<number, { readonly code: ErrorCode; readonly message: string }>> = {
  400: { code: "BAD_REQUEST", message: "The server did not understand this. Check what you entered." },
  401: { code: "NOT_SIGNED_IN", message: "Please sign in." },
  403: { code: "NOT_ALLOWED", message: "You are not allowed to do this." },
  429: { code: "RATE_LIMITED", message: "Too many requests. Wait a minute, then try again." },
  503: { code: "UNAVAILABLE", message: "The server is busy. Try again in a moment." },
};
