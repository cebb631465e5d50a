// A whole conversation for the workboard: the actor's truth, with the names that D1 knows.
import type { ConversationCore, ConversationDetail } from "#contracts/actors";
import type { Conversation } from "#contracts/api/conversation";
import type { Deps } from "#workers/deps";
import { type ConversationNames, namesOf } from "#workers/store/conversations";
import { mailsOfThread } from "#workers/store/lead-mails";
import type { Viewer } from "./api-env.ts";
import { leadRecordOf } from "./lead-record.ts";
import { notFound } from "./problem.ts";
import { mayBeSeenBy } from "./scope.ts";

/** Joins names to a detail. The actor knows the present agent before D1 does, so the scope is checked again here. */
export async function conversationView(deps: Deps, viewer: Viewer, detail: ConversationDetail): Promise<Conversation> {
  if (!mayBeSeenBy(viewer, detail.core.agentId)) throw notFound();
  const { accountId, threadId } = detail.core;
  const [names, mails] = await Promise.all([
    namesOf(deps.db, viewer.organisationId, detail.core),
    mailsOfThread(deps.db, viewer.organisationId, accountId, threadId),
  ]);
  return {
    ...rowOf(detail.core, names),
    lead: leadRecordOf(mails),
    version: detail.core.version,
    epoch: detail.epoch,
    lastInboundId: detail.lastInboundId,
    messages: [...detail.messages],
    sends: [...detail.sends],
    decision: detail.decision,
    followUp: detail.followUp,
    showingStart: detail.showingStartMs === null ? null : new Date(detail.showingStartMs).toISOString(),
    acknowledgement: detail.acknowledgement,
    actions: detail.actions,
  };
}

function rowOf(core: ConversationCore, names: ConversationNames) {
  return {
    id: core.conversationId,
    platform: core.platform,
    account: names.account,
    leadName: core.leadName,
    listingTitle: core.listingTitle,
    unit: names.unit,
    agent: names.agent,
    workflowState: core.workflowState,
    outcome: core.outcome,
    ownerMode: core.ownerMode,
    handOff:
      core.handOff === null
        ? null
        : {
            reason: core.handOff.reason,
            risk: core.handOff.risk,
            summary: [...core.handOff.summary],
            openedAt: new Date(core.handOff.openedAtMs).toISOString(),
            deadlineAt: new Date(core.handOff.deadlineAtMs).toISOString(),
          },
    draftId: core.draftId,
    sending: core.sending,
    hasDuplicate: core.hasDuplicate,
    isSuppressed: core.isSuppressed,
    lastMessage:
      core.lastMessage === null
        ? null
        : {
            from: core.lastMessage.from,
            preview: core.lastMessage.preview,
            at: new Date(core.lastMessage.atMs).toISOString(),
          },
  };
}
