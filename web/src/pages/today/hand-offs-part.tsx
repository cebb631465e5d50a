// Hand-offs that wait for this agent: the most urgent first, each with its reason and what is left of its time (R15).
import { A } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import { type Accessor, createMemo, For, Show } from "solid-js";
import type { ConversationRow } from "#contracts/api/conversation";
import { handOffsQuery } from "../../api/day-queries.ts";
import { FALLBACK_POLL_MS } from "../../api/queries.ts";
import { Chip } from "../../parts/chip.tsx";
import { useLive } from "../../parts/live-context.tsx";
import { conversationPath } from "../../paths.ts";
import { PLATFORM_WORDS } from "../../words/platform.ts";
import { deadline } from "../../words/time.ts";
import { DayPart } from "./day-part.tsx";

export function HandOffsPart(props: { now: Accessor<number> }) {
  const live = useLive();
  const query = useQuery(() => ({
    ...handOffsQuery(),
    refetchInterval: live.state() === "open" ? (false as const) : FALLBACK_POLL_MS,
  }));
  const rows = createMemo(() => (query.isSuccess ? query.data.toSorted(byDeadline) : []));
  return (
    <DayPart
      id="hand-offs"
      title="Waiting for you"
      count={rows().length}
      query={query}
      empty={{
        title: "Nobody waits for you.",
        text: "When the assistant hands a conversation over, it appears here with a deadline.",
      }}
    >
      <ul class="day-rows">
        <For each={rows()}>
          {(row) => (
            <li>
              <A class="hand-off" href={conversationPath(row.id, "")} activeClass="" inactiveClass="">
                <span class="hand-off-top">
                  <bdi class="hand-off-lead">{row.leadName ?? "Name not shown"}</bdi>
                  <Show when={row.handOff}>
                    {(handOff) => {
                      const left = () => deadline(handOff().deadlineAt, props.now());
                      return (
                        <Chip tone={left().isOverdue ? "bad" : "warn"} icon="clock">
                          {left().words}
                        </Chip>
                      );
                    }}
                  </Show>
                </span>
                <span class="hand-off-why">{row.handOff?.reason.sentence}</span>
                <For each={row.handOff?.summary.slice(1)}>
                  {(line) => (
                    <span class="row-summary">
                      <bdi>{line}</bdi>
                    </span>
                  )}
                </For>
                <span class="facts-line">
                  <span class="facts-line-long">
                    <bdi>{row.unit?.name ?? row.listingTitle ?? "Unit not linked yet"}</bdi>
                  </span>
                  <span>{PLATFORM_WORDS[row.platform]}</span>
                </span>
              </A>
            </li>
          )}
        </For>
      </ul>
    </DayPart>
  );
}

function byDeadline(a: ConversationRow, b: ConversationRow): number {
  return (a.handOff?.deadlineAt ?? "").localeCompare(b.handOff?.deadlineAt ?? "");
}
