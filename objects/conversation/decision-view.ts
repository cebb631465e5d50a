// The decisions of a conversation as others see them: with their verdicts for the workboard, in numbers for D1, with their source
// for who replays them. Reads what is kept, changes nothing.
import type { ActorRefusal, DecisionOutcome, StoredDecision } from "#contracts/actors";
import type { JudgedDecisionView } from "#contracts/api/shadow";
import { err, ok, type Result } from "#domain/kernel/result";
import { judgementOf, type Track } from "#domain/shadow/follow";
import type { DecisionBook } from "./decision-book.ts";
import { decisionView } from "./view.ts";

/** Newest first. */
export function judgedViews(book: DecisionBook): readonly JudgedDecisionView[] {
  const kept = book.sourceIds();
  return book
    .tracks()
    .map((track) => judgedView(track, kept.has(track.record.id)))
    .reverse();
}

/** The verdicts that D1 does not know yet. `projectedSeq`: of the newest event that it knows. */
export function outcomesOf(tracks: readonly Track[], projectedSeq: number): readonly DecisionOutcome[] {
  return tracks.filter(({ changedSeq }) => changedSeq > projectedSeq).map(outcomeOf);
}

/** Refused when the decision, or what it was made from, is not kept. */
export function storedDecision(book: DecisionBook, decisionId: string): Result<StoredDecision, ActorRefusal> {
  const record = book.tracks().find((track) => track.record.id === decisionId)?.record;
  const source = book.sourceOf(decisionId);
  if (record === undefined || source === null) return err(NOT_KEPT);
  return ok({ decisionId, provider: record.provider, ...source, decision: record.decision });
}

function judgedView(track: Track, hasInput: boolean): JudgedDecisionView {
  const { verdict, isJudged, wouldHaveGoneWrong } = judgementOf(track);
  const edit = verdict.verdict === "edited" ? verdict : null;
  return {
    ...decisionView(track.record),
    sendId: track.sendId,
    verdict: verdict.verdict,
    distance: edit?.distance ?? null,
    similarity: verdict.verdict === "answered_otherwise" ? verdict.similarity : null,
    removed: [...(edit?.removed ?? [])],
    added: [...(edit?.added ?? [])],
    isJudged,
    wouldHaveGoneWrong,
    hasInput,
  };
}

function outcomeOf(track: Track): DecisionOutcome {
  const { record, changedSeq, sendId } = track;
  const { intents, nextAction, reason, confidence, risk } = record.decision;
  const { verdict, isJudged, wouldHaveGoneWrong } = judgementOf(track);
  return {
    decisionId: record.id,
    version: changedSeq,
    atMs: record.atMs,
    ...{ intents, nextAction, reason: reason.code, confidence, risk },
    provider: record.provider,
    sendMode: record.sendMode,
    verdict: verdict.verdict,
    distancePercent: verdict.verdict === "edited" ? Math.round(verdict.distance * 100) : null,
    isProposed: sendId !== null,
    isJudged,
    wouldHaveGoneWrong,
  };
}

const NOT_KEPT: ActorRefusal = {
  code: "NOT_FOUND",
  message: "What this decision was made from is not kept.",
  next: "The newest decisions of a conversation are; look at one of those.",
};
