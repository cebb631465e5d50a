// The send mode in force for one conversation now: read from the records each time, so that a change of policy counts at once.
import { effectiveSendMode, type SendMode } from "#domain/rollout/send-mode";
import type { Deps } from "../deps.ts";
import { accountForWork } from "../store/accounts.ts";
import { policyOf } from "../store/organisations.ts";

/** `draft_only` when the account is unknown or of another organisation: the careful answer. */
export async function sendModeFor(
  deps: Deps,
  organisationId: string,
  accountId: string,
  conversationId: string,
): Promise<SendMode> {
  const [work, policy] = await Promise.all([accountForWork(deps.db, accountId), policyOf(deps.db, organisationId)]);
  if (work === null || work.organisationId !== organisationId) return "draft_only";
  return effectiveSendMode({
    organisationDefault: policy.organisationDefault,
    accountOverride: work.sendMode,
    rolloutStage: work.rolloutStage,
    isKillSwitchOn: policy.isKillSwitchOn,
    conversationId,
  });
}
