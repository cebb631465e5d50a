// Who shows which unit, and who can: the members of an organisation, for pickers.
import * as z from "zod/mini";
import { ROLES } from "./organisation.ts";

/** The table's own bounds; the lowest number is asked first. */
export const PRIORITY_MIN = 1;
export const PRIORITY_MAX = 1_000;
export const PRIORITY_DEFAULT = 100;

/** PUT /api/units/:id/assignments/:userId (admin). */
export const assignmentChangeSchema = z.object({
  priority: z._default(z.int().check(z.minimum(PRIORITY_MIN), z.maximum(PRIORITY_MAX)), PRIORITY_DEFAULT),
  isActive: z._default(z.boolean(), true),
});
export type AssignmentChange = z.infer<typeof assignmentChangeSchema>;

/** GET /api/members: by name; an agent sees themselves. */
export const memberListSchema = z.object({
  members: z.array(z.object({ id: z.string(), name: z.string(), role: z.enum(ROLES) })),
});
