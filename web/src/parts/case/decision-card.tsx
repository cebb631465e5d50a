// Why the assistant did what it did last, beside the talk; the decisions before it are one press away.
import type { DecisionView } from "#contracts/api/conversation";
import { createMedia } from "../../primitives/create-media.ts";
import { Icon } from "../icon.tsx";
import { WhyButton } from "../why/why-button.tsx";
import { DecisionBody } from "./decision-body.tsx";

export function DecisionCard(props: { decision: DecisionView; conversationId: string }) {
  const isRoomy = createMedia("(min-width: 80rem)");
  return (
    <details class="card fold" open={isRoomy() ? true : undefined}>
      <summary>
        <span class="fold-head">
          <h2 class="card-title">Why</h2>
          <span class="fold-brief">{props.decision.reason.sentence}</span>
        </span>
        <Icon name="chevron" />
      </summary>
      <div class="fold-body">
        <DecisionBody decision={props.decision} />
        <WhyButton conversationId={props.conversationId} sendId={null}>
          All decisions
        </WhyButton>
      </div>
    </details>
  );
}
