// What a person must see before anything else: a duplicate on the platform, a suppression, an open hand-off.
import { Show } from "solid-js";
import type { Conversation } from "#contracts/api/conversation";
import { PLATFORM_WORDS } from "../../words/platform.ts";
import { Banner } from "../banner.tsx";
import { useMe } from "../session-context.ts";
import { DialogButton } from "./dialog-button.tsx";
import { HandOffCard } from "./hand-off-card.tsx";

export function Incidents(props: { conversation: Conversation; onUse: (text: string) => void }) {
  const me = useMe();
  const isAdmin = () => me().role === "admin";
  return (
    <>
      <Show when={props.conversation.hasDuplicate}>
        <Banner
          tone="bad"
          icon="warning"
          title={`A message of ours shows twice on ${PLATFORM_WORDS[props.conversation.platform]}.`}
        >
          <p>
            Automatic sending here has stopped. Check the thread, apologise to the lead if needed, and tell an admin.
          </p>
        </Banner>
      </Show>
      <Show when={props.conversation.isSuppressed}>
        <Banner tone="plain" icon="stop" title="Do not contact this person.">
          <p>
            Nothing more is sent to them, on any platform.
            <Show when={!isAdmin()}> If that is wrong, ask an admin to lift it.</Show>
          </p>
          <Show when={isAdmin()}>
            <DialogButton
              conversation={props.conversation}
              refused={props.conversation.actions.liftSuppression}
              load={async () => (await import("./lift-dialog.tsx")).LiftDialog}
            >
              Lift
            </DialogButton>
          </Show>
        </Banner>
      </Show>
      <Show when={props.conversation.handOff}>
        {(handOff) => (
          <HandOffCard handOff={handOff()} acknowledgement={props.conversation.acknowledgement} onUse={props.onUse} />
        )}
      </Show>
    </>
  );
}
