// The place of a card of the case while its script comes, which is after what is read first.
import { type Component, createSignal, Match, Switch } from "solid-js";
import { Dynamic } from "solid-js/web";
import type { Conversation } from "#contracts/api/conversation";

export type CaseCard = Component<{ readonly conversation: Conversation }>;

/** Loads when it is first shown. `missing`: what stands there when it did not come. */
export function makeLateCard(load: () => Promise<CaseCard>, missing: string): CaseCard {
  const [card, setCard] = createSignal<CaseCard>();
  const [isMissing, setIsMissing] = createSignal(false);

  function begin(): void {
    if (card() !== undefined) return;
    load().then(
      (loaded) => setCard(() => loaded),
      () => setIsMissing(true),
    );
  }

  return (props) => {
    begin();
    return (
      <Switch fallback={<section class="card is-waiting" aria-hidden="true" />}>
        <Match when={card()}>{(loaded) => <Dynamic component={loaded()} conversation={props.conversation} />}</Match>
        <Match when={isMissing()}>
          <p class="card card-hint">{missing}</p>
        </Match>
      </Switch>
    );
  };
}
