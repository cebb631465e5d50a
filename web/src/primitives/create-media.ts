// A media query as a signal.
import { type Accessor, createSignal, onCleanup } from "solid-js";

/** True while `query` matches. */
export function createMedia(query: string): Accessor<boolean> {
  const media = window.matchMedia(query);
  const [matches, setMatches] = createSignal(media.matches);
  const onChange = () => setMatches(media.matches);
  media.addEventListener("change", onChange);
  onCleanup(() => media.removeEventListener("change", onChange));
  return matches;
}
