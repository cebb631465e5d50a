// "Why?": opens what a text of the assistant was decided from. The dialog comes from the server when it is asked for.
import { type Component, createSignal, Show } from "solid-js";
import { toast } from "../toasts.tsx";
import type { WhyProps } from "./why-dialog.tsx";

export function WhyButton(props: { conversationId: string; sendId: string | null; children: string }) {
  const [dialog, setDialog] = createSignal<Component<WhyProps>>();

  async function open(): Promise<void> {
    try {
      const { WhyDialog } = await import("./why-dialog.tsx");
      setDialog(() => WhyDialog);
    } catch {
      toast("This part of the page did not load. Check your connection, then try again.", "bad");
    }
  }

  return (
    <>
      <button type="button" class="button is-small is-quiet" onClick={() => void open()}>
        {props.children}
      </button>
      <Show when={dialog()}>
        {(loaded) => {
          const Dialog = loaded();
          const close = () => setDialog(undefined);
          return <Dialog conversationId={props.conversationId} sendId={props.sendId} onClose={close} />;
        }}
      </Show>
    </>
  );
}
