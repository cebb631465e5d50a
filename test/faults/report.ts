// What one run, or a row of runs, says in the end: a table, what it proves and what it does not, and one JSON object for
// programs.
import { percentile } from "../bench/percentile.ts";
import { isClean } from "./compare.ts";
import { areShowingsClean, type ShowingsVerdict } from "./compare-showings.ts";
import { killsThatFound } from "./deaths.ts";
import type { RigOptions } from "./options.ts";
import { longestMs } from "./recovery.ts";
import type { Outcome } from "./rig.ts";

const FINDINGS_SHOWN_MAX = 40;

/** The last line with `--json`. */
export function jsonLine(options: RigOptions, outcome: Outcome): string {
  const { intended, once, twice, missing, handedToHuman, unexplained } = outcome.verdict;
  const { kills, deaths, recoveries, resumptions, isSettled } = outcome;
  const undisturbed = recoveries.filter(({ isDisturbed }) => !isDisturbed);
  return JSON.stringify({
    ...{ intended, once, twice, missing, handedToHuman, unexplained, kills },
    longestRecoveryMs: longestMs(recoveries),
    ...{ seed: options.seed, runs: options.runs, isSettled },
    showings: figuresOf(outcome.showings),
    killsWithWorkUnderWay: deaths.filter((death) => death.size > 0).length,
    killsThatFound: Object.fromEntries(killsThatFound(deaths)),
    recoveries: figures(recoveries.map(({ ms }) => ms)),
    undisturbedRecoveries: figures(undisturbed.map(({ ms }) => ms)),
    resumptions: figures(resumptions.map(({ ms }) => ms)),
    undisturbedResumptions: figures(resumptions.filter(({ isDisturbed }) => !isDisturbed).map(({ ms }) => ms)),
  });
}

export function table(options: RigOptions, outcome: Outcome): string {
  const { verdict, mishaps, deaths, recoveries, resumptions } = outcome;
  const withWork = deaths.filter((death) => death.size > 0).length;
  const seeds = options.runs === 1 ? options.seed : `${options.seed} to ${options.seed + options.runs - 1}`;
  const rows: readonly (readonly [string, string | number])[] = [
    ["intended", verdict.intended],
    ["once", verdict.once],
    ["twice", verdict.twice],
    ["missing", verdict.missing],
    ["handed to a human, with evidence", verdict.handedToHuman],
    ["said without being meant", verdict.unexplained],
    ...showingRows(outcome.showings),
    ["kills (SIGKILL)", outcome.kills],
    ["kills that found a send or a booking under way", withWork],
    ...[...killsThatFound(deaths)].map(([window, kills]) => [`  found at least one: ${window}`, kills] as const),
    ["due work claimed again after a restart", words(resumptions.map(({ ms }) => ms))],
    ["  no other fault meanwhile", words(resumptions.flatMap(({ ms, isDisturbed }) => (isDisturbed ? [] : [ms])))],
    ["first visible sign after a restart", words(recoveries.map(({ ms }) => ms))],
    ["  no other fault meanwhile", words(recoveries.flatMap(({ ms, isDisturbed }) => (isDisturbed ? [] : [ms])))],
    ["came to rest", outcome.isSettled ? "yes" : "no"],
    [options.runs === 1 ? "seed" : "seeds", seeds],
    ["platforms", options.platforms.join(", ")],
    ["planted defect", options.plant ?? "none"],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const faults = [...mishaps].toSorted(([a], [b]) => a.localeCompare(b)).map(([name, times]) => `${times} × ${name}`);
  const findings = [...verdict.findings, ...outcome.showings.findings].map(
    ({ what, key, detail }) => `  ${what} ${key}: ${detail}`,
  );
  const hidden = findings.length - FINDINGS_SHOWN_MAX;
  return [
    ...rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`),
    `faults: ${faults.join(", ")}`,
    ...(findings.length === 0 ? [] : ["findings:", ...findings.slice(0, FINDINGS_SHOWN_MAX)]),
    ...(hidden > 0 ? [`  and ${hidden} more`] : []),
    isClean(verdict) ? "Nothing was said twice and nothing was lost." : "FAILED: something was said twice or lost.",
    areShowingsClean(outcome.showings)
      ? "Every showing stands once, and its lead knows it."
      : "FAILED: a showing is there twice, or its lead does not know what stands.",
  ].join("\n");
}

function showingRows({ findings: _, ...counts }: ShowingsVerdict): readonly (readonly [string, string | number])[] {
  const { wished, booked, taken, handedToHuman, leftToPeople, ...faults } = counts;
  return [
    ["showings: choices of leads", wished],
    ["  booked or moved, gone meanwhile", `${booked}, ${taken}`],
    ["  with a person: handed over, changed by one", `${handedToHuman}, ${leftToPeople}`],
    [
      "  faults",
      Object.entries(faults)
        .map(([name, count]) => `${count} ${name}`)
        .join(", "),
    ],
  ];
}

function figuresOf({ findings: _, ...counts }: ShowingsVerdict) {
  return counts;
}

function figures(ms: readonly number[]) {
  const isEmpty = ms.length === 0;
  const at = (share: number) => (isEmpty ? null : percentile(ms, share));
  return { count: ms.length, p50Ms: at(0.5), p95Ms: at(0.95), longestMs: at(1) };
}

function words(ms: readonly number[]): string {
  const { count, p50Ms, p95Ms, longestMs: longest } = figures(ms);
  return count === 0 ? "not measured" : `p50 ${p50Ms} ms, p95 ${p95Ms} ms, longest ${longest} ms, of ${count}`;
}

export const WHAT_IT_SHOWS = `What this shows: processes that die at any moment (SIGKILL of wrangler, its worker processes, Chromium or a twin, and with
them every queue message in memory), networks and platforms that fail, queue messages that come twice and late, actors
that are lost in the middle of a call, and a clock of the product that jumps ahead or back, also over a restart (alarms come
at the machine's time all the same).
What it does not show: loss of power (the system's cache survives a kill; nothing here tests the disk), loss of stored data,
and platforms that take a request longer than the settle time of the send log to store it; a clock that jumps ahead right
after a click shortens that settle time by as much. What was stored while the clock was ahead waits until it is caught up.
The seed repeats the choice of faults, their order and pauses; what they meet depends on the machine.`;
