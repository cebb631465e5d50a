// The demo agency as SQL for D1. Every statement leaves what is there alone, so that a second start keeps the data,
// the passwords that were changed and the settings that were set.
import { hashPassword } from "better-auth/crypto";
import { PLATFORMS } from "#domain/platform";
import { DEMO_LISTINGS } from "../fakes/platforms/kernel/demo-listings.ts";
import {
  ACCOUNTS,
  AVAILABILITY,
  DEMO_POLL_INTERVAL_MS,
  DEMO_QUIET_WINDOW_MS,
  DEMO_SENDS_PER_HOUR_MAX,
  DEMO_VISIT_GAP_MS,
  type DemoAvailability,
  type DemoOrganisation,
  HARBOUR,
  QUAYSIDE,
  UNITS,
} from "./demo-agency.ts";

type Value = string | number | null;

/** The whole agency (and a second, empty one), one statement a line. `nowMs` dates the rows. */
export async function demoSeedSql(nowMs: number): Promise<string> {
  const organisations = await Promise.all([HARBOUR, QUAYSIDE].map((one) => organisationSql(one, nowMs)));
  return [...organisations.flat(), ...agencySql(nowMs)].join("\n");
}

async function organisationSql(organisation: DemoOrganisation, nowMs: number): Promise<string[]> {
  const { id, name, slug, people } = organisation;
  const hashes = await Promise.all(people.map((person) => hashPassword(person.password)));
  const dates = { created_at: nowMs, updated_at: nowMs };
  return [
    insert("organization", { id, name, slug, created_at: nowMs }),
    ...people.flatMap((person, i) => [
      insert("user", { id: person.id, name: person.name, email: person.email, email_verified: 1, ...dates }),
      insert("account", {
        id: `${person.id}_password`,
        account_id: person.id,
        provider_id: "credential",
        user_id: person.id,
        password: hashes[i] ?? null,
        ...dates,
      }),
      insert("member", {
        id: `${person.id}_member`,
        organization_id: id,
        user_id: person.id,
        role: person.role,
        created_at: nowMs,
      }),
    ]),
  ];
}

function agencySql(nowMs: number): string[] {
  const organisation_id = HARBOUR.id;
  return [
    insert("organisation_settings", {
      organisation_id,
      default_send_mode: "auto_send",
      quiet_window_ms: DEMO_QUIET_WINDOW_MS,
    }),
    ...ACCOUNTS.map(({ id, platform, label, sendMode, rolloutStage, credentialsRef }) =>
      insert("platform_accounts", {
        id,
        organisation_id,
        platform,
        label,
        send_mode: sendMode,
        rollout_stage: rolloutStage,
        quiet_poll_ms: DEMO_POLL_INTERVAL_MS,
        visit_gap_ms: DEMO_VISIT_GAP_MS,
        sends_per_hour_max: DEMO_SENDS_PER_HOUR_MAX,
        credentials_ref: credentialsRef,
      }),
    ),
    ...UNITS.flatMap((unit) => [
      insert("units", { id: unit.id, organisation_id, label: unit.label, zone: unit.zone }),
      ...Object.entries(unit.facts).map(([name, value]) =>
        insert("unit_facts", {
          organisation_id,
          unit_id: unit.id,
          name,
          value: JSON.stringify(value),
          updated_at_ms: nowMs,
        }),
      ),
      ...unit.agents.map((user_id, i) =>
        insert("assignments", { organisation_id, unit_id: unit.id, user_id, priority: (i + 1) * 10 }),
      ),
    ]),
    ...listingsSql(),
    ...AVAILABILITY.flatMap(availabilitySql),
  ];
}

function availabilitySql({ userId, zone, bufferMinutes, maxPerDay, weekly }: DemoAvailability): string[] {
  const of = { organisation_id: HARBOUR.id, user_id: userId };
  return [
    insert("agent_profiles", { ...of, zone, buffer_minutes: bufferMinutes, max_per_day: maxPerDay }),
    ...weekly.map(([weekday, from, to]) =>
      insert("agent_rules", {
        ...{ id: `${userId}_${weekday}_${from}`, ...of, weekday },
        ...{ from_minute: from * 60, to_minute: to * 60 },
      }),
    ),
  ];
}

function listingsSql(): string[] {
  return PLATFORMS.flatMap((platform) => {
    const account = ACCOUNTS.find((one) => one.platform === platform);
    if (account === undefined) return [];
    return DEMO_LISTINGS[platform].map((advert, i) =>
      insert("listings", {
        id: `${account.id}.${advert.id}`,
        organisation_id: HARBOUR.id,
        account_id: account.id,
        platform_listing_id: advert.id,
        title: advert.title,
        unit_id: UNITS[i]?.id ?? null,
      }),
    );
  });
}

function insert(table: string, row: Readonly<Record<string, Value>>): string {
  const columns = Object.keys(row).map((name) => `\`${name}\``);
  return `INSERT OR IGNORE INTO \`${table}\` (${columns.join(", ")}) VALUES (${Object.values(row).map(literal).join(", ")});`;
}

function literal(value: Value): string {
  if (value === null) return "NULL";
  return typeof value === "number" ? String(value) : `'${value.replaceAll("'", "''")}'`;
}
