// One follow-up of the queue: who, when it is due, who writes it; done and skipped can be taken back for a few seconds.
import { A } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { type Accessor, createSignal, createUniqueId, For, Match, Show, Switch } from "solid-js";
import type { FollowUpList } from "#contracts/api/follow-up";
import { day } from "../../api/day.ts";
import { refreshDay } from "../../api/day-queries.ts";
import { keepConversation } from "../../api/queries.ts";
import { useLive } from "../../parts/live-context.tsx";
import { HeldNote } from "../../parts/showing/held-note.tsx";
import { heldOrder, holdOrder, settle, takeBack } from "../../parts/showing/held-orders.ts";
import { conversationPath } from "../../paths.ts";
import { createCommand } from "../../primitives/create-command.ts";
import { dueWords, STAGE_WORDS, snoozeChoices, writerWords } from "../../words/follow-up.ts";
import { hideDealtWith, showAgain } from "./dealt-with.ts";

type Act = { readonly act: "complete" | "skip" } | { readonly act: "snooze"; readonly untilMs: number };

export function FollowUpRow(props: {
  row: FollowUpList["followUps"][number];
  now: Accessor<number>;
  /** Takes the focus when the row is gone. */
  onGone: () => void;
}) {
  const client = useQueryClient();
  const live = useLive();
  const snoozeId = createUniqueId();
  const [isSnoozing, setIsSnoozing] = createSignal(false);
  const row = { id: props.row.id, dueAt: props.row.dueAt };
  const key = `follow-up ${row.id}`;
  const lead = () => props.row.conversation.leadName ?? "Name not shown";
  const due = () => dueWords(props.row, props.now());

  const send = createCommand((order: Act) => requestOf(row.id, order), {
    done: (conversation) => {
      hideDealtWith(row);
      settle(key);
      keepConversation(client, conversation);
      refreshDay(client);
    },
    refused: () => {
      settle(key);
      showAgain(row);
      refreshDay(client);
      return false;
    },
  });
  const hold = (act: "complete" | "skip", words: string) => {
    live.announce(`${words}. You can still undo it.`);
    holdOrder(key, words, () => send.run({ act }));
  };
  const snooze = (untilMs: number) => {
    hideDealtWith(row);
    props.onGone();
    send.run({ act: "snooze", untilMs });
  };

  return (
    <li class="follow-up">
      <A class="follow-up-who" href={conversationPath(props.row.conversation.id, "")} activeClass="" inactiveClass="">
        <span class="hand-off-top">
          <bdi class="hand-off-lead">{lead()}</bdi>
          <span class="follow-up-due" data-due={due().isDue ? "yes" : undefined}>
            {due().words}
          </span>
        </span>
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
      <Switch>
        <Match when={heldOrder(key)}>
          {(held) => <HeldNote held={held()} onUndo={() => takeBack(key)} onLeave={props.onGone} />}
        </Match>
        <Match when={true}>
          <div class="showing-orders">
            <button type="button" class="button is-small" onClick={() => hold("complete", "Followed up")}>
              Done<span class="visually-hidden">: follow-up with {lead()}</span>
            </button>
            <button type="button" class="button is-small" onClick={() => hold("skip", "Skipped")}>
              Skip<span class="visually-hidden"> the follow-up with {lead()}</span>
            </button>
            <button
              type="button"
              class="button is-small"
              aria-expanded={isSnoozing()}
              aria-controls={snoozeId}
              onClick={() => setIsSnoozing((held) => !held)}
            >
              Later<span class="visually-hidden">: follow-up with {lead()}</span>
            </button>
          </div>
          <div id={snoozeId} class="showing-more" hidden={!isSnoozing()}>
            <Show when={isSnoozing()}>
              <For each={snoozeChoices(props.now())}>
                {(choice) => (
                  <button type="button" class="button is-small" onClick={() => snooze(choice.untilMs)}>
                    {choice.words}
                  </button>
                )}
              </For>
            </Show>
          </div>
        </Match>
      </Switch>
    </li>
  );
}

function requestOf(id: string, order: Act) {
  switch (order.act) {
    case "complete":
      return day.completeFollowUp(id);
    case "skip":
      return day.skipFollowUp(id);
    case "snooze":
      return day.snoozeFollowUp(id, order.untilMs);
  }
}
