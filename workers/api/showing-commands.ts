// What people do to showings by hand: book, move, and say what became of them. Each is written to the audit log (R28).
// The store and the database decide; here is who may ask for what (H11, H12).
import type { BookRequest, MoveRequest, ShowingView } from "#contracts/api/showing";
import type { Showing } from "#domain/showing/showing";
import type { ShowingStatus } from "#domain/showing/status";
import type { Deps } from "#workers/deps";
import { signalShowing } from "#workers/queues/signal-showing";
import { tellShowing } from "#workers/queues/tell-showing";
import { appendAudit } from "#workers/store/audit";
import { showingSettingsOf } from "#workers/store/organisations";
import { scenarioFor } from "#workers/store/scenario";
import { book, bookedBefore } from "#workers/store/showings";
import { showingOf } from "#workers/store/showings-list";
import { hasMoved, reschedule } from "#workers/store/showings-move";
import { changeStatus } from "#workers/store/showings-status";
import type { Viewer } from "./api-env.ts";
import { agentsFor, type Exceptions, scenarioOf } from "./open-times.ts";
import { notFound, orThrow, Problem } from "./problem.ts";
import { agentScope, conversationFor, mayBeSeenBy } from "./scope.ts";

const MINUTE_MS = 60_000;

/** The showing, for a viewer who may see it. Throws NOT_FOUND otherwise. */
export async function showingFor(deps: Deps, viewer: Viewer, showingId: string): Promise<ShowingView> {
  const showing = await showingOf(deps.db, viewer.organisationId, showingId);
  if (showing === null || !mayBeSeenBy(viewer, showing.agent.id)) throw notFound();
  return showing;
}

/** [H15] What does not block when a showing of the unit is to be moved. Throws NOT_FOUND for one the viewer may not see. */
export async function exceptShowing(
  deps: Deps,
  viewer: Viewer,
  unitId: string,
  showingId: string | null,
): Promise<Exceptions> {
  if (showingId === null) return {};
  const showing = await showingFor(deps, viewer, showingId);
  if (showing.unit.id !== unitId) throw notFound();
  return exceptionsFor(showing);
}

/** [H11, H12] Books by hand. The same key answers the same showing. */
export async function bookByHand(deps: Deps, viewer: Viewer, key: string, request: BookRequest): Promise<ShowingView> {
  const { db } = deps;
  const { organisationId } = viewer;
  const agentId = askedAgent(viewer, request);
  const isOverride = request.isOverride === true;
  const conversationId = request.conversationId ?? null;
  const leadName = request.leadName ?? (await leadNameOf(deps, viewer, conversationId));
  const wish = {
    idempotencyKey: ownKey(viewer, key),
    conversationId,
    unitId: request.unitId,
    ...(await timeFrom(deps, viewer, request.start)),
  };
  const before = await bookedBefore(db, organisationId, wish);
  if (before !== null) return await showingFor(deps, viewer, orThrow(before).id);
  const agentIds = isOverride
    ? await anyAgents(deps, viewer, request.unitId, agentId)
    : agentsFor(
        await scenarioOf(deps, viewer, request.unitId, { exceptConversationId: conversationId }),
        wish.startMs,
        agentId,
      );
  const nowMs = deps.now();
  const booked = orThrow(await book(db, organisationId, { ...wish, leadName, agentIds, nowMs, isOverride }));
  await auditShowing(deps, viewer, "showing.booked", booked, { isOverride });
  await tell(deps, viewer, booked, null);
  return await showingFor(deps, viewer, booked.id);
}

/** [H9, H11, H12] Moves by hand. The same key moves once. */
export async function moveByHand(
  deps: Deps,
  viewer: Viewer,
  key: string,
  showingId: string,
  request: MoveRequest,
): Promise<ShowingView> {
  const { db } = deps;
  const { organisationId } = viewer;
  const agentId = askedAgent(viewer, request);
  const isOverride = request.isOverride === true;
  const showing = await showingFor(deps, viewer, showingId);
  const idempotencyKey = ownKey(viewer, key);
  const time = await timeFrom(deps, viewer, request.start);
  const isRepeated = await hasMoved(db, organisationId, idempotencyKey);
  const ask = async () => {
    if (isRepeated) return [showing.agent.id];
    if (isOverride) return [agentId ?? showing.agent.id];
    const scenario = await scenarioOf(deps, viewer, showing.unit.id, exceptionsFor(showing));
    const able = agentsFor(scenario, time.startMs, agentId);
    // The lead knows this agent by now.
    return able.includes(showing.agent.id) ? [showing.agent.id, ...able.filter((id) => id !== showing.agent.id)] : able;
  };
  const wish = { idempotencyKey, ...time, agentIds: await ask(), nowMs: deps.now(), isOverride };
  const moved = orThrow(await reschedule(db, organisationId, showingId, wish));
  if (!isRepeated) await auditShowing(deps, viewer, "showing.moved", moved, { isOverride });
  await tell(deps, viewer, moved, showing.agent.id);
  return await showingFor(deps, viewer, showingId);
}

/** [H1, R27] One tap: confirmed, cancelled, completed, no show, or another time wanted. */
export async function changeByHand(
  deps: Deps,
  viewer: Viewer,
  showingId: string,
  to: ShowingStatus,
): Promise<ShowingView> {
  const before = await showingFor(deps, viewer, showingId);
  const changed = orThrow(await changeStatus(deps.db, viewer.organisationId, showingId, to, deps.now()));
  if (changed.sequence !== before.sequence) {
    await auditShowing(deps, viewer, `showing.${to}`, changed, { from: before.status });
  }
  await tell(deps, viewer, changed, null);
  return await showingFor(deps, viewer, showingId);
}

/** [H11] The agent a request asks for: an agent may ask for nobody else and override nothing. Null: whoever can. */
function askedAgent(viewer: Viewer, request: { agentId?: string | undefined; isOverride?: boolean | undefined }) {
  const own = agentScope(viewer);
  if (own === null) return request.agentId ?? null;
  if (request.isOverride === true) {
    throw new Problem("NOT_ALLOWED", "Only an admin may book a time that is not open. Choose an open time.");
  }
  if (request.agentId !== undefined && request.agentId !== own) {
    throw new Problem("NOT_ALLOWED", "You book for yourself only. Ask an admin to book for a colleague.");
  }
  return own;
}

function exceptionsFor({ id, conversationId }: ShowingView): Exceptions {
  return { exceptConversationId: conversationId, exceptShowingId: id };
}

/** An override needs no open time: the agent asked for, else whoever is assigned to the unit. */
async function anyAgents(
  deps: Deps,
  viewer: Viewer,
  unitId: string,
  agentId: string | null,
): Promise<readonly string[]> {
  if (agentId !== null) return [agentId];
  const scenario = await scenarioFor(deps.db, viewer.organisationId, unitId, deps.now());
  if (scenario === null) throw notFound();
  if (scenario.agents.length > 0) return scenario.agents.map(({ id }) => id);
  throw new Problem("NOT_OFFERED", "Nobody is assigned to this unit. Name the agent who shows it.");
}

async function leadNameOf(deps: Deps, viewer: Viewer, conversationId: string | null): Promise<string | null> {
  if (conversationId === null) return null;
  const actor = await conversationFor(deps, viewer, conversationId);
  return orThrow(await actor.detail(viewer.organisationId)).core.leadName;
}

async function timeFrom(deps: Deps, viewer: Viewer, start: string) {
  const { slotMinutes } = await showingSettingsOf(deps.db, viewer.organisationId);
  const startMs = Date.parse(start);
  return { startMs, endMs: startMs + slotMinutes * MINUTE_MS };
}

/** A person's keys are their own: nobody finds another's showing by guessing a key. */
function ownKey(viewer: Viewer, key: string): string {
  return `by/${viewer.userId}/${key}`;
}

/** The change stands, whether its conversation can be reached now or is told by the schedule. `hadItId`: the agent before. */
async function tell(deps: Deps, viewer: Viewer, showing: Showing, hadItId: string | null): Promise<void> {
  await tellShowing(deps, viewer.organisationId, showing).catch(() => undefined);
  await signalShowing(deps, viewer.organisationId, showing, hadItId);
}

async function auditShowing(
  deps: Deps,
  viewer: Viewer,
  action: string,
  showing: Showing,
  more: Readonly<Record<string, string | number | boolean | null>>,
): Promise<void> {
  const { id: showingId, unitId, agentId, conversationId, startMs } = showing;
  await appendAudit(deps.db, viewer.organisationId, null, [
    {
      seq: 0,
      atMs: deps.now(),
      actor: `agent:${viewer.userId}`,
      action,
      detail: { showingId, unitId, agentId, conversationId, startMs, ...more },
    },
  ]);
}
