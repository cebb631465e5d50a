// The key that makes a repeated reply the same reply. The actor remembers it; here it is only read and checked.
import type { Context } from "hono";
import { Problem } from "./problem.ts";

/** Longest key taken. */
export const IDEMPOTENCY_KEY_CHARS_MAX = 200;
const PRINTABLE = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

/** The Idempotency-Key header: 1 to 200 printable characters. */
export function idempotencyKey(c: Context): string {
  const key = c.req.header("idempotency-key");
  if (key === undefined || key === "") {
    throw new Problem("IDEMPOTENCY_KEY_MISSING", "Send an Idempotency-Key header, new for every new reply.");
  }
  if (key.length > IDEMPOTENCY_KEY_CHARS_MAX || !PRINTABLE.test(key)) {
    throw new Problem(
      "BAD_REQUEST",
      `The Idempotency-Key must be 1 to ${IDEMPOTENCY_KEY_CHARS_MAX} printable characters. Use a UUID.`,
    );
  }
  return key;
}

/** How the header reads in the OpenAPI document. */
export const idempotencyKeyParameter = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description: "New for every new reply; the same key again answers with the same reply.",
  schema: { type: "string", minLength: 1, maxLength: IDEMPOTENCY_KEY_CHARS_MAX },
} as const;
