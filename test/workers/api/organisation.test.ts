// What an admin sets for the whole organisation, and what becomes of it.
import { beforeEach, describe, expect, it } from "vitest";
import type { OrganisationSettings } from "#contracts/api/organisation-settings";
import { listAudit } from "#workers/store/audit";
import { policyOf, showingSettingsOf } from "#workers/store/organisations";
import { type Agency, db, makeAgency, makePerson } from "./agency.ts";
import { type Client, codeOf, signIn } from "./client.ts";

const DEFAULTS: OrganisationSettings = {
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
const HOURS = {
  zone: "America/New_York",
  weekly: [{ weekday: 1, from: "09:00", to: "17:30" }],
  closedDates: ["2026-12-25"],
};
let agency: Agency;
let admin: Client;
let agent: Client;

beforeEach(async () => {
  agency = await makeAgency();
  [admin, agent] = await Promise.all([
    signIn(await makePerson(agency, "admin")),
    signIn(await makePerson(agency, "agent")),
  ]);
});

const put = (change: object) => admin("PUT", "/api/organisation", { ...DEFAULTS, ...change });

describe("the settings of an organisation", () => {
  it("are the careful ones until an admin sets others, and then those", async () => {
    const first = await admin("GET", "/api/organisation");
    expect(first.body).toEqual({ organisation: { id: agency.id, name: `Agency ${agency.id}`, settings: DEFAULTS } });
    const change = { defaultSendMode: "auto_send", slotMinutes: 45, businessHours: HOURS };
    const set = await put(change);
    expect(set.body).toMatchObject({ organisation: { settings: { ...DEFAULTS, ...change } } });
    expect((await admin("GET", "/api/organisation")).body).toEqual(set.body);
    expect(await policyOf(db, agency.id)).toMatchObject({
      organisationDefault: "auto_send",
      businessHours: {
        zone: "America/New_York",
        weekly: [{ weekday: 1, fromMinute: 540, toMinute: 1_050 }],
        closedDates: ["2026-12-25"],
      },
    });
    expect(await showingSettingsOf(db, agency.id)).toMatchObject({ slotMinutes: 45 });
    expect((await put({})).body).toMatchObject({ organisation: { settings: { businessHours: null } } });
  });

  it("are audited field by field, in codes and numbers", async () => {
    await put({ isKillSwitchOn: true, businessHours: HOURS });
    await put({ isKillSwitchOn: true, businessHours: HOURS });
    const { entries } = await listAudit(db, agency.id, null, null);
    const lines = entries.filter(({ action }) => action === "organisation.changed").map(({ detail }) => detail);
    expect(lines).toHaveLength(2);
    expect(lines).toContainEqual({ field: "isKillSwitchOn", from: false, to: true });
    expect(lines).toContainEqual({ field: "businessHours", zone: "America/New_York", intervals: 1, closedDates: 1 });
  });

  it.each([
    ["an unknown zone", { businessHours: { ...HOURS, zone: "Mars/Olympus" } }],
    ["no hours at all", { businessHours: { ...HOURS, weekly: [] } }],
    ["a date that is none", { businessHours: { ...HOURS, closedDates: ["2026-02-30"] } }],
    ["an end before its start", { businessHours: { ...HOURS, weekly: [{ weekday: 1, from: "17:00", to: "09:00" }] } }],
    [
      "overlapping hours",
      { businessHours: { ...HOURS, weekly: [...HOURS.weekly, { weekday: 1, from: "17:00", to: "18:00" }] } },
    ],
    ["a horizon beyond a year", { horizonDays: 400 }],
    ["a quiet window of an hour", { quietWindowMs: 3_600_000 }],
    ["half a minute", { slotMinutes: 30.5 }],
    ["a mode nobody knows", { defaultSendMode: "yolo" }],
  ])("are refused with %s, and stay as they were", async (_, change) => {
    expect(codeOf(await put(change))).toBe("BAD_REQUEST");
    expect((await admin("GET", "/api/organisation")).body).toMatchObject({ organisation: { settings: DEFAULTS } });
  });

  it("are for admins", async () => {
    expect(codeOf(await agent("GET", "/api/organisation"))).toBe("NOT_ALLOWED");
    expect(codeOf(await agent("PUT", "/api/organisation", DEFAULTS))).toBe("NOT_ALLOWED");
  });
});
