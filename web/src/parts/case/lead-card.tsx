// What the platform's mails told of the lead: how to reach them and what they look for. Shown as they wrote it.
import { type JSX, Show } from "solid-js";
import type { LeadRecord } from "#contracts/api/conversation";

export function LeadCard(props: { lead: LeadRecord }) {
  return (
    <section class="card" aria-labelledby="lead-title">
      <h2 id="lead-title" class="card-title">
        Lead
      </h2>
      <dl class="pairs">
        <Row name="Name">{props.lead.name}</Row>
        <Row name="E-mail">
          <Show when={props.lead.email}>{(email) => <a href={`mailto:${email()}`}>{email()}</a>}</Show>
        </Row>
        <Row name="Phone">
          <Show when={props.lead.phone}>
            {(phone) => <a href={`tel:${phone().replace(/[^+\d]/g, "")}`}>{phone()}</a>}
          </Show>
        </Row>
        <Row name="Moves in">{props.lead.moveIn?.raw}</Row>
        <Row name="Moves out">{props.lead.moveOut?.raw}</Row>
        <Row name="People">{props.lead.occupants}</Row>
        <Row name="Pets">{props.lead.pets}</Row>
      </dl>
      <p class="card-hint">
        {props.lead.isGuess
          ? "From the platform's mail, whose form nobody has confirmed yet: check before you rely on it."
          : "From the platform's mail."}
      </p>
    </section>
  );
}

/** Left out when there is nothing to say. */
function Row(props: { name: string; children: JSX.Element }) {
  return (
    <Show when={props.children}>
      <dt>{props.name}</dt>
      <dd dir="auto">{props.children}</dd>
    </Show>
  );
}
