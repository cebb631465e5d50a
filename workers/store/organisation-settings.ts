// The settings of an organisation as a whole, to be read and set; what is in force for one question stands in organisations.ts.
import { eq } from "drizzle-orm";
import type { BusinessHours } from "#domain/conversation/business-hours";
import { organisationSettings } from "#migrations/schema";
import type { Database } from "./database.ts";
import {
  APPROVAL_HOLD_DEFAULT_MS,
  type OrganisationPolicy,
  policyOf,
  QUIET_WINDOW_DEFAULT_MS,
  SHOWING_SETTINGS_DEFAULT,
  type ShowingSettings,
} from "./organisations.ts";

export type StoredSettings = Omit<OrganisationPolicy, "name" | "organisationDefault"> &
  ShowingSettings & {
    readonly defaultSendMode: OrganisationPolicy["organisationDefault"];
    readonly businessHours: BusinessHours | null;
  };

/** Name and settings; the careful defaults for an organisation that set none. */
export async function settingsOf(
  db: Database,
  organisationId: string,
): Promise<{ readonly name: string; readonly settings: StoredSettings }> {
  const [{ name }, row] = await Promise.all([
    policyOf(db, organisationId),
    db.select().from(organisationSettings).where(eq(organisationSettings.organisationId, organisationId)).get(),
  ]);
  const { organisationId: _organisationId, ...settings } = row ?? { ...DEFAULTS, organisationId };
  return { name, settings };
}

/** Sets all of them. */
export async function putSettings(db: Database, organisationId: string, settings: StoredSettings): Promise<void> {
  await db
    .insert(organisationSettings)
    .values({ organisationId, ...settings })
    .onConflictDoUpdate({ target: organisationSettings.organisationId, set: settings });
}

const DEFAULTS: StoredSettings = {
  defaultSendMode: "draft_only",
  isKillSwitchOn: false,
  quietWindowMs: QUIET_WINDOW_DEFAULT_MS,
  approvalHoldMs: APPROVAL_HOLD_DEFAULT_MS,
  businessHours: null,
  ...SHOWING_SETTINGS_DEFAULT,
};
