// The follow-up of a conversation, in its case: which, on what, when it is due, who writes it, and what to do with it.
// Loaded when a conversation that has one is opened, after what is read first.
import { Show } from "solid-js";
import type { Conversation } from "#contracts/api/conversation";
import type { FollowUpView } from "#contracts/api/follow-up";
import { createNow } from "../../primitives/create-now.ts";
import { dueWords, OCCASION_WORDS, STAGE_WORDS, textWords, writerWords } from "../../words/follow-up.ts";
import { useMe } from "../session-context.ts";
import { createFollowUpOrders } from "./create-follow-up-orders.ts";
import { FollowUpButtons } from "./follow-up-buttons.tsx";

export function FollowUpCard(props: { conversation: Conversation }) {
  let heading!: HTMLHeadingElement;
  /** Another due time is another order to give. */
  const key = () => {
    const { followUp } = props.conversation;
    return followUp === null ? null : `${followUp.id} ${followUp.dueAt}`;
  };
  return (
    <section class="card" aria-labelledby="follow-up-title">
      <h2 id="follow-up-title" class="card-title" tabindex="-1" ref={heading}>
        Follow-up
      </h2>
      <Show when={key()} keyed>
        <Show when={props.conversation.followUp}>
          {(followUp) => (
            <Pending followUp={followUp()} conversation={props.conversation} onGone={() => heading.focus()} />
          )}
        </Show>
      </Show>
    </section>
  );
}

function Pending(props: { followUp: FollowUpView; conversation: Conversation; onGone: () => void }) {
  const me = useMe();
  const now = createNow();
  const giver = createFollowUpOrders(props.followUp, props.conversation.id);
  const due = () => dueWords(props.followUp, now());
  const agent = () => {
    const { agent } = props.conversation;
    return agent === null || agent.id === me().user.id ? null : agent.name;
  };
  return (
    <>
      <dl class="pairs">
        <dt>{STAGE_WORDS[props.followUp.stage]}</dt>
        <dd>
          <span class="follow-up-due" data-due={due().isDue ? "yes" : undefined}>
            {due().words}
          </span>
        </dd>
        <dt>About</dt>
        <dd>{OCCASION_WORDS[props.followUp.occasion]}</dd>
        <dt>Text</dt>
        <dd>
          {writerWords(props.followUp, agent())}; {textWords(props.followUp, props.conversation.sends)}
        </dd>
      </dl>
      <Show when={props.followUp.leftToPerson}>{(why) => <p class="card-hint">{why().sentence}</p>}</Show>
      <FollowUpButtons
        giver={giver}
        lead={props.conversation.leadName ?? "the lead"}
        nowMs={now()}
        actions={props.followUp.actions}
        onGone={props.onGone}
      />
    </>
  );
}
