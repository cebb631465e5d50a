// What a person must see before anything else: a duplicate on the platform, a suppression, an open hand-off.
import { Show } from "solid-js";
import type { Conversation } from "#contracts/api/conversation";
import { createNow } from "../../primitives/create-now.ts";
import { PLATFORM_WORDS } from "../../words/platform.ts";
import { age, deadline } from "../../words/time.ts";
import { Banner } from "../banner.tsx";
import { useMe } from "../session-context.ts";
import { DialogButton } from "./dialog-button.tsx";

export function Incidents(props: { conversation: Conversation }) {
  const now = createNow();
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
          <Banner tone="warn" icon="person" title={handOff().reason.sentence}>
            <p>
              Has waited for {age(handOff().openedAt, now())}, {deadline(handOff().deadlineAt, now()).words}.
            </p>
          </Banner>
        )}
      </Show>
    </>
  );
}
