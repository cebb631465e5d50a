// Which send mode is in force: the most careful of everything that has a say. Rules: SPEC.md (O1..).
import { never } from "../kernel/never.ts";

export const SEND_MODES = ["draft_only", "auto_send"] as const;
export type SendMode = (typeof SEND_MODES)[number];

export const ROLLOUT_STAGES = ["shadow", "canary", "full"] as const;
export type RolloutStage = (typeof ROLLOUT_STAGES)[number];

/** Share of conversations that a canary sends by itself, in percent. */
export const CANARY_SHARE_PERCENT = 10;

export type SendModeInputs = {
  readonly organisationDefault: SendMode;
  /** Null: the account has no say of its own. */
  readonly accountOverride: SendMode | null;
  readonly rolloutStage: RolloutStage;
  readonly isKillSwitchOn: boolean;
  /** Decides, stably, whether a conversation belongs to the canary's share. */
  readonly conversationId: string;
};

/** [O1] The most careful of organisation, account, rollout stage and kill switch. */
export function effectiveSendMode(inputs: SendModeInputs): SendMode {
  if (inputs.isKillSwitchOn) return "draft_only";
  if (inputs.organisationDefault === "draft_only" || inputs.accountOverride === "draft_only") return "draft_only";
  switch (inputs.rolloutStage) {
    case "shadow":
      return "draft_only";
    case "canary":
      return isInCanary(inputs.conversationId) ? "auto_send" : "draft_only";
    case "full":
      return "auto_send";
    default:
      return never(inputs.rolloutStage);
  }
}

/** [O3] The same conversation is always in or always out of the canary, about CANARY_SHARE_PERCENT of all. */
export function isInCanary(conversationId: string): boolean {
  let hash = 0x811c9dc5;
  for (let i = 0; i < conversationId.length; i++) {
    hash = Math.imul(hash ^ conversationId.charCodeAt(i), 0x01000193) >>> 0;
  }
  return hash % 100 < CANARY_SHARE_PERCENT;
}
