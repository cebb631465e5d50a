// An admin's change of what holds for the whole organisation: checked, stored, audited field by field.
// Wall-clock times are texts outside and minutes inside.
import type { BusinessHoursTimes, Organisation, OrganisationSettings } from "#contracts/api/organisation-settings";
import type { BusinessHours } from "#domain/conversation/business-hours";
import { readDate } from "#domain/kernel/civil-day";
import { clockText } from "#domain/slots/instant-text";
import type { Deps } from "#workers/deps";
import { putSettings, type StoredSettings, settingsOf } from "#workers/store/organisation-settings";
import type { Viewer } from "./api-env.ts";
import { auditChange } from "./audit-change.ts";
import { minutesOf, refuseOverlaps } from "./availability-change.ts";
import { checkZone } from "./check-zone.ts";
import { Problem } from "./problem.ts";

/** The viewer's organisation with its settings. */
export async function ownOrganisation(deps: Deps, { organisationId: id }: Viewer): Promise<Organisation> {
  const { name, settings } = await settingsOf(deps.db, id);
  const { businessHours } = settings;
  return { id, name, settings: { ...settings, businessHours: businessHours === null ? null : timesOf(businessHours) } };
}

/** Sets all settings. Throws BAD_REQUEST for an unknown zone, a date that is none, and intervals that overlap. */
export async function setOrganisation(deps: Deps, viewer: Viewer, wanted: OrganisationSettings): Promise<Organisation> {
  const before = await settingsOf(deps.db, viewer.organisationId);
  const after: StoredSettings = {
    ...wanted,
    businessHours: wanted.businessHours === null ? null : hoursOf(wanted.businessHours),
  };
  await putSettings(deps.db, viewer.organisationId, after);
  await auditChange(deps, viewer, "organisation.changed", detailsOf(before.settings, after));
  return await ownOrganisation(deps, viewer);
}

function hoursOf({ zone, weekly, closedDates }: BusinessHoursTimes): BusinessHours {
  checkZone(zone);
  closedDates.forEach((date, at) => {
    if (readDate(date) !== null) return;
    const details = [{ path: `businessHours.closedDates.${at}`, message: "must be a date of the calendar" }];
    throw new Problem("BAD_REQUEST", "One of the dates is none. Write it as 2026-12-25.", details);
  });
  const rules = weekly.map((rule, at) => {
    return { weekday: rule.weekday, ...minutesOf(rule, `businessHours.weekly.${at}`) };
  });
  refuseOverlaps(rules, "businessHours.weekly");
  return { zone, weekly: rules, closedDates: [...new Set(closedDates)].sort() };
}

function timesOf({ zone, weekly, closedDates }: BusinessHours): BusinessHoursTimes {
  return {
    zone,
    weekly: weekly.map(({ weekday, fromMinute, toMinute }) => {
      return { weekday, from: clockText(fromMinute), to: clockText(toMinute) };
    }),
    closedDates: [...closedDates],
  };
}

const PLAIN_FIELDS = [
  "defaultSendMode",
  "isKillSwitchOn",
  "quietWindowMs",
  "approvalHoldMs",
  "slotMinutes",
  "slotStepMinutes",
  "minNoticeMinutes",
  "horizonDays",
  "offerHoldMinutes",
] as const satisfies readonly (keyof StoredSettings)[];

function detailsOf(before: StoredSettings, after: StoredSettings) {
  const plain = PLAIN_FIELDS.flatMap((field) => {
    return before[field] === after[field] ? [] : { field, from: before[field], to: after[field] };
  });
  if (JSON.stringify(before.businessHours) === JSON.stringify(after.businessHours)) return plain;
  const hours = after.businessHours;
  return [
    ...plain,
    {
      field: "businessHours",
      zone: hours?.zone ?? null,
      intervals: hours?.weekly.length ?? null,
      closedDates: hours?.closedDates.length ?? null,
    },
  ];
}
