// Steps through days or months: back, what is shown, on, and the way to today.
import { Show } from "solid-js";
import { Icon } from "../../parts/icon.tsx";

export function Stepper(props: {
  title: string;
  /** What one step is, e.g. "day". */
  step: string;
  back: string;
  on: string;
  /** Where today is; null while it is shown. */
  today: string | null;
}) {
  return (
    <div class="stepper">
      <a class="back is-always" href={props.back} aria-label={`The ${props.step} before`}>
        <Icon name="back" />
      </a>
      <h2 aria-live="polite">{props.title}</h2>
      <a class="back is-always is-on" href={props.on} aria-label={`The ${props.step} after`}>
        <Icon name="back" />
      </a>
      <Show when={props.today}>
        {(href) => (
          <a class="button is-small stepper-today" href={href()}>
            Today
          </a>
        )}
      </Show>
    </div>
  );
}
