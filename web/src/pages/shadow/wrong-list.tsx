// The newest decisions that would have gone wrong had they left by themselves, each with the way to its conversation.
import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { ShadowReport } from "#contracts/api/shadow";
import { conversationPath } from "../../paths.ts";
import { INTENT_WORDS } from "../../words/decision.ts";
import { percent, VERDICT_WORDS } from "../../words/shadow.ts";
import { fullTime } from "../../words/time.ts";

export function WrongList(props: { report: ShadowReport }) {
  return (
    <section class="card health-part" aria-labelledby="evidence-wrong">
      <header class="health-head">
        <h2 id="evidence-wrong">What would have gone wrong</h2>
      </header>
      <Show when={props.report.wrong.length > 0} fallback={<p class="health-quiet">Nothing, in what people judged.</p>}>
        <ul class="health-rows">
          <For each={props.report.wrong}>
            {(one) => (
              <li class="health-row">
                <div class="health-what">
                  <A class="where-link" href={conversationPath(one.conversation.id, "")}>
                    {one.conversation.leadName ?? "A lead"}: {INTENT_WORDS[one.intent]}
                  </A>
                  <p class="health-next">
                    {VERDICT_WORDS[one.verdict]}
                    {one.distance === null ? "" : `, ${percent(one.distance)} % of the words`} · {one.account.name} ·{" "}
                    <time datetime={one.at}>{fullTime(one.at)}</time>
                  </p>
                </div>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}
