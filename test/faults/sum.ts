// Puts the outcomes of several runs together as if they were one. Pure.
import type { Verdict } from "./compare.ts";
import type { ShowingsVerdict } from "./compare-showings.ts";
import type { Outcome } from "./rig.ts";

export type SeededOutcome = { readonly seed: number; readonly outcome: Outcome };

/** Counts are added; findings say in which run they were made; settled only when every run was. */
export function sumOf(runs: readonly SeededOutcome[]): Outcome {
  const mishaps = new Map<string, number>();
  for (const [name, times] of runs.flatMap(({ outcome }) => [...outcome.mishaps])) {
    mishaps.set(name, (mishaps.get(name) ?? 0) + times);
  }
  return {
    verdict: verdictOf(runs),
    showings: showingsOf(runs),
    mishaps,
    kills: total(runs.map(({ outcome }) => outcome.kills)),
    deaths: runs.flatMap(({ outcome }) => outcome.deaths),
    recoveries: runs.flatMap(({ outcome }) => outcome.recoveries),
    resumptions: runs.flatMap(({ outcome }) => outcome.resumptions),
    isSettled: runs.every(({ outcome }) => outcome.isSettled),
  };
}

function verdictOf(runs: readonly SeededOutcome[]): Verdict {
  const sum = (key: Exclude<keyof Verdict, "findings">) => total(runs.map(({ outcome }) => outcome.verdict[key]));
  return {
    ...{ intended: sum("intended"), once: sum("once"), twice: sum("twice"), missing: sum("missing") },
    ...{ handedToHuman: sum("handedToHuman"), unexplained: sum("unexplained") },
    findings: runs.flatMap(({ seed, outcome }) => withSeed(outcome.verdict.findings, runs.length === 1 ? null : seed)),
  };
}

function showingsOf(runs: readonly SeededOutcome[]): ShowingsVerdict {
  const sum = (key: Exclude<keyof ShowingsVerdict, "findings">) =>
    total(runs.map(({ outcome }) => outcome.showings[key]));
  return {
    ...{ wished: sum("wished"), booked: sum("booked"), taken: sum("taken"), twice: sum("twice") },
    ...{ untold: sum("untold"), toldWithoutShowing: sum("toldWithoutShowing"), doubleBooked: sum("doubleBooked") },
    ...{ orphanHolds: sum("orphanHolds"), unsettled: sum("unsettled"), unwished: sum("unwished"), lost: sum("lost") },
    ...{
      apart: sum("apart"),
      overtaken: sum("overtaken"),
      handedToHuman: sum("handedToHuman"),
      leftToPeople: sum("leftToPeople"),
    },
    findings: runs.flatMap(({ seed, outcome }) => withSeed(outcome.showings.findings, runs.length === 1 ? null : seed)),
  };
}

/** Null: there is one run only. */
function withSeed<T extends { readonly detail: string }>(findings: readonly T[], seed: number | null): readonly T[] {
  if (seed === null) return findings;
  return findings.map((finding) => ({ ...finding, detail: `${finding.detail} (seed ${seed})` }));
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
