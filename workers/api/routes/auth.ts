// Sign-in and sign-out, answered by the sign-in library. Only the addresses named here exist; its errors leave in our
// envelope, with its own stable code in the details.
import { type Context, Hono } from "hono";
import { describeRoute } from "hono-openapi";
import type { ErrorCode } from "#contracts/errors";
import { BODY_ERRORS, errors } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";
import { authFor } from "../auth.ts";
import { signInLimit } from "../middleware/sign-in-limit.ts";
import { codeOfStatus, OK, Problem } from "../problem.ts";

export const auth = new Hono<ApiEnv>()
  .post("/sign-in/email", described("Sign in: {email, password}; sets the session cookie"), signInLimit, answered)
  .post("/change-password", described("Change the password: {currentPassword, newPassword}"), signInLimit, answered)
  .post("/sign-out", described("Sign out"), answered)
  .get("/organization/list", described("The organisations of who is signed in"), answered)
  .post("/organization/set-active", described("Work in another organisation: {organizationId}"), answered)
  .post("/organization/update-member-role", described("Change a role (admin): {memberId, role}"), answered)
  .post("/organization/remove-member", described("Remove a member (admin): {memberIdOrEmail}"), answered);

async function answered(c: Context<ApiEnv>): Promise<Response> {
  const { db, settings } = c.var.deps;
  const answer = await authFor(db, settings, new URL(c.req.url).origin).handler(c.req.raw);
  if (answer.ok) return answer;
  const code = codeOfStatus(answer.status);
  const reason = await reasonOf(answer);
  throw new Problem(
    code,
    sentenceOf(code),
    reason === null || reason === code ? null : [{ path: "", message: reason }],
  );
}

/** The library's stable code, e.g. INVALID_EMAIL_OR_PASSWORD; null for anything else. */
async function reasonOf(answer: Response): Promise<string | null> {
  const body: unknown = await answer.json().catch(() => null);
  if (typeof body !== "object" || body === null || !("code" in body)) return null;
  return typeof body.code === "string" && /^[A-Z_]{1,64}$/.test(body.code) ? body.code : null;
}

function sentenceOf(code: ErrorCode): string {
  switch (code) {
    case "NOT_SIGNED_IN":
      return "The e-mail address or the password is not right, or you are not signed in. Check both and try again.";
    case "NOT_ALLOWED":
      return "You may not do this. Ask an admin of your organisation.";
    case "INTERNAL":
      return "Signing in does not work just now. Try again; if it stays, tell us the request id.";
    default:
      return "This could not be done. Check the values and try again.";
  }
}

function described(summary: string) {
  return describeRoute({
    summary,
    responses: {
      [OK]: { description: "Done" },
      ...errors([...BODY_ERRORS, "NOT_SIGNED_IN", "NOT_ALLOWED", "RATE_LIMITED", "UNAVAILABLE", "INTERNAL"]),
    },
  });
}
