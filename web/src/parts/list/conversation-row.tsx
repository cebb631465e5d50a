// One conversation in the list: who, where, what was said last, and what it waits for.
import { A } from "@solidjs/router";
import { type Accessor, Show } from "solid-js";
import type { ConversationRow as Row } from "#contracts/api/conversation";
import { conversationPath } from "../../paths.ts";
import { PLATFORM_WORDS } from "../../words/platform.ts";
import { fullTime, shortAgo } from "../../words/time.ts";
import { stateWords } from "../../words/workflow.ts";
import { RowMarks } from "./row-marks.tsx";

export function ConversationRow(props: { row: Row; search: string; now: Accessor<number> }) {
  const place = () => props.row.unit?.name ?? props.row.listingTitle ?? "Unit not linked yet";
  return (
    <li>
      <A
        class="row"
        activeClass="is-open"
        href={conversationPath(props.row.id, props.search)}
        data-hand-off={props.row.handOff === null ? undefined : "yes"}
      >
        <span class="row-top">
          <span class="row-lead">
            <bdi>{props.row.leadName ?? "Name not shown"}</bdi>
          </span>
          <Show when={props.row.lastMessage}>
            {(last) => (
              <time class="row-time" datetime={last().at} title={fullTime(last().at)}>
                {shortAgo(last().at, props.now())}
              </time>
            )}
          </Show>
        </span>
        <span class="facts-line">
          <span class="facts-line-long">
            <bdi>{place()}</bdi>
          </span>
          <span>{PLATFORM_WORDS[props.row.platform]}</span>
          <span>{stateWords(props.row)}</span>
        </span>
        <Show when={props.row.lastMessage}>
          {(last) => (
            <span class="row-preview">
              <Show when={last().from === "us"}>
                <span class="row-us">Us: </span>
              </Show>
              <bdi>{last().preview}</bdi>
            </span>
          )}
        </Show>
        <Show when={props.row.handOff}>
          {(handOff) => (
            <>
              <span class="row-reason">{handOff().reason.sentence}</span>
              <Show when={handOff().summary[1]}>
                {(line) => (
                  <span class="row-summary">
                    <bdi>{line()}</bdi>
                  </span>
                )}
              </Show>
            </>
          )}
        </Show>
        <RowMarks row={props.row} now={props.now} />
      </A>
    </li>
  );
}
