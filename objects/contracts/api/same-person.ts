// Who may be the same person, and saying that somebody is not to be contacted any more (or may be again).
// zod/mini because the web app imports this file.

import * as z from "zod/mini";
import { PLATFORMS } from "#domain/platform";

/** Conversations that one order may tie together; a person has no more on five platforms. */
export const SAME_PERSON_MAX = 20;

const named = z.object({ id: z.string(), name: z.string() });

export const samePersonSchema = z.object({
  conversationId: z.string(),
  /** `contact`: an e-mail address or a number in both, so it is them. `name`: the same full name, so a person must say. */
  match: z.enum(["contact", "name"]),
  platform: z.enum(PLATFORMS),
  account: named,
  leadName: z.nullable(z.string()),
  listingTitle: z.nullable(z.string()),
  unit: z.nullable(named),
  isSuppressed: z.boolean(),
  /** Null without a message. */
  lastMessageAt: z.nullable(z.string()),
});
export type SamePerson = z.infer<typeof samePersonSchema>;

/** GET /api/conversations/:id/same-person: the viewer's own, contacts first, then the newest. */
export const samePersonListSchema = z.object({ conversations: z.array(samePersonSchema) });

/** POST /api/conversations/:id/suppress. The others are the same person's because somebody says so. */
export const suppressRequestSchema = z.object({
  alsoConversationIds: z.optional(
    z.array(z.string().check(z.minLength(1), z.maxLength(64))).check(z.maxLength(SAME_PERSON_MAX)),
  ),
});
