// How the rules for our own words judge a text (R17): what POST /api/conversations/:id/check answers with.
import * as z from "zod/mini";

export const checkAnswerSchema = z.object({
  /** Blocks first; none means clean. A rule is named as triage/outbound-rules.ts does. */
  findings: z.array(z.object({ rule: z.string(), severity: z.enum(["warn", "block"]), sentence: z.string() })),
});
export type TextFinding = z.infer<typeof checkAnswerSchema>["findings"][number];
