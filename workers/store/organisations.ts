// Organisations and the policy in force for each; a missing settings row means the careful defaults.
// Also tells who is a member, because a role counts only while the membership stands.
import { and, asc, eq, inArray } from "drizzle-orm";
import { ROLES, type Role } from "#contracts/api/organisation";
import type { BusinessHours } from "#domain/conversation/business-hours";
import type { SendMode } from "#domain/rollout/send-mode";
import { member, organisationSettings, organization, user } from "#migrations/schema";
import type { Database } from "./database.ts";

/** Policy of an organisation. Everything starts in draft_only. */
export type OrganisationPolicy = {
  readonly name: string;
  readonly organisationDefault: SendMode;
  readonly isKillSwitchOn: boolean;
  /** How long a burst of a lead's messages may go on before it is answered. */
  readonly quietWindowMs: number;
  /** How long an approved reply waits, so that it can be undone. */
  readonly approvalHoldMs: number;
  /** When people answer; null: always. */
  readonly businessHours: BusinessHours | null;
};

/** What an organisation's showings keep to: lengths in minutes. */
export type ShowingSettings = {
  readonly slotMinutes: number;
  readonly slotStepMinutes: number;
  readonly minNoticeMinutes: number;
  readonly horizonDays: number;
  /** How long a time that was offered to a lead is kept for them. */
  readonly offerHoldMinutes: number;
};

export type Member = {
  readonly user: { readonly id: string; readonly name: string; readonly email: string };
  readonly organisation: { readonly id: string; readonly name: string };
  readonly role: Role;
};

/** More people than any agency of this product has. */
const MEMBERS_READ_MAX = 1_000;
/** D1 takes 100 variables in a statement. */
const NAMES_READ_MAX = 99;
export const QUIET_WINDOW_DEFAULT_MS = 30_000;
export const APPROVAL_HOLD_DEFAULT_MS = 5_000;
/** The defaults of the table. */
export const SHOWING_SETTINGS_DEFAULT: ShowingSettings = {
  slotMinutes: 30,
  slotStepMinutes: 30,
  minNoticeMinutes: 120,
  horizonDays: 14,
  offerHoldMinutes: 120,
};

/** The policy in force; the careful defaults for an organisation without settings. */
export async function policyOf(db: Database, organisationId: string): Promise<OrganisationPolicy> {
  const row = await db
    .select({ name: organization.name, settings: organisationSettings })
    .from(organization)
    .leftJoin(organisationSettings, eq(organisationSettings.organisationId, organization.id))
    .where(eq(organization.id, organisationId))
    .get();
  return {
    name: row?.name ?? "",
    organisationDefault: row?.settings?.defaultSendMode ?? "draft_only",
    isKillSwitchOn: row?.settings?.isKillSwitchOn ?? false,
    quietWindowMs: row?.settings?.quietWindowMs ?? QUIET_WINDOW_DEFAULT_MS,
    approvalHoldMs: row?.settings?.approvalHoldMs ?? APPROVAL_HOLD_DEFAULT_MS,
    businessHours: row?.settings?.businessHours ?? null,
  };
}

/** What showings keep to; the defaults for an organisation without settings. */
export async function showingSettingsOf(db: Database, organisationId: string): Promise<ShowingSettings> {
  return (await showingSettingsQuery(db, organisationId).get()) ?? SHOWING_SETTINGS_DEFAULT;
}

/** What showings keep to, as a query, so that others can be asked in the same round trip. No row: the defaults. */
export function showingSettingsQuery(db: Database, organisationId: string) {
  return db
    .select({
      slotMinutes: organisationSettings.slotMinutes,
      slotStepMinutes: organisationSettings.slotStepMinutes,
      minNoticeMinutes: organisationSettings.minNoticeMinutes,
      horizonDays: organisationSettings.horizonDays,
      offerHoldMinutes: organisationSettings.offerHoldMinutes,
    })
    .from(organisationSettings)
    .where(eq(organisationSettings.organisationId, organisationId))
    .limit(1);
}

/** The member behind a session; null when the membership ended or carries a role that this product does not know. */
export async function memberOf(db: Database, organisationId: string, userId: string): Promise<Member | null> {
  const row = await db
    .select({
      role: member.role,
      user: { id: user.id, name: user.name, email: user.email },
      organisation: { id: organization.id, name: organization.name },
    })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .where(and(eq(member.organizationId, organisationId), eq(member.userId, userId)))
    .get();
  if (row === undefined) return null;
  const role = ROLES.find((known) => known === row.role);
  return role === undefined ? null : { user: row.user, organisation: row.organisation, role };
}

/** Addresses of an organisation's members. */
export async function memberEmails(db: Database, organisationId: string): Promise<readonly string[]> {
  const rows = await db
    .select({ email: user.email })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(eq(member.organizationId, organisationId))
    .limit(MEMBERS_READ_MAX)
    .all();
  return rows.map((row) => row.email);
}

/** Names of those of the users who are members, by id. At most as many as one statement of D1 has variables. */
export async function memberNames(
  db: Database,
  organisationId: string,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ id: user.id, name: user.name })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.organizationId, organisationId), inArray(member.userId, userIds.slice(0, NAMES_READ_MAX))))
    .all();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Across organisations: where a user works when a session begins; the first membership, null without one. */
export async function firstOrganisationOf(db: Database, userId: string): Promise<string | null> {
  const row = await db
    .select({ organisationId: member.organizationId })
    .from(member)
    .where(eq(member.userId, userId))
    .orderBy(asc(member.createdAt), asc(member.id))
    .get();
  return row?.organisationId ?? null;
}
