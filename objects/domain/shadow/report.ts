// What the verdicts of a period say: agreement, what would have gone wrong, and whether that is enough evidence to let replies leave
// by themselves. Adds up tallies; reads nothing and words nothing.
import type { Platform } from "../platform.ts";
import type { Intent } from "../triage/decision.ts";
import { EVIDENCE_REPLIES_MIN, WRONG_SHARE_MAX } from "./limits.ts";
import type { VerdictName } from "./verdict-names.ts";
import { type Share, shareOf } from "./wilson.ts";

/** How many decisions are alike in all of this. */
export type Tally = {
  /** The first of the decision's intents: what it took the message for. */
  readonly intent: Intent;
  readonly platform: Platform;
  readonly accountId: string;
  readonly verdict: VerdictName;
  /** Share of words that an edit changed, in percent; null for everything else. */
  readonly distancePercent: number | null;
  readonly isProposed: boolean;
  readonly isJudged: boolean;
  readonly isWrong: boolean;
  readonly count: number;
};

export type Advice =
  | { readonly say: "enough" }
  /** `missing`: judged replies still wanted. */
  | { readonly say: "too_few"; readonly missing: number }
  | { readonly say: "too_many_wrong" }
  /** Few were wrong, and more replies are needed to be sure of it. */
  | { readonly say: "not_sure" };

export type Line = {
  /** All decisions, judged or not. */
  readonly decisions: number;
  readonly judged: number;
  readonly asIs: number;
  readonly edited: number;
  /** Share of words, 0 to 1, that the middle one of the edits changed; null without edits. */
  readonly medianDistance: number | null;
  readonly rejected: number;
  readonly otherwise: number;
  readonly handedOverRightly: number;
  readonly givenBack: number;
  readonly ignoredRightly: number;
  /** [W14] Of the judged ones. Null without any. */
  readonly agreement: Share | null;
  /** [W10] Of the judged replies. Null without any. */
  readonly wrong: Share | null;
  readonly advice: Advice;
};

export type Report = {
  readonly total: Line;
  readonly byIntent: readonly (Line & { readonly intent: Intent })[];
  readonly byPlatform: readonly (Line & { readonly platform: Platform })[];
  readonly byAccount: readonly (Line & { readonly accountId: string; readonly platform: Platform })[];
};

/** The report of a period, each list with the most judged first. */
export function report(tallies: readonly Tally[]): Report {
  const byIntent = groups(tallies, ({ intent }) => intent).map(([first, line]) => ({ intent: first.intent, ...line }));
  const byPlatform = groups(tallies, ({ platform }) => platform).map(([{ platform }, line]) => ({ platform, ...line }));
  const byAccount = groups(tallies, ({ accountId }) => accountId).map(([{ accountId, platform }, line]) => ({
    accountId,
    platform,
    ...line,
  }));
  return { total: lineOf(tallies), byIntent, byPlatform, byAccount };
}

function groups(tallies: readonly Tally[], key: (tally: Tally) => string): readonly (readonly [Tally, Line])[] {
  return [...Map.groupBy(tallies, key).values()]
    .flatMap((members): (readonly [Tally, Line])[] => (members[0] === undefined ? [] : [[members[0], lineOf(members)]]))
    .sort(([, a], [, b]) => b.judged - a.judged || b.decisions - a.decisions);
}

function lineOf(tallies: readonly Tally[]): Line {
  const judged = tallies.filter(({ isJudged }) => isJudged);
  const replies = judged.filter(({ isProposed }) => isProposed);
  const wrong = shareOf(sum(replies.filter(({ isWrong }) => isWrong)), sum(replies));
  const of = (verdict: VerdictName) => sum(judged.filter((tally) => tally.verdict === verdict));
  const edits = judged.filter(({ verdict }) => verdict === "edited");
  const harmless = sum(edits.filter(({ isWrong }) => !isWrong));
  const agreed = of("approved") + harmless + of("answered_by_person") + of("ignored_rightly");
  return {
    decisions: sum(tallies),
    judged: sum(judged),
    asIs: of("approved"),
    edited: sum(edits),
    medianDistance: medianOf(edits),
    rejected: of("rejected"),
    otherwise: of("answered_otherwise"),
    handedOverRightly: of("answered_by_person"),
    givenBack: of("given_back"),
    ignoredRightly: of("ignored_rightly"),
    agreement: shareOf(agreed, sum(judged)),
    wrong,
    advice: adviceOf(wrong),
  };
}

/** [W15] */
function adviceOf(wrong: Share | null): Advice {
  const replies = wrong?.of ?? 0;
  if (wrong !== null && wrong.low > WRONG_SHARE_MAX) return { say: "too_many_wrong" };
  if (wrong === null || replies < EVIDENCE_REPLIES_MIN)
    return { say: "too_few", missing: EVIDENCE_REPLIES_MIN - replies };
  if (wrong.high <= WRONG_SHARE_MAX) return { say: "enough" };
  return { say: wrong.share > WRONG_SHARE_MAX ? "too_many_wrong" : "not_sure" };
}

function sum(tallies: readonly Tally[]): number {
  return tallies.reduce((total, { count }) => total + count, 0);
}

/** The lower one of two in the middle. */
function medianOf(edits: readonly Tally[]): number | null {
  const sorted = edits.toSorted((a, b) => (a.distancePercent ?? 0) - (b.distancePercent ?? 0));
  const middle = Math.ceil(sum(edits) / 2);
  let seen = 0;
  for (const { count, distancePercent } of sorted) {
    seen += count;
    if (seen >= middle) return (distancePercent ?? 0) / 100;
  }
  return null;
}
