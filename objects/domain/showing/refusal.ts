// The closed list of reasons for which a showing is refused, each with what to do next. Statuses are spelled for people here.
import { never } from "../kernel/never.ts";
import { err, type Refusal } from "../kernel/result.ts";
import { needsStart, nextStatuses, type ShowingStatus } from "./status.ts";

export type ShowingRefusal = Refusal<
  "NOT_FOUND" | "NOT_NOW" | "NOT_STARTED" | "TIME_TAKEN" | "GROUP_FULL" | "DAY_FULL" | "IDEMPOTENCY_KEY_REUSED"
>;
/** Why no place was given at a time. */
export type NoPlace = "TIME_TAKEN" | "GROUP_FULL" | "DAY_FULL";

/** [H3, H4, H5] The words for a time that cannot be had. */
export function noPlace(code: NoPlace) {
  return err<ShowingRefusal>({ code, message: placeMessage(code), next: "Choose another time." });
}

/** [H8] One reason for several agents: what they have in common, or that the time is taken. */
export function commonReason(reasons: readonly NoPlace[]): NoPlace {
  const [first = "TIME_TAKEN", ...others] = reasons;
  return others.every((reason) => reason === first) ? first : "TIME_TAKEN";
}

/** [H1] The words for a step that the table does not have. */
export function mayNotBecome(from: ShowingStatus, to: ShowingStatus) {
  const next = nextStatuses(from).map(statusWords);
  return err<ShowingRefusal>({
    code: "NOT_NOW",
    message: `A showing that is ${statusWords(from)} cannot become ${statusWords(to)}.`,
    next: next.length === 0 ? "Book a new showing instead." : `It can still become ${next.join(", ")}.`,
  });
}

/** [H16] Null: it began, or this can be said at any time. `startMs`: when the showing begins, in epoch milliseconds. */
export function beforeStart(to: ShowingStatus, startMs: number, nowMs: number): Refusal<"NOT_STARTED"> | null {
  if (!needsStart(to) || nowMs >= startMs) return null;
  return {
    code: "NOT_STARTED",
    message: "The showing has not begun yet.",
    next: `Say ${to === "completed" ? "that it took place" : "that nobody came"} once it has, or cancel it.`,
  };
}

/** [H9] The words for moving what is over. */
export function mayNotMove(status: ShowingStatus) {
  return err<ShowingRefusal>({
    code: "NOT_NOW",
    message: `A showing that is ${statusWords(status)} cannot be moved.`,
    next: "Book a new showing instead.",
  });
}

/** [H7] The words for a key that stands for something else. */
export function keyReused() {
  return err<ShowingRefusal>({
    code: "IDEMPOTENCY_KEY_REUSED",
    message: "This key was used for another showing.",
    next: "Send a new key with every new booking or move.",
  });
}

/** [H11] The same words for what does not exist and what is somebody else's. */
export function noSuch(what: "showing" | "unit" | "agent") {
  return err<ShowingRefusal>({
    code: "NOT_FOUND",
    message: `There is no such ${what}, or it is not yours.`,
    next: "Load the list again and choose from it.",
  });
}

function placeMessage(code: NoPlace): string {
  switch (code) {
    case "TIME_TAKEN":
      return "That time is taken.";
    case "GROUP_FULL":
      return "As many people come at that time as the unit takes.";
    case "DAY_FULL":
      return "The agent has as many showings on that day as they take.";
    default:
      return never(code);
  }
}

function statusWords(status: ShowingStatus): string {
  return status.replaceAll("_", " ");
}
