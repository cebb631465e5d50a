// One question to a model with its budget around it: reserve, ask, settle. What the answer means is for others.
import { budgetDay, reservationFor } from "#domain/model/budget";
import type { Prompt } from "#domain/model/prompt";
import type { Deps } from "../deps.ts";
import { reserveTokens, settleTokens } from "../store/model-usage.ts";
import type { ChosenModel } from "./choose-model.ts";
import { type Proposed, propose } from "./propose.ts";

/** What came of it; `budget_spent` where the day's tokens do not allow the call. Throws only what D1 throws. */
export async function consult(
  deps: Pick<Deps, "db" | "now">,
  organisationId: string,
  chosen: ChosenModel,
  tokensPerDay: number,
  prompt: Prompt,
): Promise<Proposed> {
  const day = budgetDay(deps.now());
  const tokens = reservationFor(prompt);
  const isReserved = await reserveTokens(deps.db, organisationId, day, tokens, tokensPerDay);
  if (!isReserved) return { came: "fault", code: "budget_spent", cost: null };
  const proposed = await propose(chosen, prompt);
  await settleTokens(deps.db, organisationId, day, tokens, proposed.cost);
  return proposed;
}
