// The buttons of one showing: the likely ones at once, the others and the reasons behind "More".
import { createSignal, createUniqueId, For, Match, Show, Switch } from "solid-js";
import type { ShowingView } from "#contracts/api/showing";
import { beforeStart } from "#domain/showing/refusal";
import { leadWords, ORDER_WORDS } from "../../words/showing.ts";
import { OrderButton } from "../order-button.tsx";
import type { ShowingOrderGiver } from "./create-showing-orders.ts";
import { HeldNote } from "./held-note.tsx";
import { KeepButton } from "./keep-button.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { ordersFor, type ShowingOrder } from "./orders.ts";
import { showingWhen } from "./showing-time.tsx";
import { WhyPanel } from "./why-panel.tsx";

export function ShowingButtons(props: {
  showing: ShowingView;
  nowMs: number;
  giver: ShowingOrderGiver;
  /** Takes the focus when the buttons are gone. */
  onLeave: () => void;
}) {
  const moreId = createUniqueId();
  const [isMore, setIsMore] = createSignal(false);
  const [isMoving, setIsMoving] = createSignal(false);
  const [isWhy, setIsWhy] = createSignal(false);
  const orders = () => ordersFor(props.showing, props.nowMs);
  const isAhead = () => props.showing.mayBecome.length > 0 && Date.parse(props.showing.start) > props.nowMs;
  const of = () => `${leadWords(props.showing)}, ${showingWhen(props.showing.start, props.showing.unit.zone)}`;
  const hasMore = () => orders().more.length > 0 || isAhead();

  function give(order: ShowingOrder): void {
    if (order === "move") setIsMoving(true);
    else {
      setIsMore(false);
      props.giver.give(order);
      // The button that was pressed may be gone; what takes its place has taken the focus by then, if anything did.
      queueMicrotask(() => {
        if (document.activeElement === document.body) props.onLeave();
      });
    }
  }

  return (
    <Switch>
      <Match when={props.giver.held()}>
        {(held) => <HeldNote held={held()} onUndo={props.giver.undo} onLeave={props.onLeave} />}
      </Match>
      <Match when={orders().main.length > 0 || hasMore()}>
        <div class="showing-orders">
          <KeepButton showing={props.showing} onLeave={props.onLeave} />
          <For each={orders().main}>
            {(order) => <Order order={order} of={of()} isBusy={props.giver.isBusy()} onPress={() => give(order)} />}
          </For>
          <Show when={hasMore()}>
            <button
              type="button"
              class="button is-small is-quiet"
              aria-expanded={isMore()}
              aria-controls={moreId}
              onClick={() => setIsMore((held) => !held)}
            >
              {isMore() ? "Less" : "More"}
              <span class="visually-hidden">: {of()}</span>
            </button>
          </Show>
        </div>
        <div id={moreId} class="showing-more" hidden={!isMore()}>
          <For each={orders().more}>
            {(order) => <Order order={order} of={of()} isBusy={props.giver.isBusy()} onPress={() => give(order)} />}
          </For>
          <For each={orders().later}>
            {(status) => (
              <OrderButton
                class="is-small"
                refused={beforeStart(status, Date.parse(props.showing.start), props.nowMs)}
                onPress={() => give(status)}
              >
                {ORDER_WORDS[status]}
                <span class="visually-hidden">: {of()}</span>
              </OrderButton>
            )}
          </For>
          <Show when={isAhead()}>
            <button
              type="button"
              class="button is-small"
              aria-expanded={isWhy()}
              onClick={() => setIsWhy((held) => !held)}
            >
              Why this time?
            </button>
          </Show>
          <Show when={isMore() && isWhy() && isAhead()}>
            <WhyPanel showing={props.showing} />
          </Show>
        </div>
        <Show when={isMoving()}>
          <MoveDialog showing={props.showing} onClose={() => setIsMoving(false)} />
        </Show>
      </Match>
    </Switch>
  );
}

function Order(props: { order: ShowingOrder; of: string; isBusy: boolean; onPress: () => void }) {
  return (
    <button
      type="button"
      class="button is-small"
      data-order={props.order}
      aria-disabled={props.isBusy ? "true" : undefined}
      onClick={() => {
        if (!props.isBusy) props.onPress();
      }}
    >
      {props.order === "move" ? "Reschedule" : ORDER_WORDS[props.order]}
      <span class="visually-hidden">: {props.of}</span>
    </button>
  );
}
