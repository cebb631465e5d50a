// What the board socket says to the web app. A signal names what changed; the app reads the truth through the API.
import * as z from "zod/mini";

export const boardSignalSchema = z.discriminatedUnion("signal", [
  /** A conversation changed; `agentId` is who may see it besides admins (null: admins only). */
  z.object({ signal: z.literal("conversation"), conversationId: z.string(), version: z.number() }),
  /** A showing was booked, or changed. Sent to admins and to its agents, the one who lost it too. */
  z.object({ signal: z.literal("showing"), showingId: z.string() }),
  /** A platform account changed its state. Sent to admins. */
  z.object({ signal: z.literal("account"), accountId: z.string() }),
  /** Something that must not happen did, or somebody looked at it. Sent to admins. */
  z.object({ signal: z.literal("incident"), incidentId: z.string() }),
  /** Who else looks at a conversation now (names, without the receiver). */
  z.object({ signal: z.literal("viewers"), conversationId: z.string(), names: z.array(z.string()) }),
]);
export type BoardSignal = z.infer<typeof boardSignalSchema>;

/** What the web app may say: it opens or leaves a conversation. */
export const boardCommandSchema = z.discriminatedUnion("command", [
  z.object({ command: z.literal("view"), conversationId: z.nullable(z.string().check(z.maxLength(64))) }),
]);
export type BoardCommand = z.infer<typeof boardCommandSchema>;
