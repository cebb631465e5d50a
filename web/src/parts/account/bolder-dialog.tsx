// Asks before replies may leave without a person's yes. Esc and "No" change nothing.
import { onMount } from "solid-js";

export function BolderDialog(props: { onYes: () => void; onNo: () => void }) {
  let dialog!: HTMLDialogElement;
  onMount(() => dialog.showModal());
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="bolder-title" onClose={() => props.onNo()}>
      <h3 id="bolder-title">Let replies leave by themselves?</h3>
      <p>
        Replies that pass every check may then go to leads without a person's approval. The most careful of
        organisation, account, rollout stage and kill switch still wins.
      </p>
      <div class="dialog-orders">
        <button type="button" class="button" onClick={() => props.onNo()}>
          No, keep it careful
        </button>
        <button type="button" class="button is-main" onClick={() => props.onYes()}>
          Yes, change it
        </button>
      </div>
    </dialog>
  );
}
