// The place of a conversation's showings while their script comes, which is after what is read first.
import { type Component, createSignal, Match, Switch } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { Conversation } from "#contracts/api/conversation";

type Card = Component<{ readonly conversation: Conversation }>;

const [card, setCard] = createSignal<Card>();
const [isMissing, setIsMissing] = createSignal(false);

function load(): void {
  if (card() !== undefined) return;
  import("./conversation-showings.tsx").then(
    (loaded) => setCard(() => loaded.ConversationShowings),
    () => setIsMissing(true),
  );
}

export function LateConversationShowings(props: { conversation: Conversation }) {
  load();
  return (
    <Switch fallback={<section class="card is-waiting" aria-hidden="true" />}>
      <Match when={card()}>{(loaded) => <Dynamic component={loaded()} conversation={props.conversation} />}</Match>
      <Match when={isMissing()}>
        <p class="card card-hint">The showings did not load. Load the page again.</p>
      </Match>
    </Switch>
  );
}
