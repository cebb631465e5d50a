// The organisation's own words in the fake API, in the shape of the real routes. What is sent is checked by the contracts.
import type { Context, Hono } from "hono";
import { knowledgeChangeSchema } from "#contracts/api/knowledge";
import {
  replyTemplateChangeSchema,
  replyTemplateParamSchema,
  templatePreviewRequestSchema,
} from "#contracts/api/reply-template";
import { Refused } from "./board.ts";
import type { FakeKnowledge } from "./knowledge-board.ts";
import { viewer } from "./routes.ts";

export function addKnowledge(app: Hono, knowledge: FakeKnowledge): void {
  const agentId = (c: Context) => (viewer(c).role === "admin" ? null : viewer(c).user.id);
  let made = 0;
  app.get("/api/knowledge", (c) => c.json({ entries: knowledge.all(agentId(c)) }));
  app.get("/api/reply-templates", (c) => c.json(knowledge.list()));
  app.post("/api/reply-templates/preview", async (c) =>
    c.json(knowledge.preview(templatePreviewRequestSchema.parse(await c.req.json()))),
  );
  for (const place of ["/api/knowledge/*", "/api/reply-templates/*"]) {
    app.use(place, async (c, next) => {
      if (viewer(c).role !== "admin") throw new Refused("NOT_ALLOWED", "Ask an admin.");
      await next();
    });
  }
  app.post("/api/knowledge", async (c) => {
    made += 1;
    return c.json({ entry: knowledge.put(`kn_new${made}`, knowledgeChangeSchema.parse(await c.req.json())) }, 201);
  });
  app.put("/api/knowledge/:id", async (c) =>
    c.json({ entry: knowledge.put(c.req.param("id"), knowledgeChangeSchema.parse(await c.req.json())) }),
  );
  app.delete("/api/knowledge/:id", (c) => c.json({ entry: knowledge.remove(c.req.param("id")) }));
  app.put("/api/reply-templates/:kind/:language", async (c) => {
    const { text } = replyTemplateChangeSchema.parse(await c.req.json());
    return c.json({ template: knowledge.setTemplate({ ...replyTemplateParamSchema.parse(c.req.param()), text }) });
  });
  app.delete("/api/reply-templates/:kind/:language", (c) =>
    c.json({ template: knowledge.removeTemplate(replyTemplateParamSchema.parse(c.req.param())) }),
  );
}
