// Adverts that were seen on the platforms, for admins: which unit each stands for.
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { listingAnswerSchema, listingLinkSchema, listingListSchema } from "#contracts/api/unit";
import { listListings } from "#workers/store/listing-links";
import { answers, BODY_ERRORS } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";
import { checked } from "../checked.ts";
import { requireAdmin } from "../middleware/require-admin.ts";
import { linkListingTo } from "../unit-change.ts";

export const listings = new Hono<ApiEnv>()
  .get(
    "/",
    describeRoute({
      summary: "Listings, those without a unit first (admin)",
      responses: answers(listingListSchema, "All that were seen"),
    }),
    requireAdmin,
    async (c) => c.json({ listings: [...(await listListings(c.var.deps.db, c.var.viewer.organisationId, null))] }),
  )
  .put(
    "/:id/unit",
    describeRoute({
      summary: "Link a listing to a unit, or to none (admin)",
      responses: answers(listingAnswerSchema, "The listing", [...BODY_ERRORS, "NOT_FOUND"]),
    }),
    requireAdmin,
    checked("json", listingLinkSchema),
    async (c) => {
      const { deps, viewer } = c.var;
      return c.json({ listing: await linkListingTo(deps, viewer, c.req.param("id"), c.req.valid("json").unitId) });
    },
  );
