// Turns whatever was thrown into a problem, once, at the edge. Says nothing of what was inside.
// Logs a line for ops: the kind of error and where it arose, never its message, which may quote a query's values.
import { HTTPException } from "hono/http-exception";
import { codeOfStatus, Problem } from "./problem.ts";

/** The problem that stands for a thrown value. */
export function classify(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof HTTPException) {
    const code = codeOfStatus(thrown.status);
    if (code === "BAD_REQUEST") return new Problem(code, "The request could not be read. Send well-formed JSON.");
    if (code === "NOT_ALLOWED") return new Problem(code, "This request came from another site. Use the web app.");
    return new Problem(code, "The request could not be handled. Check it and try again.");
  }
  if (isActorAway(thrown)) return new Problem("UNAVAILABLE", "This is busy for a moment. Try again in a few seconds.");
  return new Problem("INTERNAL", "Something went wrong here. Try again; if it stays, tell us the request id.");
}

/** A line for ops about an error that nobody expected. */
export function logUnexpected(thrown: unknown, requestId: string, route: string): void {
  const error = thrown instanceof Error ? thrown : new Error("not an error");
  const frames = (error.stack ?? "").split("\n").filter((line) => line.trimStart().startsWith("at "));
  console.error(
    JSON.stringify({ event: "api.unexpected", requestId, route, name: error.name, at: frames.slice(0, 5) }),
  );
}

/** The runtime marks errors of an overloaded or restarting actor. */
function isActorAway(thrown: unknown): boolean {
  if (typeof thrown !== "object" || thrown === null) return false;
  return ("retryable" in thrown && thrown.retryable === true) || ("overloaded" in thrown && thrown.overloaded === true);
}
