// The frame of one part of a unit or of somebody's availability: a heading that can take the focus, a command beside it.
import { createUniqueId, type JSX, Show } from "solid-js";

export function Section(props: {
  title: string;
  hint?: string | undefined;
  command?: JSX.Element;
  headingRef?: (heading: HTMLHeadingElement) => void;
  children: JSX.Element;
}) {
  const titleId = createUniqueId();
  return (
    <section class="card part" aria-labelledby={titleId}>
      <header class="part-head">
        <div>
          <h2 id={titleId} class="part-title" tabindex="-1" ref={(heading) => props.headingRef?.(heading)}>
            {props.title}
          </h2>
          <Show when={props.hint}>
            <p class="part-hint">{props.hint}</p>
          </Show>
        </div>
        {props.command}
      </header>
      {props.children}
    </section>
  );
}
