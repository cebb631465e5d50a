// "Do not contact", said of the person: ties the conversations that somebody says are the same lead's, suppresses the one at
// hand, and wakes the projection, which brings it to all the others.
import type { ConversationDetail } from "#contracts/actors";
import type { Deps } from "#workers/deps";
import { appendAudit } from "#workers/store/audit";
import { addPersonKeys, tieKey } from "#workers/store/person-keys";
import type { Viewer } from "./api-env.ts";
import { orThrow } from "./problem.ts";
import { conversationFor } from "./scope.ts";

/** Throws NOT_FOUND when one of the conversations is not the viewer's. The ties come first: nothing is lost if this ends early. */
export async function suppressPerson(
  deps: Deps,
  viewer: Viewer,
  conversationId: string,
  alsoIds: readonly string[],
): Promise<ConversationDetail> {
  const { organisationId, userId } = viewer;
  const actor = await conversationFor(deps, viewer, conversationId);
  const others = [...new Set(alsoIds)].filter((id) => id !== conversationId);
  await Promise.all(others.map((id) => conversationFor(deps, viewer, id)));
  if (others.length > 0) await tie(deps, viewer, conversationId, others);
  const detail = orThrow(await actor.suppress(organisationId, userId));
  // It says so itself when it changes; this is for ties to one that was suppressed before.
  if (others.length > 0) await deps.queues.project.send({ job: "project", organisationId, conversationId });
  return detail;
}

async function tie(deps: Deps, viewer: Viewer, conversationId: string, others: readonly string[]): Promise<void> {
  const { organisationId, userId } = viewer;
  const key = await tieKey(organisationId, conversationId);
  await addPersonKeys(deps.db, organisationId, [conversationId, ...others], [key]);
  const atMs = deps.now();
  const line = { atMs, actor: `agent:${userId}`, action: "person.tied" };
  const lines = others.map((otherId, seq) => ({ ...line, seq, detail: { conversationId, otherId } }));
  await appendAudit(deps.db, organisationId, null, lines);
}
