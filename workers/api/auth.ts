// Sign-in: Better Auth with passwords, organisations and our two roles. Nobody signs up by themselves.
// Says who somebody is; what they may see is decided by the routes, from the membership as it stands.
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { betterAuth } from "better-auth/minimal";
import { createAccessControl } from "better-auth/plugins/access";
import { organization } from "better-auth/plugins/organization";
import { defaultStatements } from "better-auth/plugins/organization/access";
import * as schema from "#migrations/schema";
import type { Settings } from "#workers/env";
import type { Database } from "#workers/store/database";
import { firstOrganisationOf } from "#workers/store/organisations";

/** Seven days; renewed at most once a day. */
const SESSION_SECONDS = 7 * 86_400;
const SESSION_RENEWAL_SECONDS = 86_400;
/** Instances kept, one per origin the app is reached at. */
const INSTANCES_MAX = 8;

const access = createAccessControl(defaultStatements);
const roles = {
  admin: access.newRole({
    organization: ["update"],
    member: ["create", "update", "delete"],
    invitation: ["create", "cancel"],
  }),
  agent: access.newRole({}),
};

/** The part of the library that the API uses. */
export type Auth = {
  /** Answers a request to /api/auth. */
  readonly handler: (request: Request) => Promise<Response>;
  /** Whose session the cookies hold; null without a valid one. */
  readonly sessionOf: (headers: Headers) => Promise<SessionHolder | null>;
};
export type SessionHolder = { readonly userId: string; readonly organisationId: string | null };

const instances = new WeakMap<Settings, Map<string, Auth>>();

/** The sign-in library for an origin; made once per isolate, because it prepares much. */
export function authFor(db: Database, settings: Settings, requestOrigin: string): Auth {
  const origin = settings.publicOrigin ?? requestOrigin;
  const known = instances.get(settings) ?? new Map<string, Auth>();
  instances.set(settings, known);
  const auth = known.get(origin) ?? makeAuth(db, settings.authSecret, origin);
  if (known.size >= INSTANCES_MAX) known.clear();
  known.set(origin, auth);
  return auth;
}

function makeAuth(db: Database, secret: string, origin: string): Auth {
  const library = betterAuth({
    secret,
    baseURL: origin,
    basePath: "/api/auth",
    trustedOrigins: [origin],
    database: drizzleAdapter(db, { provider: "sqlite", schema }),
    emailAndPassword: { enabled: true, disableSignUp: true },
    session: { expiresIn: SESSION_SECONDS, updateAge: SESSION_RENEWAL_SECONDS, cookieCache: { enabled: false } },
    // The binding limits sign-ins; the library's own limiter would count per isolate.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: "lease-bot",
      ipAddress: { ipAddressHeaders: ["cf-connecting-ip"] },
      // middleware/same-origin.ts stands in front of every route and knows clients that are no browser.
      disableCSRFCheck: true,
    },
    // Its log lines name e-mail addresses.
    logger: { disabled: true },
    telemetry: { enabled: false },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({
            data: { ...session, activeOrganizationId: await firstOrganisationOf(db, session.userId) },
          }),
        },
      },
    },
    plugins: [
      organization({
        ac: access,
        roles,
        creatorRole: "admin",
        allowUserToCreateOrganization: false,
        disableOrganizationDeletion: true,
      }),
    ],
  });
  return {
    handler: library.handler,
    sessionOf: async (headers) => {
      const found = await library.api.getSession({ headers });
      if (found === null) return null;
      return { userId: found.user.id, organisationId: found.session.activeOrganizationId ?? null };
    },
  };
}
