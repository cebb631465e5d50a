// The present as a signal. One timer per step for the whole app, running only while somebody looks.
import { type Accessor, createSignal, onCleanup } from "solid-js";

type Beat = { readonly now: Accessor<number>; readonly join: () => () => void };

const beats = new Map<number, Beat>();

/** Milliseconds since the epoch, refreshed every `stepMs`. Lives as long as its owner. */
export function createNow(stepMs = 30_000): Accessor<number> {
  const known = beats.get(stepMs);
  const beat = known ?? makeBeat(stepMs);
  if (known === undefined) beats.set(stepMs, beat);
  onCleanup(beat.join());
  return beat.now;
}

function makeBeat(stepMs: number): Beat {
  const [now, setNow] = createSignal(Date.now());
  let members = 0;
  let timer = 0;
  return {
    now,
    join() {
      members += 1;
      if (members === 1) {
        setNow(Date.now());
        timer = window.setInterval(() => setNow(Date.now()), stepMs);
      }
      return () => {
        members -= 1;
        if (members === 0) window.clearInterval(timer);
      };
    },
  };
}
