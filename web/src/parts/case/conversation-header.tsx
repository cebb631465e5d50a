// Whose conversation it is, where it stands, who else looks at it, and the way back to the list.
import { A } from "@solidjs/router";
import { Show } from "solid-js";
import type { Conversation } from "#contracts/api/conversation";
import { CONVERSATIONS_PATH } from "../../paths.ts";
import { PLATFORM_WORDS } from "../../words/platform.ts";
import { stateWords } from "../../words/workflow.ts";
import { Icon } from "../icon.tsx";
import { useLive } from "../live-context.tsx";

export function ConversationHeader(props: {
  conversation: Conversation;
  search: string;
  headRef: (head: HTMLElement) => void;
}) {
  const live = useLive();
  const viewers = () => live.viewers(props.conversation.id);
  return (
    <header class="talk-head" ref={props.headRef}>
      <A class="back" href={`${CONVERSATIONS_PATH}${props.search}`} aria-label="Back to the list">
        <Icon name="back" />
      </A>
      <div class="talk-who">
        <h1 tabindex="-1" class="talk-name">
          <bdi>{props.conversation.leadName ?? "Name not shown"}</bdi>
        </h1>
        <p class="facts-line">
          <span class="facts-line-long">
            <bdi>{props.conversation.unit?.name ?? props.conversation.listingTitle ?? "Unit not linked yet"}</bdi>
          </span>
          <span>{PLATFORM_WORDS[props.conversation.platform]}</span>
          <span>{stateWords(props.conversation)}</span>
        </p>
      </div>
      <Show when={viewers().length > 0}>
        <p class="talk-viewers" title={`${viewers().join(", ")} here too`}>
          <Icon name="eye" />
          <span class="talk-viewers-count" aria-hidden="true">
            {viewers().length}
          </span>
          <span class="talk-viewers-names">
            {viewers().length > 2 ? `${viewers().length} others here` : `${viewers().join(", ")} here too`}
          </span>
        </p>
      </Show>
    </header>
  );
}
