// The language model of the fake API, for admins, in the shape of the real routes.
import type { Hono } from "hono";
import { type ModelSettings, type ModelTest, type ModelView, modelSettingsSchema } from "#contracts/api/model";
import { Refused } from "./board.ts";
import { viewer } from "./routes.ts";

export function addModel(app: Hono): void {
  let settings: ModelSettings = {
    provider: "openai-compatible",
    model: "a-model-with-a-very-long-name/that-does-not-fit-on-a-phone-in-one-line-2026-11",
    baseUrl: "https://models.a-house-with-a-long-name.example/openai/v1",
    credentialsRef: "house",
    mayWordReplies: true,
    tokensPerDay: 200_000,
  };
  const view = (): ModelView => ({
    settings,
    problem: settings.provider === "google" ? "The secret MODEL_CREDENTIALS has no entry of this name." : null,
    today: {
      ...{ day: "2026-11-25", calls: 41, tokensIn: 33_292, tokensOut: 2_624, reserved: 7_120 },
      left: Math.max(0, settings.tokensPerDay - 43_036),
      fallbacks: [
        { code: "timeout", times: 2 },
        { code: "ungrounded", times: 5 },
      ],
    },
  });
  const tried: ModelTest = {
    ...{ came: "proposal", tookMs: 812, intents: ["pricing_question"], confidence: 0.97, nextAction: "reply" },
    ...{ reply: "Thank you for asking. The rent is $1450 per month.", wouldBeUsed: true, tokensIn: 812, tokensOut: 64 },
  };
  app.use("/api/model/*", async (c, next) => {
    if (viewer(c).role !== "admin") throw new Refused("NOT_ALLOWED", "Ask an admin.");
    await next();
  });
  app.get("/api/model", (c) => c.json(view()));
  app.put("/api/model", async (c) => {
    settings = modelSettingsSchema.parse(await c.req.json());
    return c.json(view());
  });
  app.post("/api/model/test", (c) => c.json(tried));
}
