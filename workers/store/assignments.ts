// Who works on which unit, and the members who can.
import { and, asc, eq } from "drizzle-orm";
import type { AssignmentChange } from "#contracts/api/assignment";
import { ROLES, type Role } from "#contracts/api/organisation";
import { assignments, member, user } from "#migrations/schema";
import type { Database } from "./database.ts";

export type MemberName = { readonly id: string; readonly name: string; readonly role: Role };

/** More people than any agency of this product has. */
const MEMBERS_READ_MAX = 1_000;

/** The assignment of a person to a unit; null when there is none. */
export async function assignmentOf(
  db: Database,
  organisationId: string,
  unitId: string,
  userId: string,
): Promise<AssignmentChange | null> {
  const row = await db
    .select({ priority: assignments.priority, isActive: assignments.isActive })
    .from(assignments)
    .where(ofPerson(organisationId, unitId, userId))
    .get();
  return row ?? null;
}

/** Sets a person's assignment to a unit; both must be the organisation's, which the caller has checked. */
export async function putAssignment(
  db: Database,
  organisationId: string,
  unitId: string,
  userId: string,
  change: AssignmentChange,
): Promise<void> {
  const { priority, isActive } = change;
  await db
    .insert(assignments)
    .values({ organisationId, unitId, userId, priority, isActive })
    .onConflictDoUpdate({
      target: [assignments.organisationId, assignments.unitId, assignments.userId],
      set: { priority, isActive },
    })
    .run();
}

/** Takes a person off a unit. False when they were not on it. */
export async function removeAssignment(
  db: Database,
  organisationId: string,
  unitId: string,
  userId: string,
): Promise<boolean> {
  const removed = await db
    .delete(assignments)
    .where(ofPerson(organisationId, unitId, userId))
    .returning({ userId: assignments.userId })
    .all();
  return removed.length > 0;
}

/** Names of the organisation's members, or of one of them; whoever has a role that this product does not know is left out. */
export async function listMembers(
  db: Database,
  organisationId: string,
  userId: string | null,
): Promise<readonly MemberName[]> {
  const rows = await db
    .select({ id: user.id, name: user.name, role: member.role })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.organizationId, organisationId), userId === null ? undefined : eq(user.id, userId)))
    .orderBy(asc(user.name), asc(user.id))
    .limit(MEMBERS_READ_MAX)
    .all();
  return rows.flatMap(({ id, name, role: word }) => {
    const role = ROLES.find((known) => known === word);
    return role === undefined ? [] : { id, name, role };
  });
}

function ofPerson(organisationId: string, unitId: string, userId: string) {
  return and(
    eq(assignments.organisationId, organisationId),
    eq(assignments.unitId, unitId),
    eq(assignments.userId, userId),
  );
}
