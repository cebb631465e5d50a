// What an admin should look at, once: a duplicate, a job given up, a page that changed. Ids, codes and numbers only.
import { incidents } from "#migrations/schema";
import type { Database } from "./database.ts";

export type Incident = {
  /** Made from what happened, so that the same incident told twice is one row. */
  readonly id: string;
  readonly organisationId: string;
  readonly kind: "duplicate" | "dead_letter" | "page_drift";
  readonly conversationId: string | null;
  readonly accountId: string | null;
  readonly atMs: number;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
};

/** Its own organisation is part of the incident. Told again, it changes nothing. */
export async function recordIncident(db: Database, incident: Incident): Promise<void> {
  await db.insert(incidents).values(incident).onConflictDoNothing();
}
