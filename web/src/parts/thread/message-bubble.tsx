// One message that is on the platform: the lead's, ours (and who wrote it), or a row of the system.
import { Show } from "solid-js";
import type { MessageView } from "#contracts/api/conversation";
import type { Platform } from "#domain/platform";
import { PLATFORM_WORDS } from "../../words/platform.ts";
import { fullTime, messageClock } from "../../words/time.ts";
import { WhyButton } from "../why/why-button.tsx";

export function MessageBubble(props: {
  message: MessageView;
  conversationId: string;
  leadName: string | null;
  platform: Platform;
}) {
  const author = () => {
    switch (props.message.author) {
      case "lead":
        return props.leadName ?? "Lead";
      case "assistant":
        return "Assistant";
      case "agent":
        return "Agent";
      case "platform":
        return `Written on ${PLATFORM_WORDS[props.platform]}`;
      case "system":
        return "";
    }
  };
  const clock = () => messageClock(props.message.at, props.message.atPrecision);
  return (
    <li class="message" data-from={props.message.from}>
      <Show when={props.message.from !== "system"} fallback={<p dir="auto">{props.message.body}</p>}>
        <div class="bubble">
          <span class="visually-hidden">{author()}: </span>
          <p class="bubble-text" dir="auto">
            {props.message.body}
          </p>
        </div>
        <p class="message-meta">
          <Show when={props.message.from === "us"}>
            <span>{author()}</span>
          </Show>
          <Show
            when={clock()}
            fallback={<span title={`Seen ${fullTime(props.message.seenAt)}`}>{noClock(props.message)}</span>}
          >
            {(words) => (
              <time datetime={props.message.at ?? undefined} title={fullTime(props.message.at ?? props.message.seenAt)}>
                {words()}
              </time>
            )}
          </Show>
          <Show when={props.message.author === "assistant" && props.message.sendId}>
            {(sendId) => (
              <WhyButton conversationId={props.conversationId} sendId={sendId()}>
                Why?
              </WhyButton>
            )}
          </Show>
        </p>
      </Show>
    </li>
  );
}

function noClock(message: MessageView): string {
  return message.atPrecision === "day" ? "time not shown" : "date not shown";
}
