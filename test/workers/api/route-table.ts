// Every route of the API, with a request that would succeed for who may make it. The scope tests walk this table and
// the app's own routes, so that a new route cannot be left out.
import { env } from "cloudflare:workers";
import { and, eq } from "drizzle-orm";
import { assignments } from "#migrations/schema";
import { putArtefact } from "#workers/store/artefacts";
import { listMembers, putAssignment } from "#workers/store/assignments";
import { putProfile } from "#workers/store/availability";
import { addFeed } from "#workers/store/calendar-feeds";
import { addDeadLetter } from "#workers/store/dead-letters";
import { recordIncident } from "#workers/store/incidents";
import { addKnowledge } from "#workers/store/knowledge";
import { listListings } from "#workers/store/listing-links";
import { putTemplate } from "#workers/store/reply-templates";
import { addUnit, setFact } from "#workers/store/units";
import { type Agency, db, freshId } from "./agency.ts";
import { booked, hourAhead, iso, openAlways, shareTimes } from "./showings-agency.ts";

/** `open`: no session. `own`: everybody, their own. `admin`: admins only. */
export type RouteCase = {
  readonly access: "open" | "own" | "admin";
  readonly request: (ids: Ids) => { readonly path: string; readonly body?: unknown; readonly type?: string };
};

/** Ids that the requests name. */
export type Ids = {
  readonly conversationId: string;
  readonly accountId: string;
  readonly unitId: string;
  /** A unit on which nothing hangs. */
  readonly spareUnitId: string;
  readonly deadLetterId: string;
  readonly incidentId: string;
  readonly showingId: string;
  /** Who works on the agency's unit. */
  readonly agentId: string;
  /** Somebody else, who is on the unit but not active. */
  readonly secondId: string;
  readonly feedId: string;
  readonly listingId: string;
  readonly knowledgeId: string;
};

/** Ids of an agency; every request finds its own dead letter, incident and feed, because one can be answered only once. */
export async function idsOf(agency: Agency, conversationId: string): Promise<Ids> {
  const deadLetterId = freshId("message");
  const job = { job: "project", organisationId: agency.id, conversationId } as const;
  await addDeadLetter(db, { id: deadLetterId, organisationId: agency.id, job, atMs: 1 });
  const { id: organisationId, accountId, unitId } = agency;
  const incidentId = freshId("incident");
  const where = { organisationId, conversationId, accountId };
  await recordIncident(db, { id: incidentId, kind: "duplicate", ...where, atMs: 1, detail: {} });
  await putArtefact(env.PACKS, organisationId, accountId, { metadata: ARTEFACT, text: "<main></main>" });
  const agentId = await agentIn(organisationId);
  const showingId = await showingIn(agency, agentId);
  await putProfile(db, organisationId, agentId, PROFILE, Date.now());
  const secondId = await inactiveOn(agency, agentId);
  const feedId = freshId("feed");
  await addFeed(db, organisationId, agentId, feedId, 1);
  const name = "pets";
  await setFact(db, organisationId, unitId, { name, value: "Cats", updatedAtMs: 1, validUntilMs: null });
  const [listing] = await listListings(db, organisationId, null);
  const listingId = listing?.id ?? "";
  const spareUnitId = freshId("un");
  await addUnit(db, organisationId, { id: spareUnitId, label: spareUnitId, zone: "UTC", groupSize: 1 });
  const knowledgeId = freshId("kn");
  const entry = { question: "Is there a bike room?", answer: "Yes.", unitId, validUntilMs: null, updatedAtMs: 1 };
  await addKnowledge(db, organisationId, { id: knowledgeId, ...entry });
  await putTemplate(db, organisationId, { kind: "later", language: "es", text: "Gracias.", updatedAtMs: 1 });
  const ids = { conversationId, accountId, unitId, spareUnitId, deadLetterId, incidentId, knowledgeId };
  return { ...ids, showingId, agentId, secondId, feedId, listingId };
}

async function agentIn(organisationId: string): Promise<string> {
  const active = and(eq(assignments.organisationId, organisationId), eq(assignments.isActive, true));
  const row = await db.select().from(assignments).where(active).get();
  if (row === undefined) throw new Error("the agency has no agent");
  return row.userId;
}

async function inactiveOn(agency: Agency, agentId: string): Promise<string> {
  const found = (await listMembers(db, agency.id, null)).find(({ id }) => id !== agentId);
  if (found === undefined) throw new Error("the agency has one member only");
  await putAssignment(db, agency.id, agency.unitId, found.id, { priority: 9, isActive: false });
  return found.id;
}

/** A showing of the unit's agent, in an hour that others may share. */
async function showingIn(agency: Agency, agentId: string): Promise<string> {
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

const PROFILE = { zone: "America/New_York", bufferMinutes: 15, maxPerDay: null };
const SETTINGS = {
  ...{ defaultSendMode: "draft_only", isKillSwitchOn: false, quietWindowMs: 0, approvalHoldMs: 0, horizonDays: 14 },
  ...{ slotMinutes: 30, slotStepMinutes: 30, minNoticeMinutes: 0, offerHoldMinutes: 60, businessHours: null },
};
const MODEL = {
  provider: null,
  model: "",
  baseUrl: null,
  credentialsRef: null,
  mayWordReplies: false,
  tokensPerDay: 0,
};
const TODAY = new Date().toISOString().slice(0, 10);
/** An answer that holds for every unit. */
const ANSWERED = { question: "Is there a gym?", answer: "Yes, on the roof." };

export const ROUTES: Readonly<Record<string, RouteCase>> = {
  "GET /openapi.json": open("/openapi.json"),
  "GET /api/health": open("/api/health"),
  "GET /calendar/:feed": open("/calendar/nobody.ics"),
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
  "POST /api/units": {
    access: "admin",
    request: () => ({ path: "/api/units", body: { label: freshId("Unit"), zone: "Europe/London" } }),
  },
  "POST /api/units/import": {
    access: "admin",
    request: () => ({ path: "/api/units/import?dryRun=1", body: "Label,Rent\nA,1\n", type: "text/csv" }),
  },
  "GET /api/units/:id": unit("own", ""),
  "PATCH /api/units/:id": unit("admin", "", { groupSize: 2 }),
  "DELETE /api/units/:id": { access: "admin", request: (ids) => ({ path: `/api/units/${ids.spareUnitId}` }) },
  "PUT /api/units/:id/windows": unit("admin", "/windows", { windows: null }),
  "PUT /api/units/:id/facts/:name": unit("admin", "/facts/deposit", { value: 1450 }),
  "DELETE /api/units/:id/facts/:name": unit("admin", "/facts/pets"),
  "PUT /api/units/:id/assignments/:userId": {
    access: "admin",
    request: (ids) => ({ path: `/api/units/${ids.unitId}/assignments/${ids.agentId}`, body: { priority: 7 } }),
  },
  "DELETE /api/units/:id/assignments/:userId": {
    access: "admin",
    request: (ids) => ({ path: `/api/units/${ids.unitId}/assignments/${ids.secondId}` }),
  },
  "GET /api/members": { access: "own", request: () => ({ path: "/api/members" }) },
  "GET /api/listings": { access: "admin", request: () => ({ path: "/api/listings" }) },
  "PUT /api/listings/:id/unit": {
    access: "admin",
    request: (ids) => ({ path: `/api/listings/${ids.listingId}/unit`, body: { unitId: ids.unitId } }),
  },
  "GET /api/conversations": { access: "own", request: () => ({ path: "/api/conversations?view=all" }) },
  "GET /api/conversations/:id": conversation("own", ""),
  "GET /api/conversations/:id/audit": conversation("own", "/audit"),
  "GET /api/conversations/:id/decisions": conversation("own", "/decisions"),
  "GET /api/conversations/:id/decisions/:decisionId/input": conversation("admin", "/decisions/d1/input"),
  "POST /api/conversations/:id/replies": conversation("own", "/replies", { body: "Hello" }),
  "POST /api/conversations/:id/check": conversation("own", "/check", { body: "Hello" }),
  "POST /api/conversations/:id/outcome": conversation("own", "/outcome", { outcome: "completed" }),
  "POST /api/conversations/:id/reopen": conversation("own", "/reopen", {}),
  "POST /api/conversations/:id/owner": conversation("own", "/owner", { mode: "human" }),
  "POST /api/conversations/:id/keep-showing": conversation("own", "/keep-showing", {}),
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
  "POST /api/accounts/:id/sync-listings": platformAccount("/sync-listings", {}),
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
  "POST /api/availability/read-line": {
    access: "own",
    request: () => ({ path: "/api/availability/read-line", body: { text: "Mon 9-12" } }),
  },
  "GET /api/availability/:id": availability(""),
  "PUT /api/availability/:id/profile": availability("/profile", PROFILE),
  "PUT /api/availability/:id/week": availability("/week", { rules: [] }),
  "PUT /api/availability/:id/overrides/:date": availability(`/overrides/${TODAY}`, { intervals: [] }),
  "DELETE /api/availability/:id/overrides/:date": availability(`/overrides/${TODAY}`),
  "GET /api/calendar/feeds": { access: "own", request: () => ({ path: "/api/calendar/feeds" }) },
  "POST /api/calendar/feeds": { access: "own", request: () => ({ path: "/api/calendar/feeds", body: {} }) },
  "DELETE /api/calendar/feeds/:id": {
    access: "own",
    request: (ids) => ({ path: `/api/calendar/feeds/${ids.feedId}` }),
  },
  "GET /api/organisation": { access: "admin", request: () => ({ path: "/api/organisation" }) },
  "PUT /api/organisation": { access: "admin", request: () => ({ path: "/api/organisation", body: SETTINGS }) },
  "GET /api/knowledge": { access: "own", request: () => ({ path: "/api/knowledge" }) },
  "POST /api/knowledge": { access: "admin", request: () => ({ path: "/api/knowledge", body: ANSWERED }) },
  "PUT /api/knowledge/:id": knowledge(ANSWERED),
  "DELETE /api/knowledge/:id": knowledge(),
  "GET /api/reply-templates": { access: "own", request: () => ({ path: "/api/reply-templates" }) },
  "POST /api/reply-templates/preview": {
    access: "own",
    request: () => ({
      path: "/api/reply-templates/preview",
      body: { kind: "later", language: "en", text: "Thank you.", unitId: null },
    }),
  },
  "PUT /api/reply-templates/:kind/:language": {
    access: "admin",
    request: () => ({ path: "/api/reply-templates/later/en", body: { text: "Thank you." } }),
  },
  "DELETE /api/reply-templates/:kind/:language": {
    access: "admin",
    request: () => ({ path: "/api/reply-templates/later/es" }),
  },
  "GET /api/model": { access: "admin", request: () => ({ path: "/api/model" }) },
  "PUT /api/model": { access: "admin", request: () => ({ path: "/api/model", body: MODEL }) },
  "POST /api/model/test": { access: "admin", request: () => ({ path: "/api/model/test", body: {} }) },
  "GET /api/shadow-report": { access: "admin", request: () => ({ path: "/api/shadow-report?days=7" }) },
  "GET /api/audit": { access: "admin", request: () => ({ path: "/api/audit" }) },
};

function open(path: string, body?: unknown): RouteCase {
  return { access: "open", request: () => ({ path, body }) };
}

function availability(tail: string, body?: unknown): RouteCase {
  return { access: "own", request: (ids) => ({ path: `/api/availability/${ids.agentId}${tail}`, body }) };
}

function unit(access: "own" | "admin", tail: string, body?: unknown): RouteCase {
  return { access, request: (ids) => ({ path: `/api/units/${ids.unitId}${tail}`, body }) };
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

function knowledge(body?: unknown): RouteCase {
  return { access: "admin", request: (ids) => ({ path: `/api/knowledge/${ids.knowledgeId}`, body }) };
}

function platformAccount(tail: string, body?: unknown): RouteCase {
  return { access: "admin", request: (ids) => ({ path: `/api/accounts/${ids.accountId}${tail}`, body }) };
}
