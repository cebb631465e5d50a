import { beforeEach, describe, expect, it } from "vitest";
import { modelTestSchema, modelViewSchema } from "#contracts/api/model";
import { auditListSchema } from "#contracts/api/organisation";
import { OUTPUT_TOKENS_MAX } from "#domain/model/budget";
import { TOKENS_IN, TOKENS_OUT } from "../../fakes/model/answers.ts";
import { once, seen, setModel, stubModel, stubSettings, today } from "../model/desk.ts";
import { type Agency, makeAgency, makePerson } from "./agency.ts";
import { type Client, codeOf, signIn } from "./client.ts";

let agency: Agency;
let call: Client;

beforeEach(async () => {
  agency = await makeAgency();
  call = await signIn(await makePerson(agency, "admin"));
});

const view = async () => modelViewSchema.parse((await call("GET", "/api/model")).body);
const tried = async () => modelTestSchema.parse((await call("POST", "/api/model/test", {})).body);

describe("the model of an organisation", () => {
  it("is off until an admin sets one", async () => {
    expect(await view()).toMatchObject({
      settings: { provider: null, mayWordReplies: false },
      problem: null,
      today: { calls: 0, tokensIn: 0, tokensOut: 0, reserved: 0, left: 200_000, fallbacks: [] },
    });
    expect(await tried()).toMatchObject({ came: "fault", code: "not_configured" });
  });

  it("is set as a whole, and each change stands in the audit without the endpoint's address", async () => {
    const settings = stubSettings("words", { tokensPerDay: 50_000 });
    const answer = await call("PUT", "/api/model", settings);
    expect(modelViewSchema.parse(answer.body)).toMatchObject({ settings, problem: null, today: { left: 50_000 } });
    expect((await view()).settings).toEqual(settings);
    const { entries } = auditListSchema.parse((await call("GET", "/api/audit")).body);
    const fields = entries.filter(({ action }) => action === "model.changed").map(({ detail }) => detail["field"]);
    expect(fields.toSorted()).toEqual(["baseUrl", "mayWordReplies", "model", "provider", "tokensPerDay"]);
    expect(JSON.stringify(entries)).not.toContain("localhost");
  });

  it("says what is missing", async () => {
    await call("PUT", "/api/model", stubSettings("m", { provider: "google", credentialsRef: "nobody" }));
    expect((await view()).problem).toContain("MODEL_CREDENTIALS");
    await call("PUT", "/api/model", stubSettings("m", { provider: "workers-ai" }));
    expect((await view()).problem).toContain("Workers AI");
    await call("PUT", "/api/model", stubSettings("m", { baseUrl: "http://api.example/v1" }));
    expect((await view()).problem).toContain("https://");
  });

  it.each([
    { model: "a b" },
    { model: "x".repeat(201) },
    { tokensPerDay: -1 },
    { tokensPerDay: 0.5 },
    { tokensPerDay: 100_000_001 },
    { provider: "other" },
  ])("does not take %j", async (change) => {
    const answer = await call("PUT", "/api/model", { ...stubSettings("m"), ...change });
    expect(codeOf(answer)).toBe("BAD_REQUEST");
    expect((await view()).settings.provider).toBeNull();
  });
});

describe("a try of the model", () => {
  it("shows what it made of a harmless message, and counts", async () => {
    const model = stubModel("words");
    await setModel(agency, model);
    expect(await tried()).toMatchObject({
      came: "proposal",
      intents: ["pricing_question"],
      reply: "Thank you for asking. The rent is $1450 per month.",
      wouldBeUsed: true,
      tokensIn: TOKENS_IN,
      tokensOut: TOKENS_OUT,
    });
    expect((await seen(model)).body).toContain("[EMAIL_1]");
    expect((await view()).today).toMatchObject({
      calls: 1,
      tokensIn: TOKENS_IN,
      left: 1_000_000 - TOKENS_IN - TOKENS_OUT,
    });
  });

  it("says when its words would not be sent", async () => {
    await setModel(agency, stubModel("invented-rent"));
    expect(await tried()).toMatchObject({ came: "proposal", wouldBeUsed: false });
  });

  it.each([
    ["error-500", "failed"],
    ["not-json", "wrong_object"],
    ["refusal", "refused"],
  ])("tells the fault of %s in a sentence: %s", async (scenario, code) => {
    await setModel(agency, stubModel(scenario));
    const told = await tried();
    expect(told).toMatchObject({ came: "fault", code });
    expect(told.came === "fault" && told.sentence).toMatch(/^The .+\.$/);
  });

  it("keeps to the budget, and is no fallback of a lead's message", async () => {
    await setModel(agency, stubModel("words"), { tokensPerDay: OUTPUT_TOKENS_MAX });
    expect(await tried()).toMatchObject({ came: "fault", code: "budget_spent" });
    expect((await today(agency)).fallbacks).not.toEqual(once("budget_spent"));
  });
});
