// A button whose dialog comes from the server when it is pressed: what few people need does not weigh on every start.
import { type Component, createSignal, Show } from "solid-js";
import type { Conversation } from "#contracts/api/conversation";
import { OrderButton, type Refused } from "../order-button.tsx";
import { toast } from "../toasts.tsx";

/** What a dialog about the person of a conversation is given. */
export type PersonDialogProps = { readonly conversation: Conversation; readonly onClose: () => void };

export function DialogButton(props: {
  conversation: Conversation;
  refused: Refused;
  load: () => Promise<Component<PersonDialogProps>>;
  children: string;
}) {
  const [dialog, setDialog] = createSignal<Component<PersonDialogProps>>();
  const [isBusy, setIsBusy] = createSignal(false);

  async function open(): Promise<void> {
    setIsBusy(true);
    try {
      const loaded = await props.load();
      setDialog(() => loaded);
    } catch {
      toast("This part of the page did not load. Check your connection, then try again.", "bad");
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <>
      <OrderButton refused={props.refused} isBusy={isBusy()} onPress={() => void open()}>
        {props.children}
      </OrderButton>
      <Show when={dialog()}>
        {(loaded) => {
          const Dialog = loaded();
          return <Dialog conversation={props.conversation} onClose={() => setDialog(undefined)} />;
        }}
      </Show>
    </>
  );
}
