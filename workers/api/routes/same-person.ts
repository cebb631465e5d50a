// The person behind a conversation: who may be the same one, not to contact them any more, and to lift that again.
import { Hono } from "hono";
import { describeRoute } from "hono-openapi";
import { conversationAnswerSchema } from "#contracts/api/conversation";
import { samePersonListSchema, suppressRequestSchema } from "#contracts/api/same-person";
import { samePersonOf } from "#workers/store/same-person";
import { answers, BODY_ERRORS } from "../answers.ts";
import type { ApiEnv } from "../api-env.ts";
import { checked } from "../checked.ts";
import { conversationView } from "../conversation-view.ts";
import { requireAdmin } from "../middleware/require-admin.ts";
import { orThrow } from "../problem.ts";
import { agentScope, conversationFor } from "../scope.ts";
import { suppressPerson } from "../suppress-person.ts";

export const samePerson = new Hono<ApiEnv>()
  .get(
    "/:id/same-person",
    describeRoute({
      summary: "Other conversations that may be the same person's",
      responses: answers(samePersonListSchema, "Those that share a contact, then those of the same full name", [
        "NOT_FOUND",
      ]),
    }),
    async (c) => {
      const { deps, viewer } = c.var;
      const id = c.req.param("id");
      await conversationFor(deps, viewer, id);
      const found = await samePersonOf(deps.db, viewer.organisationId, id, agentScope(viewer));
      return c.json({ conversations: [...found] });
    },
  )
  .post(
    "/:id/suppress",
    describeRoute({
      summary: "Do not contact this person any more, on any platform",
      responses: answers(conversationAnswerSchema, "The conversation", [...BODY_ERRORS, "NOT_FOUND"]),
    }),
    checked("json", suppressRequestSchema),
    async (c) => {
      const { deps, viewer } = c.var;
      const { alsoConversationIds = [] } = c.req.valid("json");
      const detail = await suppressPerson(deps, viewer, c.req.param("id"), alsoConversationIds);
      return c.json({ conversation: await conversationView(deps, viewer, detail) });
    },
  )
  .post(
    "/:id/lift-suppression",
    describeRoute({
      summary: "Let this person be contacted again, on every platform (admin)",
      responses: answers(conversationAnswerSchema, "The conversation", ["NOT_FOUND", "NOT_NOW"]),
    }),
    requireAdmin,
    async (c) => {
      const { deps, viewer } = c.var;
      const actor = await conversationFor(deps, viewer, c.req.param("id"));
      const detail = orThrow(await actor.liftSuppression(viewer.organisationId, viewer.userId));
      return c.json({ conversation: await conversationView(deps, viewer, detail) });
    },
  );
