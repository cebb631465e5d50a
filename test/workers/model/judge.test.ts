// One message judged more than once: other times are open when those of the first answer could not be held, and a job may run twice
// at the same moment.
import { beforeEach, expect, it } from "vitest";
import { SAMPLE } from "#domain/model/sample";
import type { DecisionInput } from "#domain/triage/decision";
import { decide } from "#domain/triage/policy";
import { makeJudge } from "#workers/model/judge";
import { type Agency, makeAgency } from "../api/agency.ts";
import { makeRigDeps, Thread } from "../queues/rig.ts";
import { seen, setModel, stubModel, today } from "./desk.ts";

const slot = (label: string, hour: number) => ({
  start: new Date(Date.UTC(2026, 10, 26, hour)).toISOString(),
  end: new Date(Date.UTC(2026, 10, 26, hour + 1)).toISOString(),
  label,
});
const ASKS: DecisionInput = {
  ...SAMPLE,
  text: "How much is the rent? Can I come and see it this week?",
  slots: [slot("Thursday, Nov 26, 3:00 PM", 20), slot("Thursday, Nov 26, 4:00 PM", 21)],
  now: "2026-11-25T12:00:00.000Z",
  zone: "America/New_York",
};

let agency: Agency;

beforeEach(async () => {
  agency = await makeAgency();
});

it("[M17] asks once, however often the open times change, and each answer has the times that are open then", async () => {
  const model = stubModel("words");
  await setModel(agency, model);
  const judge = makeJudge(makeRigDeps(), agency.id);
  const first = await judge(ASKS);
  const later = { ...ASKS, slots: ASKS.slots.slice(1) };
  const second = await judge(later);
  const none = { ...ASKS, slots: [] };
  const third = await judge(none);
  expect((await seen(model)).times).toBe(1);
  expect(first.decision.reply).toContain("1. Thursday, Nov 26, 3:00 PM");
  expect(second.decision.reply).not.toContain("3:00 PM");
  expect(second.decision.reply).toContain("The rent is $1450 per month.");
  expect(second.decision.facts).toEqual(decide(later).facts);
  expect(third.decision).toEqual(decide(none));
});

it("[M17] a job that runs twice at once is answered once", async () => {
  const model = stubModel("words");
  await setModel(agency, model);
  const thread = new Thread(agency, "roomies", true);
  await thread.leadWrites("Hi, how much is the rent?");
  await Promise.all([thread.run.decide(), thread.run.decide(), thread.run.decide()]);
  expect((await thread.detail()).sends).toHaveLength(1);
  const lines = (await thread.actor.projection())?.audit ?? [];
  expect(lines.filter(({ action }) => action === "decision.recorded")).toHaveLength(1);
  const { calls } = await today(agency);
  expect((await seen(model)).times).toBe(calls);
});
