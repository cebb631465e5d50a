// The organisation's settings in the fake API, checked by the contract as the real one does.
import type { Hono } from "hono";
import { type OrganisationSettings, organisationSettingsSchema } from "#contracts/api/organisation-settings";
import { Refused } from "./board.ts";
import { viewer } from "./routes.ts";

export class FakeOrganisation {
  settings: OrganisationSettings = {
    defaultSendMode: "draft_only",
    isKillSwitchOn: false,
    quietWindowMs: 30_000,
    approvalHoldMs: 5_000,
    slotMinutes: 30,
    slotStepMinutes: 30,
    minNoticeMinutes: 120,
    horizonDays: 14,
    offerHoldMinutes: 120,
    businessHours: null,
  };
}

export function addOrganisation(app: Hono, held: FakeOrganisation): void {
  const answer = (name: string) => ({ organisation: { id: "org_1", name, settings: held.settings } });
  app.use("/api/organisation", async (c, next) => {
    if (viewer(c).role !== "admin") throw new Refused("NOT_ALLOWED", "Ask an admin.");
    await next();
  });
  app.get("/api/organisation", (c) => c.json(answer(viewer(c).organisation.name)));
  app.put("/api/organisation", async (c) => {
    held.settings = organisationSettingsSchema.parse(await c.req.json());
    return c.json(answer(viewer(c).organisation.name));
  });
}
