// Checks a part of a request against its contract, and says what is wrong without repeating what was sent.
// Also the checks of text that a platform must receive exactly as it was written.
import type { ValidationTargets } from "hono";
import { validator } from "hono-openapi";
import type { $ZodType } from "zod/v4/core";
import { Problem } from "./problem.ts";

/** Middleware that parses `target` with `schema`; the route reads the result with c.req.valid(target). */
export function checked<Schema extends $ZodType, Target extends keyof ValidationTargets>(
  target: Target,
  schema: Schema,
) {
  return validator(target, schema, (result) => {
    if (!result.success) throw problemOf(result.error);
  });
}

/** Refuses text that would not reach the platform as it is (control characters, half characters, nothing but space). */
export function checkText(text: string): void {
  if (text.trim() === "") throw new Problem("TEXT_EMPTY", "The message is empty. Write something first.");
  if (text.includes("\u0000")) {
    throw new Problem("BAD_REQUEST", "The message holds a NUL character, which no platform takes. Remove it.");
  }
  if (!text.isWellFormed()) {
    throw new Problem("BAD_REQUEST", "The message holds half a character (a lone surrogate). Remove it.");
  }
}

/** An issue as the validator hands it over; zod adds its code and limits. */
type Issue = { readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined };

function problemOf(issues: readonly Issue[]): Problem {
  const ofBody = issues.find((issue) => pathOf(issue) === "body");
  if (ofBody !== undefined && codeOf(ofBody) === "too_big") {
    return new Problem("TEXT_TOO_LONG", `The message is too long: ${limitOf(ofBody)}. Shorten it.`);
  }
  if (ofBody !== undefined && codeOf(ofBody) === "too_small") {
    return new Problem("TEXT_EMPTY", "The message is empty. Write something first.");
  }
  const details = issues.map((issue) => ({ path: pathOf(issue), message: ruleOf(issue) }));
  return new Problem("BAD_REQUEST", "Some values are missing or wrong. See the details and try again.", details);
}

function pathOf(issue: Issue): string {
  return (issue.path ?? []).map((step) => String(typeof step === "object" ? step.key : step)).join(".");
}

function codeOf(issue: Issue): unknown {
  return "code" in issue ? issue.code : undefined;
}

function ruleOf(issue: Issue): string {
  switch (codeOf(issue)) {
    case "invalid_type":
      return "expected" in issue ? `must be of type ${String(issue.expected)}` : "is of the wrong type";
    case "invalid_value":
      return "values" in issue && Array.isArray(issue.values)
        ? `must be one of ${issue.values.join(", ")}`
        : "is wrong";
    case "too_big":
    case "too_small":
      return limitOf(issue);
    default:
      return "is not valid";
  }
}

function limitOf(issue: Issue): string {
  if ("maximum" in issue) return `at most ${String(issue.maximum)}`;
  return "minimum" in issue ? `at least ${String(issue.minimum)}` : "outside its limits";
}
