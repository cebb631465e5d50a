// Where an agent writes. Says what stands in the way of sending, and never loses the text.
import { createUniqueId, Match, Show, Switch } from "solid-js";
import type { Conversation } from "#contracts/api/conversation";
import { PLATFORM_WORDS } from "../../words/platform.ts";
import { Banner } from "../banner.tsx";
import { Icon } from "../icon.tsx";
import type { Reply } from "./create-reply.ts";
import { GrowingText } from "./growing-text.tsx";
import { TextFindings } from "./text-findings.tsx";

export function ReplyComposer(props: { conversation: Conversation; reply: Reply; onShowNewest: () => void }) {
  const hintId = createUniqueId();
  const forbidden = () => props.conversation.actions.reply;
  const send = () => {
    if (props.reply.isSendable()) props.reply.send();
  };
  return (
    <section class="composer" aria-label="Write a reply">
      <Switch>
        <Match when={props.reply.obstacle() === "new_inbound"}>
          <Banner tone="warn" icon="warning" title="A new message came while you were typing.">
            <div class="banner-orders">
              <button type="button" class="button is-small" onClick={() => props.onShowNewest()}>
                Show it
              </button>
              <button type="button" class="button is-small" onClick={() => props.reply.acknowledge()}>
                I have read it
              </button>
            </div>
          </Banner>
        </Match>
        <Match when={props.reply.obstacle() === "answered_meanwhile"}>
          <Banner tone="warn" icon="warning" title="Somebody has answered meanwhile.">
            <p>Read the answer above. Is yours still needed?</p>
            <div class="banner-orders">
              <button
                type="button"
                class="button is-small"
                disabled={props.reply.isBusy()}
                onClick={() => props.reply.send("although answered")}
              >
                Send mine too
              </button>
              <button type="button" class="button is-small is-quiet" onClick={() => props.reply.discard()}>
                Discard my text
              </button>
            </div>
          </Banner>
        </Match>
        <Match when={props.reply.obstacle() === "lost"}>
          <Banner tone="warn" icon="warning" title="No answer from the server.">
            <p>Your text is kept. Trying again is safe: it goes out once.</p>
          </Banner>
        </Match>
      </Switch>
      <TextFindings check={props.reply.check} isBusy={props.reply.isBusy()} onSend={send} />
      <Show
        when={forbidden()}
        fallback={
          <div class="composer-row">
            <GrowingText
              label={`Reply on ${PLATFORM_WORDS[props.conversation.platform]}`}
              placeholder="Write a reply"
              value={props.reply.text()}
              describedBy={hintId}
              onInput={props.reply.write}
              onSubmit={send}
            />
            <button
              type="button"
              class="button is-main composer-send"
              disabled={
                !props.reply.isSendable() || props.reply.isBusy() || props.reply.obstacle() === "answered_meanwhile"
              }
              onClick={send}
            >
              <Icon name="send" />
              <span class="composer-send-word">
                {props.reply.obstacle() === "lost" ? "Try again" : props.reply.isBusy() ? "Sending…" : "Send"}
              </span>
            </button>
          </div>
        }
      >
        {(why) => (
          <p class="composer-forbidden">
            <Icon name="stop" />
            <span>
              {why().message} {why().next}
            </span>
          </p>
        )}
      </Show>
      <p id={hintId} class="visually-hidden">
        Control and Enter sends. The text is kept until it is sent.
      </p>
    </section>
  );
}
