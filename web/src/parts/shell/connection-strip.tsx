// Says that what is on the screen may be old. Appears only after a moment, so a short hiccup stays quiet.
import { createEffect, createSignal, onCleanup, Show } from "solid-js";
import { useLive } from "../live-context.tsx";

const HICCUP_MS = 1_500;

export function ConnectionStrip() {
  const live = useLive();
  const [isShown, setIsShown] = createSignal(false);
  const [isOffline, setIsOffline] = createSignal(!navigator.onLine);
  const onLine = () => setIsOffline(!navigator.onLine);
  window.addEventListener("online", onLine);
  window.addEventListener("offline", onLine);
  onCleanup(() => {
    window.removeEventListener("online", onLine);
    window.removeEventListener("offline", onLine);
  });
  createEffect(() => {
    if (live.state() === "open" && !isOffline()) {
      setIsShown(false);
      return;
    }
    const timer = setTimeout(() => setIsShown(true), HICCUP_MS);
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <div class="strip" role="status">
      <Show when={isShown()}>
        <p>
          {isOffline()
            ? "You are offline. What you see may be old; what you type is kept."
            : "Live updates are interrupted. Reconnecting…"}
        </p>
      </Show>
    </div>
  );
}
