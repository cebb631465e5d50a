// The answers of a route, for the OpenAPI document: what it gives, and every error it may give instead.
import { type ResponsesWithResolver, resolver } from "hono-openapi";
import type { $ZodType } from "zod/v4/core";
import { type ErrorCode, errorBodySchema } from "#contracts/errors";
import { CREATED, OK, STATUS_OF } from "./problem.ts";

/** Errors that any route may answer with. */
const ALWAYS: readonly ErrorCode[] = ["RATE_LIMITED", "UNAVAILABLE", "INTERNAL"];
/** Errors of every route behind a session. */
const SIGNED_IN: readonly ErrorCode[] = ["NOT_SIGNED_IN", "NOT_ALLOWED"];
/** Errors of every route that takes a body. */
export const BODY_ERRORS: readonly ErrorCode[] = ["BAD_REQUEST", "TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE"];

/** 200 with a body of this shape, or one of these errors. */
export function answers(schema: $ZodType, description: string, codes: readonly ErrorCode[] = []) {
  return { [OK]: given(schema, description), ...errors([...ALWAYS, ...SIGNED_IN, ...codes]) };
}

/** 201 with a body of this shape, or one of these errors. */
export function creates(schema: $ZodType, description: string, codes: readonly ErrorCode[] = []) {
  return { [CREATED]: given(schema, description), ...errors([...ALWAYS, ...SIGNED_IN, ...codes]) };
}

/** 200 for everybody, signed in or not. */
export function answersEveryone(schema: $ZodType, description: string, codes: readonly ErrorCode[] = []) {
  return { [OK]: given(schema, description), ...errors([...ALWAYS, ...codes]) };
}

/** The errors alone, for answers that are not JSON. */
export function errors(codes: readonly ErrorCode[]): ResponsesWithResolver {
  const byStatus = Map.groupBy(new Set(codes), (code) => STATUS_OF[code]);
  return Object.fromEntries(
    [...byStatus].map(([status, sameStatus]) => [String(status), given(errorBodySchema, sameStatus.join(", "))]),
  );
}

function given(schema: $ZodType, description: string) {
  return { description, content: { "application/json": { schema: resolver(schema) } } };
}
