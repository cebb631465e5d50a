// The times at which a unit can be shown, in its own zone, the next ones first.
import { createMemo, createSignal, For, Show } from "solid-js";
import { clockWords, DAY_MINUTES, spanWords } from "../../words/clock.ts";
import { dayWords } from "../../words/day.ts";
import { zoneWords } from "../../words/unit.ts";
import { Icon } from "../icon.tsx";
import { wallOf } from "./wall-time.ts";

export type WindowEntry = { readonly start: string; readonly end: string };
const SHOWN_AT_FIRST = 6;

export function WindowList(props: {
  zone: string;
  windows: readonly WindowEntry[];
  isBusy: boolean;
  onRemove: ((entry: WindowEntry) => void) | null;
}) {
  const [isWhole, setIsWhole] = createSignal(false);
  const sorted = createMemo(() => props.windows.toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start)));
  const shown = () => (isWhole() ? sorted() : sorted().slice(0, SHOWN_AT_FIRST));
  return (
    <Show when={sorted().length > 0}>
      <div>
        <p class="part-sub">Times in {zoneWords(props.zone)}</p>
        <ul class="window-rows">
          <For each={shown()}>
            {(entry) => {
              const words = () => windowWords(props.zone, entry);
              return (
                <li class="window-row">
                  <span class="window-day">{words().day}</span>
                  <span class="window-span">{words().span}</span>
                  <Show when={props.onRemove}>
                    {(remove) => (
                      <button
                        type="button"
                        class="icon-button"
                        disabled={props.isBusy}
                        aria-label={`Remove ${words().day}, ${words().span}`}
                        onClick={() => remove()(entry)}
                      >
                        <Icon name="cross" />
                      </button>
                    )}
                  </Show>
                </li>
              );
            }}
          </For>
        </ul>
        <Show when={!isWhole() && sorted().length > SHOWN_AT_FIRST}>
          <button type="button" class="button is-small part-more" onClick={() => setIsWhole(true)}>
            Show all {sorted().length}
          </button>
        </Show>
      </div>
    </Show>
  );
}

function windowWords(zone: string, entry: WindowEntry): { readonly day: string; readonly span: string } {
  const from = wallOf(zone, Date.parse(entry.start));
  const to = wallOf(zone, Date.parse(entry.end));
  if (to.day === from.day) return { day: dayWords(from.day), span: spanWords(from.minute, to.minute) };
  if (to.day === from.day + 1 && to.minute === 0) {
    return { day: dayWords(from.day), span: spanWords(from.minute, DAY_MINUTES) };
  }
  const end = `${dayWords(to.day)}, ${clockWords(to.minute)}`;
  return { day: dayWords(from.day), span: `${clockWords(from.minute)} to ${end}` };
}
