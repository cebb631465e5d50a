// A page whose script comes only when it is opened. While it comes, and when it does not, says so: after a new release the
// script a tab knows may be gone, and only loading the app again finds the new one.
// No Suspense around it: that would take the page off the screen, and the focus with it, at every refetch of its queries.
import { type Component, createSignal, Match, Switch } from "solid-js";
import { Dynamic } from "solid-js/web";
import { Note } from "./note.tsx";

export type LatePage = { readonly Page: Component; readonly preload: () => void };

/** Loads at the first `preload`, or when the page is opened. */
export function makeLatePage(load: () => Promise<Component>): LatePage {
  const [page, setPage] = createSignal<Component>();
  const [isMissing, setIsMissing] = createSignal(false);
  let isAsked = false;

  function preload(): void {
    if (isAsked) return;
    isAsked = true;
    load().then(
      (loaded) => setPage(() => loaded),
      () => setIsMissing(true),
    );
  }

  function Page() {
    preload();
    return (
      <Switch fallback={<Waiting />}>
        <Match when={page()}>{(loaded) => <Dynamic component={loaded()} />}</Match>
        <Match when={isMissing()}>
          <Missing />
        </Match>
      </Switch>
    );
  }
  return { Page, preload };
}

function Waiting() {
  return (
    <p class="page" role="status">
      Loading…
    </p>
  );
}

function Missing() {
  return (
    <Note icon="warning" title="This page did not load" isAlert>
      <p>Check your connection. There may also be a newer version of the workboard.</p>
      <button type="button" class="button" onClick={() => location.reload()}>
        Load it again
      </button>
    </Note>
  );
}
