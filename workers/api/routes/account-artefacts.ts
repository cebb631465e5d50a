// Redacted pages of a platform account that changed, for admins: which there are, and one to take away. A page is only ever handed out
// as a file of plain text: a browser must not draw what a platform wrote.
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { artefactListSchema } from "#contracts/api/artefact";
import { type ArtefactMetadata, getArtefact, listArtefacts } from "#workers/store/artefacts";
import { ownAccount } from "../account-change.ts";
import { answers, errors } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";
import { requireAdmin } from "../middleware/require-admin.ts";
import { notFound, OK } from "../problem.ts";

export const accountArtefacts = new Hono<ApiEnv>()
  .get(
    "/:id/artefacts",
    describeRoute({
      summary: "Redacted pages that no longer are as the selector pack says (admin)",
      responses: answers(artefactListSchema, "What is kept, newest first", ["NOT_FOUND"]),
    }),
    requireAdmin,
    async (c) => {
      const { deps, viewer } = c.var;
      const { id } = await ownAccount(deps, viewer, c.req.param("id"));
      const kept = await listArtefacts(deps.packs, viewer.organisationId, id);
      return c.json({ artefacts: kept.map(viewOf) });
    },
  )
  .get(
    "/:id/artefacts/:packKey",
    describeRoute({
      summary: "One redacted page as a text file (admin)",
      responses: {
        [OK]: { description: "The page, as text/plain" },
        ...errors(["NOT_SIGNED_IN", "NOT_ALLOWED", "NOT_FOUND", "RATE_LIMITED", "UNAVAILABLE", "INTERNAL"]),
      },
    }),
    requireAdmin,
    async (c) => {
      const { deps, viewer } = c.var;
      const { id } = await ownAccount(deps, viewer, c.req.param("id"));
      const packKey = c.req.param("packKey");
      const text = await getArtefact(deps.packs, viewer.organisationId, id, packKey);
      if (text === null) throw notFound();
      return c.body(text, OK, {
        "content-type": "text/plain; charset=utf-8",
        // A pack key holds letters, dots and underscores only: the store knows no other.
        "content-disposition": `attachment; filename="${packKey}.txt"`,
      });
    },
  );

function viewOf({ packKey, packVersion, faultCode, atMs, bytes }: ArtefactMetadata) {
  return { packKey, packVersion, faultCode, at: new Date(atMs).toISOString(), bytes };
}
