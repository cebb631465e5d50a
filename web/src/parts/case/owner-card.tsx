// Who answers here, and the one button that changes it; the unit, and (for admins) linking it by hand.
import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import type { Conversation } from "#contracts/api/conversation";
import { api } from "../../api/client.ts";
import { keepConversation, unitsQuery } from "../../api/queries.ts";
import { createCommand } from "../../primitives/create-command.ts";
import { PLATFORM_WORDS } from "../../words/platform.ts";
import { OWNER_WORDS } from "../../words/workflow.ts";
import { OrderButton } from "../order-button.tsx";
import { useMe } from "../session-context.ts";
import { toast } from "../toasts.tsx";

export function OwnerCard(props: { conversation: Conversation }) {
  const me = useMe();
  const client = useQueryClient();
  const setOwner = createCommand((mode: "ai" | "human") => api.setOwner(props.conversation.id, mode), {
    done: (conversation) => keepConversation(client, conversation),
  });
  const isHuman = () => props.conversation.ownerMode === "human";
  const isLinkOffered = () => me().role === "admin" && props.conversation.unit === null;
  return (
    <section class="card" aria-labelledby="owner-title">
      <h2 id="owner-title" class="card-title">
        Who and where
      </h2>
      <div class="card-line">
        <span>{OWNER_WORDS[props.conversation.ownerMode]}</span>
        <Show
          when={isHuman()}
          fallback={
            <OrderButton
              refused={props.conversation.actions.takeOver}
              isBusy={setOwner.isBusy}
              onPress={() => setOwner.run("human")}
            >
              Take over
            </OrderButton>
          }
        >
          <OrderButton
            refused={props.conversation.actions.giveBack}
            isBusy={setOwner.isBusy}
            onPress={() => setOwner.run("ai")}
          >
            Give back
          </OrderButton>
        </Show>
      </div>
      <dl class="pairs">
        <dt>Agent</dt>
        <dd>{props.conversation.agent?.name ?? "Nobody yet"}</dd>
        <dt>Unit</dt>
        <dd dir="auto">{props.conversation.unit?.name ?? "Not linked yet"}</dd>
        <dt>Listing</dt>
        <dd dir="auto">{props.conversation.listingTitle ?? "Not shown by the platform"}</dd>
        <dt>Account</dt>
        <dd>
          {PLATFORM_WORDS[props.conversation.platform]} · {props.conversation.account.name}
        </dd>
      </dl>
      <Show when={isLinkOffered()}>
        <LinkUnit conversationId={props.conversation.id} />
      </Show>
    </section>
  );
}

function LinkUnit(props: { conversationId: string }) {
  const client = useQueryClient();
  const units = useQuery(unitsQuery);
  const [chosen, setChosen] = createSignal("");
  const link = createCommand((unitId: string) => api.linkUnit(props.conversationId, unitId), {
    done: (conversation) => {
      keepConversation(client, conversation);
      toast("Linked to the unit.", "good");
    },
  });
  return (
    <div class="link-unit">
      <label class="field">
        <span>Link to a unit</span>
        <select value={chosen()} disabled={!units.isSuccess} onChange={(event) => setChosen(event.currentTarget.value)}>
          <option value="">
            {units.isPending ? "Loading…" : units.isLoadingError ? "Units did not load" : "Choose"}
          </option>
          <For each={units.isSuccess ? units.data : []}>{(unit) => <option value={unit.id}>{unit.label}</option>}</For>
        </select>
      </label>
      <button type="button" class="button" disabled={chosen() === "" || link.isBusy} onClick={() => link.run(chosen())}>
        Link
      </button>
    </div>
  );
}
