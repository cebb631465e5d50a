// Per intent: what people did, how often they agreed, and what would have gone wrong. Scrolls sideways on a phone.
import { For } from "solid-js";
import type { ShadowReport } from "#contracts/api/shadow";
import { INTENT_WORDS } from "../../words/decision.ts";
import { percent, shareWords } from "../../words/shadow.ts";

export function IntentTable(props: { report: ShadowReport }) {
  return (
    <section class="card health-part" aria-labelledby="evidence-intents">
      <header class="health-head">
        <h2 id="evidence-intents">By what leads wanted</h2>
      </header>
      <section class="evidence-scroll" tabindex="0" aria-label="Table by intent">
        <table class="evidence-table">
          <thead>
            <tr>
              <th scope="col">What the lead wanted</th>
              <th scope="col">Judged</th>
              <th scope="col">As it was</th>
              <th scope="col">Edited</th>
              <th scope="col">Rejected</th>
              <th scope="col">Otherwise</th>
              <th scope="col">Agreement (95 % interval)</th>
              <th scope="col">Would have gone wrong</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.report.byIntent}>
              {(line) => (
                <tr>
                  <th scope="row">{INTENT_WORDS[line.intent]}</th>
                  <td data-label="Judged">
                    {line.judged} of {line.decisions}
                  </td>
                  <td data-label="As it was">{line.asIs}</td>
                  <td data-label="Edited">
                    {line.edited}
                    {line.medianDistance === null ? "" : ` (half change up to ${percent(line.medianDistance)} %)`}
                  </td>
                  <td data-label="Rejected">{line.rejected}</td>
                  <td data-label="Otherwise">{line.otherwise}</td>
                  <td data-label="Agreement">{shareWords(line.agreement)}</td>
                  <td data-label="Would have gone wrong">{shareWords(line.wrong)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
    </section>
  );
}
