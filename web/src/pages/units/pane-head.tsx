// The head of what stands beside the list of units: the way back on a phone, and a title that takes the focus.
import { A } from "@solidjs/router";
import { createEffect, type JSX, on } from "solid-js";
import { Icon } from "../../parts/icon.tsx";
import { UNITS_PATH } from "../../paths.ts";

export function PaneHead(props: { title: string; focusOn: string; search: string; children: JSX.Element }) {
  let title!: HTMLHeadingElement;
  createEffect(
    on(
      () => props.focusOn,
      () => title.focus({ preventScroll: true }),
    ),
  );
  return (
    <header class="talk-head">
      <A class="back" href={`${UNITS_PATH}${props.search}`} aria-label="Back to the list">
        <Icon name="back" />
      </A>
      <div class="talk-who">
        <h1 id="unit-title" tabindex="-1" class="talk-name" ref={title}>
          <bdi>{props.title}</bdi>
        </h1>
        {props.children}
      </div>
    </header>
  );
}
