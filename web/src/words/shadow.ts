// What became of decisions, in words: verdicts, shares with their intervals, and what they mean for sending by itself.
import type { JudgedDecisionView, LineView, ShareView } from "#contracts/api/shadow";
import type { VerdictName } from "#domain/shadow/verdict-names";

export const VERDICT_WORDS: Readonly<Record<VerdictName, string>> = {
  pending: "Nobody did anything yet",
  approved: "Sent as it was",
  edited: "Edited, then sent",
  rejected: "Rejected",
  answered_otherwise: "A person answered otherwise",
  answered_by_person: "A person answered: handing over was right",
  given_back: "Given back unanswered: handing over was not needed",
  ignored_rightly: "Nobody had to answer",
  not_answered: "The talk went on before anybody looked",
  taken_over: "A person took over",
  left_by_itself: "Left by itself",
};

/** "93 % (88 to 96 %, 120)"; a dash without any. */
export function shareWords(share: ShareView | null): string {
  if (share === null) return "–";
  return `${percent(share.share)} % (${percent(share.low)} to ${percent(share.high)} %, of ${share.of})`;
}

/** What a person did with a decision, in one line: "Edited, then sent: 20 % of the words; added: not". */
export function becameWords(
  decision: Pick<JudgedDecisionView, "verdict" | "distance" | "similarity" | "removed" | "added">,
): string {
  const { verdict, distance, similarity, removed, added } = decision;
  const parts = [
    ...(distance === null ? [] : [`${percent(distance)} % of the words`]),
    ...(similarity === null ? [] : [`${percent(similarity)} % alike`]),
    ...(removed.length === 0 ? [] : [`taken out: ${removed.join(", ")}`]),
    ...(added.length === 0 ? [] : [`added: ${added.join(", ")}`]),
  ];
  return parts.length === 0 ? `${VERDICT_WORDS[verdict]}.` : `${VERDICT_WORDS[verdict]}: ${parts.join("; ")}.`;
}

/** What the line says about letting replies leave by themselves. */
export function adviceWords({ advice, wrong }: Pick<LineView, "advice" | "wrong">): string {
  const hits = wrong?.hits ?? 0;
  const found = `${hits} of ${wrong?.of ?? 0} replies would have gone wrong.`;
  switch (advice.say) {
    case "enough":
      return `Enough evidence to send automatically. ${found}`;
    case "too_few":
      return `Too few judged replies: ${advice.missing} more are needed. ${found}`;
    case "too_many_wrong":
      return `Do not send automatically: more than 1 % would have gone wrong. ${found}`;
    case "not_sure":
      return `Not sure yet: few were wrong, and more replies are needed to be certain. ${found}`;
  }
}

/** 0 to 1 as percent, with one decimal below ten where it matters. */
export function percent(share: number): string {
  const value = share * 100;
  return value > 0 && value < 10 ? value.toFixed(1) : String(Math.round(value));
}
