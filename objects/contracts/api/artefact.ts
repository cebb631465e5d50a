// Redacted pages of a platform account that no longer are as its pack says, for admins. Keys, versions and codes only.
import * as z from "zod/mini";

export const artefactSchema = z.object({
  /** The pack entry that matched nothing, e.g. "inbox.row". */
  packKey: z.string(),
  /** The pack that was in use. */
  packVersion: z.number(),
  faultCode: z.string(),
  at: z.string(),
  bytes: z.number(),
});

/** GET /api/accounts/:id/artefacts: the newest first, each kept for 14 days. */
export const artefactListSchema = z.object({ artefacts: z.array(artefactSchema) });
