// Verb × state: what may be done with a conversation now. The same table refuses in the actor and greys the button (C27).
import type { ConversationRefusal } from "./refusal.ts";
import { isStandAsked } from "./showing-stands.ts";
import type { ConversationState } from "./state.ts";

export type Verb =
  | "reply"
  | "setOutcome"
  | "reopen"
  | "takeOver"
  | "giveBack"
  | "suppress"
  | "liftSuppression"
  | "keepShowing";

const SUPPRESSED: ConversationRefusal = {
  code: "SUPPRESSED",
  message: "This lead asked not to be written to.",
  next: "Nothing is sent to this person any more.",
};

/** Null = allowed; otherwise why not, and what to do. */
export function allowed(state: ConversationState): Readonly<Record<Verb, ConversationRefusal | null>> {
  return {
    reply: state.isSuppressed ? SUPPRESSED : null,
    setOutcome: null,
    reopen:
      state.workflowState === "outcome"
        ? state.isSuppressed
          ? SUPPRESSED
          : null
        : notNow("The conversation is open already.", "Go on answering."),
    takeOver: state.ownerMode === "human" ? notNow("A person leads this conversation already.", "Just answer.") : null,
    giveBack: state.isSuppressed
      ? SUPPRESSED
      : state.ownerMode === "ai"
        ? notNow("The assistant leads this conversation already.", "Take it over to answer yourself.")
        : null,
    suppress: state.isSuppressed ? notNow("This person is not contacted any more already.", "Nothing to do.") : null,
    liftSuppression: state.isSuppressed
      ? null
      : notNow("This person may be contacted: nothing is there to lift.", "Just answer."),
    keepShowing: isStandAsked(state)
      ? null
      : notNow("Nobody waits for a word on whether a showing stands.", "Call it off if it does not."),
  };
}

function notNow(message: string, next: string): ConversationRefusal {
  return { code: "NOT_NOW", message, next };
}
