// One follow-up of the queue: who, when it is due, who writes it and why; done and skipped can be taken back for a few seconds.
import { A } from "@solidjs/router";
import { type Accessor, Show } from "solid-js";
import type { FollowUpList } from "#contracts/api/follow-up";
import { createFollowUpOrders } from "../../parts/follow-up/create-follow-up-orders.ts";
import { FollowUpButtons } from "../../parts/follow-up/follow-up-buttons.tsx";
import { conversationPath } from "../../paths.ts";
import { dueWords, STAGE_WORDS, writerWords } from "../../words/follow-up.ts";

export function FollowUpRow(props: {
  row: FollowUpList["followUps"][number];
  now: Accessor<number>;
  /** Takes the focus when the row is gone. */
  onGone: () => void;
}) {
  const giver = createFollowUpOrders(props.row, props.row.conversation.id);
  const lead = () => props.row.conversation.leadName ?? "Name not shown";
  const due = () => dueWords(props.row, props.now());
  return (
    <li class="follow-up">
      <A class="follow-up-who" href={conversationPath(props.row.conversation.id, "")} activeClass="" inactiveClass="">
        <span class="hand-off-top">
          <bdi class="hand-off-lead">{lead()}</bdi>
          <span class="follow-up-due" data-due={due().isDue ? "yes" : undefined}>
            {due().words}
          </span>
        </span>
        <Show when={props.row.leftToPerson}>{(why) => <span class="hand-off-why">{why().sentence}</span>}</Show>
        <span class="facts-line">
          <span>{STAGE_WORDS[props.row.stage]}</span>
          <span>{writerWords(props.row)}</span>
          <span class="facts-line-long">
            <bdi>
              {props.row.conversation.unit?.name ?? props.row.conversation.listingTitle ?? "Unit not linked yet"}
            </bdi>
          </span>
        </span>
      </A>
      <FollowUpButtons giver={giver} lead={lead()} nowMs={props.now()} onGone={props.onGone} />
    </li>
  );
}
