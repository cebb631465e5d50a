// What a request carries on its way through the API.
import type { Role } from "#contracts/api/organisation";
import type { Deps } from "#workers/deps";

/** Who asks, and within which organisation. Everything a route reads or changes is scoped by it. */
export type Viewer = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly role: Role;
};

export type ApiEnv = {
  Bindings: Env;
  Variables: { requestId: string; deps: Deps; viewer: Viewer };
};
