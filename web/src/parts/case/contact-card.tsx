// Whether this person may be contacted, and the order not to.
import type { Conversation } from "#contracts/api/conversation";
import { DialogButton } from "./dialog-button.tsx";

export function ContactCard(props: { conversation: Conversation }) {
  return (
    <section class="card" aria-labelledby="contact-title">
      <h2 id="contact-title" class="card-title">
        Contact
      </h2>
      <div class="card-line">
        <span>{props.conversation.isSuppressed ? "Not contacted any more" : "May be contacted"}</span>
        <DialogButton
          conversation={props.conversation}
          refused={props.conversation.actions.suppress}
          load={async () => (await import("./do-not-contact-dialog.tsx")).DoNotContactDialog}
        >
          Do not contact
        </DialogButton>
      </div>
    </section>
  );
}
