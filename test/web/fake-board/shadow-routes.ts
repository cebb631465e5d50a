// Decisions and what became of them in the fake API, in the shape of the real routes: one edited draft, one small report.
import type { Hono } from "hono";
import type { JudgedDecisionView, ShadowReport } from "#contracts/api/shadow";
import { report, type Tally } from "#domain/shadow/report";
import { type FakeBoard, Refused } from "./board.ts";
import { viewer } from "./routes.ts";
import { CASES } from "./seed.ts";

const ALIKE = {
  platform: "spareroom",
  accountId: "acc_1",
  distancePercent: null,
  isProposed: true,
  isJudged: true,
} as const;
const TALLIES: readonly Tally[] = [
  { ...ALIKE, intent: "showing_request", verdict: "approved", isWrong: false, count: 399 },
  { ...ALIKE, intent: "pricing_question", verdict: "rejected", isWrong: true, count: 1 },
];

export function addShadow(app: Hono, board: FakeBoard): void {
  app.get("/api/conversations/:id/decisions", (c) => {
    const { id, decision } = board.get(c.req.param("id"));
    const decisions: JudgedDecisionView[] = decision === null ? [] : [{ ...decision, ...EDITED, sendId: `${id}.1` }];
    return c.json({ decisions });
  });
  app.get("/api/shadow-report", (c) => {
    if (viewer(c).role !== "admin") throw new Refused("NOT_ALLOWED", "Ask an admin.");
    return c.json(reportOf(c.req.query("days") === "7" ? [] : TALLIES));
  });
}

const EDITED = {
  verdict: "edited" as const,
  distance: 0.2,
  similarity: null,
  removed: ["2450"],
  added: ["2400"],
  isJudged: true,
  wouldHaveGoneWrong: true,
  hasInput: true,
};

function reportOf(tallies: readonly Tally[]): ShadowReport {
  const { total, byIntent, byPlatform, byAccount } = report(tallies);
  const account = { id: "acc_1", name: "Harbour main", platform: "spareroom" } as const;
  return {
    ...{ since: new Date(0).toISOString(), isCut: false, total },
    byIntent: [...byIntent],
    byPlatform: [...byPlatform],
    byAccount: byAccount.map(({ accountId: _id, platform: _platform, ...line }) => ({ ...line, account })),
    wrong: tallies.flatMap(({ isWrong, intent, verdict }) =>
      isWrong
        ? [
            {
              ...{ decisionId: "d2", at: new Date().toISOString(), account, intent, verdict, distance: null },
              conversation: { id: CASES.failed, leadName: "Grace O’Malley" },
            },
          ]
        : [],
    ),
  };
}
