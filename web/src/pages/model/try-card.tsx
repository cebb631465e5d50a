// A try: the model is asked about a harmless message of no lead, and shows what it made of it, or why it could not.
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Match, Show, Switch } from "solid-js";
import type { ModelTest, ModelView } from "#contracts/api/model";
import { SAMPLE } from "#domain/model/sample";
import { modelApi, refreshModel } from "../../api/model-client.ts";
import { Section } from "../../parts/unit/section.tsx";
import { createCommand } from "../../primitives/create-command.ts";
import { ACTION_WORDS, INTENT_WORDS } from "../../words/decision.ts";
import { FALLBACK_WORDS, tokenWords } from "../../words/model.ts";

export function TryCard(props: { view: ModelView }) {
  const client = useQueryClient();
  const [told, setTold] = createSignal<ModelTest | null>(null);
  const attempt = createCommand(() => modelApi.try(), {
    done: (test) => {
      setTold(test);
      refreshModel(client);
    },
  });
  return (
    <Section
      title="Try it"
      hint={`“${SAMPLE.text}”`}
      command={
        <button
          type="button"
          class="button is-small"
          disabled={attempt.isBusy || props.view.settings.provider === null}
          onClick={() => attempt.run(undefined)}
        >
          {attempt.isBusy ? "Asking…" : "Try it"}
        </button>
      }
    >
      <div role="status">
        <Switch fallback={<p class="part-empty">Costs a few tokens of today. Nothing is sent to anybody.</p>}>
          <Match when={faultOf(told())}>
            {(fault) => (
              <p class="model-problem">
                After {fault().tookMs} ms: {FALLBACK_WORDS[fault().code]}. {fault().sentence}
              </p>
            )}
          </Match>
          <Match when={proposalOf(told())}>{(proposal) => <Proposal proposal={proposal()} />}</Match>
        </Switch>
      </div>
    </Section>
  );
}

function Proposal(props: { proposal: Extract<ModelTest, { came: "proposal" }> }) {
  return (
    <dl class="pairs">
      <dt>It heard</dt>
      <dd>{props.proposal.intents.map((intent) => INTENT_WORDS[intent]).join(", ")}</dd>
      <dt>It proposes</dt>
      <dd>{ACTION_WORDS[props.proposal.nextAction]}</dd>
      <Show when={props.proposal.reply}>
        <dt>In words</dt>
        <dd>{props.proposal.reply}</dd>
        <dt>Would be sent</dt>
        <dd>{props.proposal.wouldBeUsed ? "yes" : "no, our own words would be"}</dd>
      </Show>
      <dt>It took</dt>
      <dd>
        {props.proposal.tookMs} ms, {tokenWords(props.proposal.tokensIn + props.proposal.tokensOut)}
      </dd>
    </dl>
  );
}

function faultOf(told: ModelTest | null) {
  return told?.came === "fault" ? told : null;
}

function proposalOf(told: ModelTest | null) {
  return told?.came === "proposal" ? told : null;
}
