// The conversation on the screen: thread and draft, the case beside or below it, the reply box at the bottom.
// Keeps the newest message in sight while one reads at the end, and announces what the lead writes.
import { createEffect, createMemo, on, onMount, Show } from "solid-js";
import type { Conversation } from "#contracts/api/conversation";
import { ContactCard } from "../../parts/case/contact-card.tsx";
import { ConversationHeader } from "../../parts/case/conversation-header.tsx";
import { DecisionCard } from "../../parts/case/decision-card.tsx";
import { HistoryCard } from "../../parts/case/history-card.tsx";
import { Incidents } from "../../parts/case/incidents.tsx";
import { LeadCard } from "../../parts/case/lead-card.tsx";
import { OutcomeCard } from "../../parts/case/outcome-card.tsx";
import { OwnerCard } from "../../parts/case/owner-card.tsx";
import { LateConversationShowings, LateFollowUpCard } from "../../parts/late-cards.ts";
import { useLive } from "../../parts/live-context.tsx";
import { createReply } from "../../parts/reply/create-reply.ts";
import { DraftCard } from "../../parts/reply/draft-card.tsx";
import { ReplyComposer } from "../../parts/reply/reply-composer.tsx";
import { Thread } from "../../parts/thread/thread.tsx";
import { type EndKeeper, makeEndKeeper } from "./end-keeper.ts";

export function OpenConversation(props: { conversation: Conversation; search: string }) {
  const live = useLive();
  const reply = createReply(() => props.conversation);
  const draft = createMemo(() => props.conversation.sends.find((send) => send.state === "draft"));
  let talk!: HTMLElement;
  let main!: HTMLElement;
  let end!: HTMLDivElement;
  let head!: HTMLElement;
  let foot!: HTMLDivElement;
  let keeper: EndKeeper | undefined;

  onMount(() => {
    const made = makeEndKeeper({
      scrollers: [main, talk],
      end,
      ceiling: head,
      floor: foot,
      peek: () => talk.querySelector(".talk-case > :first-child"),
      last: () => main.querySelector(".draft, .thread > li:last-child"),
    });
    keeper = made;
    made.jump();
    head.querySelector("h1")?.focus({ preventScroll: true });
    createEffect(
      on(() => [props.conversation.messages.length, props.conversation.sends.length], made.follow, { defer: true }),
    );
  });
  createEffect(() => {
    document.title = `${props.conversation.leadName ?? "Conversation"} · lease-bot`;
  });
  createEffect(
    on(
      () => props.conversation.lastInboundId,
      () => live.announce(`New message from ${props.conversation.leadName ?? "the lead"}`),
      { defer: true },
    ),
  );

  /** Puts a text back into the box; a text already there is kept above it. */
  function reuse(text: string): void {
    const written = reply.text().trim();
    reply.write(written === "" || written === text ? text : `${written}\n\n${text}`);
  }

  return (
    <article class="talk" ref={talk}>
      <ConversationHeader
        conversation={props.conversation}
        search={props.search}
        headRef={(element) => {
          head = element;
        }}
      />
      <section class="talk-main" ref={main} aria-label="Thread" tabindex="0">
        <Thread conversation={props.conversation} onReuse={reuse} />
        <Incidents conversation={props.conversation} onUse={reuse} />
        <Show when={draft()?.id} keyed>
          <Show when={draft()}>{(send) => <DraftCard send={send()} conversationId={props.conversation.id} />}</Show>
        </Show>
        <div ref={end} class="talk-end" />
      </section>
      <aside class="talk-case" aria-label="About this conversation">
        <OutcomeCard conversation={props.conversation} />
        <LateConversationShowings conversation={props.conversation} />
        <Show when={props.conversation.followUp !== null}>
          <LateFollowUpCard conversation={props.conversation} />
        </Show>
        <Show when={props.conversation.decision}>
          {(decision) => <DecisionCard decision={decision()} conversationId={props.conversation.id} />}
        </Show>
        <OwnerCard conversation={props.conversation} />
        <Show when={props.conversation.lead}>{(lead) => <LeadCard lead={lead()} />}</Show>
        <ContactCard conversation={props.conversation} />
        <HistoryCard conversationId={props.conversation.id} />
      </aside>
      <div class="talk-foot" ref={foot}>
        <ReplyComposer conversation={props.conversation} reply={reply} onShowNewest={() => keeper?.jump()} />
      </div>
    </article>
  );
}
