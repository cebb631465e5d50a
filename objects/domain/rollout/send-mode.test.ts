import { describe, expect, it } from "vitest";
import { CANARY_SHARE_PERCENT, effectiveSendMode, isInCanary, type SendModeInputs } from "./send-mode.ts";

const loosest: SendModeInputs = {
  organisationDefault: "auto_send",
  accountOverride: null,
  rolloutStage: "full",
  isKillSwitchOn: false,
  conversationId: "cv_1",
};

describe("the send mode in force", () => {
  it("[O1] is draft_only as soon as one of the four says so", () => {
    expect(effectiveSendMode(loosest)).toBe("auto_send");
    expect(effectiveSendMode({ ...loosest, organisationDefault: "draft_only" })).toBe("draft_only");
    expect(effectiveSendMode({ ...loosest, organisationDefault: "draft_only", accountOverride: "auto_send" })).toBe(
      "draft_only",
    );
    expect(effectiveSendMode({ ...loosest, accountOverride: "draft_only" })).toBe("draft_only");
    expect(effectiveSendMode({ ...loosest, isKillSwitchOn: true })).toBe("draft_only");
  });

  it("[O2] never sends by itself in shadow", () => {
    expect(effectiveSendMode({ ...loosest, rolloutStage: "shadow", accountOverride: "auto_send" })).toBe("draft_only");
  });

  it("[O3] gives a canary a stable share of conversations", () => {
    const ids = Array.from({ length: 20_000 }, (_, i) => `cv_${(i * 7919).toString(36)}`);
    const inside = ids.filter(isInCanary);
    expect(inside).toEqual(ids.filter(isInCanary));
    const percent = (100 * inside.length) / ids.length;
    expect(percent).toBeGreaterThan(CANARY_SHARE_PERCENT - 1.5);
    expect(percent).toBeLessThan(CANARY_SHARE_PERCENT + 1.5);
    const id = inside[0] ?? "";
    expect(effectiveSendMode({ ...loosest, rolloutStage: "canary", conversationId: id })).toBe("auto_send");
  });
});
