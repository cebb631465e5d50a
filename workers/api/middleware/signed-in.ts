// Turns a session cookie into a viewer, from the membership as it stands now: a role that was taken away does not count.
import { createMiddleware } from "hono/factory";
import { firstOrganisationOf, memberOf } from "#workers/store/organisations";
import type { ApiEnv } from "../api-env.ts";
import { authFor } from "../auth.ts";
import { Problem } from "../problem.ts";

export const signedIn = createMiddleware<ApiEnv>(async (c, next) => {
  const { db, settings } = c.var.deps;
  const found = await authFor(db, settings, new URL(c.req.url).origin).sessionOf(c.req.raw.headers);
  if (found === null) throw new Problem("NOT_SIGNED_IN", "You are not signed in. Sign in and try again.");
  const organisationId = found.organisationId ?? (await firstOrganisationOf(db, found.userId));
  const member = organisationId === null ? null : await memberOf(db, organisationId, found.userId);
  if (member === null) {
    throw new Problem("NOT_ALLOWED", "You do not belong to an organisation here. Ask an admin to add you.");
  }
  c.set("viewer", {
    userId: member.user.id,
    name: member.user.name,
    email: member.user.email,
    organisationId: member.organisation.id,
    organisationName: member.organisation.name,
    role: member.role,
  });
  await next();
});
