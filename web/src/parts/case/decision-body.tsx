// What a decision was made of: what was understood, how sure, how risky, which rules fired, which records it leaned on.
// Stands in the card beside the talk and in "Why?"; loads nothing.
import { For, Show } from "solid-js";
import type { DecisionView } from "#contracts/api/conversation";
import { createNow } from "../../primitives/create-now.ts";
import { SEND_MODE_WORDS } from "../../words/account.ts";
import {
  ACTION_WORDS,
  confidenceWords,
  factWords,
  guardrailWords,
  INTENT_WORDS,
  RISK_WORDS,
} from "../../words/decision.ts";
import { FALLBACK_WORDS } from "../../words/model.ts";
import { ago } from "../../words/time.ts";
import { Chip, type ChipTone } from "../chip.tsx";

const RISK_TONES: Readonly<Record<DecisionView["risk"], ChipTone>> = {
  low: "plain",
  medium: "warn",
  high: "bad",
  critical: "bad",
};

export function DecisionBody(props: { decision: DecisionView }) {
  const now = createNow();
  return (
    <>
      <div class="chips">
        <For each={props.decision.intents}>{(intent) => <Chip tone="plain">{INTENT_WORDS[intent]}</Chip>}</For>
        <Chip tone={RISK_TONES[props.decision.risk]}>{RISK_WORDS[props.decision.risk]}</Chip>
      </div>
      <dl class="pairs">
        <dt>Next step</dt>
        <dd>{ACTION_WORDS[props.decision.nextAction]}</dd>
        <dt>Confidence</dt>
        <dd>
          {confidenceWords(props.decision.confidence)}
          <meter
            class="meter"
            min="0"
            max="1"
            low="0.55"
            high="0.85"
            optimum="1"
            value={props.decision.confidence}
            aria-hidden="true"
          />
        </dd>
      </dl>
      <Show when={props.decision.guardrails.length > 0}>
        <h3 class="card-sub">Guardrails that fired</h3>
        <div class="chips">
          <For each={props.decision.guardrails}>
            {(guardrail) => (
              <Chip tone="bad" icon="warning">
                {guardrailWords(guardrail)}
              </Chip>
            )}
          </For>
        </div>
      </Show>
      <Show when={props.decision.facts.length > 0}>
        <h3 class="card-sub">Facts in the reply</h3>
        <dl class="facts">
          <For each={props.decision.facts}>
            {(fact) => (
              <div>
                <dt>{factWords(fact.name)}</dt>
                <dd>{fact.value}</dd>
                <dd class="facts-record">
                  <code>{fact.record}</code>
                </dd>
              </div>
            )}
          </For>
        </dl>
      </Show>
      <p class="card-hint">
        Decided {ago(props.decision.at, now())} by {props.decision.provider} ·{" "}
        {SEND_MODE_WORDS[props.decision.sendMode]}
      </p>
      <Show when={props.decision.fallback}>
        {(code) => <p class="card-hint">Decided without the model: {FALLBACK_WORDS[code()]}.</p>}
      </Show>
    </>
  );
}
