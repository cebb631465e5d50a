// Who may see which conversation (R23, R24): an admin all of the organisation, an agent their own.
// Whatever is not visible does not exist: the answer is the same as for an id that nobody has.
import type { ConversationActor } from "#contracts/actors";
import type { Deps } from "#workers/deps";
import { scopeOf } from "#workers/store/conversations";
import type { Viewer } from "./api-env.ts";
import { notFound } from "./problem.ts";

const CONVERSATION_ID = /^[\w:.-]{1,64}$/;
const FOLLOW_UP_ID = /^(.{1,64})\.f\d{1,9}$/;
const SEND_ID = /^(.{1,64})\.\d{1,9}$/;

/** The agent whose conversations a viewer is held to; null for an admin. */
export function agentScope(viewer: Viewer): string | null {
  return viewer.role === "admin" ? null : viewer.userId;
}

/** The conversation's actor, for a viewer who may see it. Throws NOT_FOUND otherwise. */
export async function conversationFor(deps: Deps, viewer: Viewer, conversationId: string): Promise<ConversationActor> {
  if (!CONVERSATION_ID.test(conversationId)) throw notFound();
  const scope = await scopeOf(deps.db, viewer.organisationId, conversationId);
  if (scope === null || !mayBeSeenBy(viewer, scope.agentId)) throw notFound();
  return deps.conversation(conversationId);
}

/** The actor behind the id of a draft or send, which is `<conversation id>.<number>`. Throws NOT_FOUND otherwise. */
export async function conversationOfSend(deps: Deps, viewer: Viewer, sendId: string): Promise<ConversationActor> {
  return await conversationFor(deps, viewer, conversationIdOfSend(sendId));
}

/** The conversation that the id of a draft or send names. Throws NOT_FOUND for what is no such id. */
export function conversationIdOfSend(sendId: string): string {
  const conversationId = SEND_ID.exec(sendId)?.[1];
  if (conversationId === undefined) throw notFound();
  return conversationId;
}

/** The actor behind the id of a follow-up, which is `<conversation id>.f<number>`. Throws NOT_FOUND otherwise. */
export async function conversationOfFollowUp(deps: Deps, viewer: Viewer, id: string): Promise<ConversationActor> {
  const conversationId = FOLLOW_UP_ID.exec(id)?.[1];
  if (conversationId === undefined) throw notFound();
  return await conversationFor(deps, viewer, conversationId);
}

/** Whether a conversation of the viewer's organisation is theirs to see. */
export function mayBeSeenBy(viewer: Viewer, agentId: string | null): boolean {
  return viewer.role === "admin" || agentId === viewer.userId;
}
