// Every error that leaves the API, and the only file that knows HTTP statuses.
// Nothing that was sent in is ever echoed: not a body, not a header, not a path.
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ActorRefusal } from "#contracts/actors";
import type { ErrorBody, ErrorCode } from "#contracts/errors";
import type { Result } from "#domain/kernel/result";

export const OK = 200;
export const CREATED = 201;
export const SWITCHING_PROTOCOLS = 101;

/** Total: a new code does not compile without its status. */
export const STATUS_OF = {
  BAD_REQUEST: 400,
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  RATE_LIMITED: 429,
  IDEMPOTENCY_KEY_MISSING: 400,
  IDEMPOTENCY_KEY_REUSED: 422,
  NOT_NOW: 409,
  NOT_STARTED: 409,
  STALE: 409,
  NEW_INBOUND: 409,
  ANSWERED_MEANWHILE: 409,
  SUPPRESSED: 409,
  TIME_TAKEN: 409,
  GROUP_FULL: 409,
  DAY_FULL: 409,
  NOT_OFFERED: 409,
  TEXT_EMPTY: 422,
  TEXT_TOO_LONG: 422,
  TEXT_BLOCKED: 422,
  TEXT_WARNED: 422,
  UNAVAILABLE: 503,
  INTERNAL: 500,
} as const satisfies Record<ErrorCode, ContentfulStatusCode>;

type Details = NonNullable<ErrorBody["error"]["details"]>;

/** Thrown by a route or middleware; the app's error handler turns it into an answer. */
export class Problem extends Error {
  readonly code: ErrorCode;
  readonly details: Details | null;
  readonly headers: Readonly<Record<string, string>>;

  /** `message` is a sentence for a person, with what to do next. */
  constructor(code: ErrorCode, message: string, details: Details | null = null, headers: Record<string, string> = {}) {
    super(message);
    this.name = "Problem";
    this.code = code;
    this.details = details;
    this.headers = headers;
  }
}

/** The same words for what does not exist and what is somebody else's, so that nobody can tell them apart. */
export function notFound(): Problem {
  return new Problem("NOT_FOUND", "There is nothing here, or it is not yours to see. Go back to the board.");
}

/** The value of an actor's answer, or its refusal as a problem. */
export function orThrow<T>(result: Result<T, ActorRefusal>): T {
  if (result.ok) return result.value;
  if (result.error.code === "NOT_FOUND") throw notFound();
  throw new Problem(result.error.code, `${result.error.message} ${result.error.next}`);
}

/** The envelope as a response. */
export function answerWith(c: Context, problem: Problem): Response {
  const requestId: unknown = c.get("requestId");
  const body: ErrorBody = {
    error: {
      code: problem.code,
      message: problem.message,
      ...(problem.details === null ? {} : { details: problem.details }),
      requestId: typeof requestId === "string" ? requestId : "",
    },
  };
  return c.json(body, STATUS_OF[problem.code], { ...problem.headers, "cache-control": "no-store" });
}

/** The code that stands for a foreign status, e.g. of the sign-in library. */
export function codeOfStatus(status: number): ErrorCode {
  switch (status) {
    case 401:
      return "NOT_SIGNED_IN";
    case 403:
      return "NOT_ALLOWED";
    case 404:
      return "NOT_FOUND";
    case 405:
      return "METHOD_NOT_ALLOWED";
    case 413:
      return "TOO_LARGE";
    case 415:
      return "UNSUPPORTED_MEDIA_TYPE";
    case 429:
      return "RATE_LIMITED";
    default:
      return status >= 500 ? "INTERNAL" : "BAD_REQUEST";
  }
}
