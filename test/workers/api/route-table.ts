// Every route of the API, with a request that would succeed for who may make it. The scope tests walk this table and
// the app's own routes, so that a new route cannot be left out.
import { env } from "cloudflare:workers";
import { putArtefact } from "#workers/store/artefacts";
import { addDeadLetter } from "#workers/store/dead-letters";
import { recordIncident } from "#workers/store/incidents";
import { agentOf } from "#workers/store/listings";
import { type Agency, db, freshId } from "./agency.ts";
import { booked, hourAhead, iso, openAlways, shareTimes } from "./showings-agency.ts";

/** `open`: no session. `own`: everybody, their own. `admin`: admins only. */
export type RouteCase = {
  readonly access: "open" | "own" | "admin";
  readonly request: (ids: Ids) => { readonly path: string; readonly body?: unknown };
};

/** Ids that the requests name. */
export type Ids = {
  readonly conversationId: string;
  readonly accountId: string;
  readonly unitId: string;
  readonly deadLetterId: string;
  readonly incidentId: string;
  readonly showingId: string;
};

/** Ids of an agency; every request finds its own dead letter and incident, because one can be answered only once. */
export async function idsOf(agency: Agency, conversationId: string): Promise<Ids> {
  const deadLetterId = freshId("message");
  const job = { job: "project", organisationId: agency.id, conversationId } as const;
  await addDeadLetter(db, { id: deadLetterId, organisationId: agency.id, job, atMs: 1 });
  const { id: organisationId, accountId, unitId } = agency;
  const incidentId = freshId("incident");
  const where = { organisationId, conversationId, accountId };
  await recordIncident(db, { id: incidentId, kind: "duplicate", ...where, atMs: 1, detail: {} });
  await putArtefact(env.PACKS, organisationId, accountId, { metadata: ARTEFACT, text: "<main></main>" });
  return { conversationId, accountId, unitId, deadLetterId, incidentId, showingId: await showingIn(agency) };
}

/** A showing of the unit's agent, in an hour that others may share. */
async function showingIn(agency: Agency): Promise<string> {
  const agentId = await agentOf(db, agency.id, agency.unitId);
  if (agentId === null) throw new Error("the agency's unit has no agent");
  await openAlways(agency, agentId);
  await shareTimes(agency);
  return await booked(agency, agentId, hourAhead(0));
}

const ARTEFACT = {
  platform: "spareroom",
  packKey: "inbox.row",
  packVersion: 1,
  faultCode: "SELECTOR_MISSING",
  atMs: 1,
  bytes: 13,
} as const;

export const ROUTES: Readonly<Record<string, RouteCase>> = {
  "GET /openapi.json": open("/openapi.json"),
  "GET /api/health": open("/api/health"),
  "POST /api/auth/sign-in/email": open("/api/auth/sign-in/email", {}),
  "POST /api/auth/sign-out": open("/api/auth/sign-out", {}),
  "POST /api/auth/change-password": open("/api/auth/change-password", {}),
  "GET /api/auth/organization/list": open("/api/auth/organization/list"),
  "POST /api/auth/organization/set-active": open("/api/auth/organization/set-active", {}),
  "POST /api/auth/organization/update-member-role": open("/api/auth/organization/update-member-role", {}),
  "POST /api/auth/organization/remove-member": open("/api/auth/organization/remove-member", {}),
  "GET /api/board/socket": { access: "own", request: () => ({ path: "/api/board/socket" }) },
  "GET /api/me": { access: "own", request: () => ({ path: "/api/me" }) },
  "GET /api/units": { access: "own", request: () => ({ path: "/api/units" }) },
  "GET /api/units/:id/slots": { access: "own", request: (ids) => ({ path: `/api/units/${ids.unitId}/slots` }) },
  "GET /api/units/:id/explain": {
    access: "own",
    request: (ids) => ({ path: `/api/units/${ids.unitId}/explain?at=${iso(hourAhead(0))}` }),
  },
  "GET /api/showings": { access: "own", request: () => ({ path: "/api/showings" }) },
  "GET /api/showings/:id": showing(""),
  "POST /api/showings": {
    access: "own",
    request: (ids) => ({ path: "/api/showings", body: { unitId: ids.unitId, start: iso(hourAhead(0)) } }),
  },
  "POST /api/showings/:id/reschedule": showing("/reschedule", () => ({ start: iso(hourAhead(2)) })),
  "POST /api/showings/:id/status": showing("/status", () => ({ status: "cancelled" })),
  "GET /api/conversations": { access: "own", request: () => ({ path: "/api/conversations?view=all" }) },
  "GET /api/conversations/:id": conversation("own", ""),
  "GET /api/conversations/:id/audit": conversation("own", "/audit"),
  "POST /api/conversations/:id/replies": conversation("own", "/replies", { body: "Hello" }),
  "POST /api/conversations/:id/outcome": conversation("own", "/outcome", { outcome: "completed" }),
  "POST /api/conversations/:id/reopen": conversation("own", "/reopen", {}),
  "POST /api/conversations/:id/owner": conversation("own", "/owner", { mode: "human" }),
  "POST /api/conversations/:id/unit": {
    access: "admin",
    request: (ids) => ({ path: `/api/conversations/${ids.conversationId}/unit`, body: { unitId: ids.unitId } }),
  },
  "GET /api/conversations/:id/same-person": conversation("own", "/same-person"),
  "POST /api/conversations/:id/suppress": conversation("own", "/suppress", {}),
  "POST /api/conversations/:id/lift-suppression": conversation("admin", "/lift-suppression", {}),
  "POST /api/drafts/:id/approve": send("/api/drafts", "/approve"),
  "POST /api/drafts/:id/reject": send("/api/drafts", "/reject"),
  "POST /api/sends/:id/cancel": send("/api/sends", "/cancel"),
  "GET /api/follow-ups": { access: "own", request: () => ({ path: "/api/follow-ups" }) },
  "POST /api/follow-ups/:id/complete": followUp("/complete", {}),
  "POST /api/follow-ups/:id/skip": followUp("/skip", {}),
  "POST /api/follow-ups/:id/snooze": followUp("/snooze", { untilMs: 1_800_000_000_000 }),
  "GET /api/accounts": { access: "admin", request: () => ({ path: "/api/accounts" }) },
  "GET /api/accounts/:id": platformAccount(""),
  "PATCH /api/accounts/:id": platformAccount("", { isActive: true }),
  "POST /api/accounts/:id/resume": platformAccount("/resume", {}),
  "POST /api/accounts/:id/poll": platformAccount("/poll", {}),
  "GET /api/accounts/:id/artefacts": platformAccount("/artefacts"),
  "GET /api/accounts/:id/artefacts/:packKey": platformAccount(`/artefacts/${ARTEFACT.packKey}`),
  "GET /api/dead-letters": { access: "admin", request: () => ({ path: "/api/dead-letters" }) },
  "POST /api/dead-letters/:id/replay": {
    access: "admin",
    request: (ids) => ({ path: `/api/dead-letters/${ids.deadLetterId}/replay`, body: {} }),
  },
  "POST /api/dead-letters/replay": {
    access: "admin",
    request: () => ({ path: "/api/dead-letters/replay", body: {} }),
  },
  "GET /api/incidents": { access: "admin", request: () => ({ path: "/api/incidents" }) },
  "POST /api/incidents/:id/seen": {
    access: "admin",
    request: (ids) => ({ path: `/api/incidents/${ids.incidentId}/seen`, body: {} }),
  },
  "GET /api/audit": { access: "admin", request: () => ({ path: "/api/audit" }) },
};

function open(path: string, body?: unknown): RouteCase {
  return { access: "open", request: () => ({ path, body }) };
}

function conversation(access: "own" | "admin", tail: string, body?: unknown): RouteCase {
  return { access, request: (ids) => ({ path: `/api/conversations/${ids.conversationId}${tail}`, body }) };
}

function showing(tail: string, body?: () => unknown): RouteCase {
  return { access: "own", request: (ids) => ({ path: `/api/showings/${ids.showingId}${tail}`, body: body?.() }) };
}

function send(head: string, tail: string): RouteCase {
  return { access: "own", request: (ids) => ({ path: `${head}/${ids.conversationId}.1${tail}`, body: {} }) };
}

function followUp(tail: string, body: unknown): RouteCase {
  return { access: "own", request: (ids) => ({ path: `/api/follow-ups/${ids.conversationId}.f1${tail}`, body }) };
}

function platformAccount(tail: string, body?: unknown): RouteCase {
  return { access: "admin", request: (ids) => ({ path: `/api/accounts/${ids.accountId}${tail}`, body }) };
}
