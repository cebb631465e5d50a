// The life of one reply being written: kept text, one key until an answer arrives, and what stands in its way.
import { useQueryClient } from "@tanstack/solid-query";
import { type Accessor, createSignal } from "solid-js";
import { type Conversation, REPLY_CHARS_MAX, type SendView } from "#contracts/api/conversation";
import type { ReplyRequest } from "#contracts/api/reply";
import { api } from "../../api/client.ts";
import { isUncertain, type Problem } from "../../api/problem.ts";
import { keepSend, refreshConversation } from "../../api/queries.ts";
import { createCommand } from "../../primitives/create-command.ts";
import { type KeptReply, makeReplyKeeper } from "../../primitives/make-reply-keeper.ts";
import { toast } from "../toasts.tsx";
import { createTextCheck, type TextCheck } from "./create-text-check.ts";

/** Why the text is not simply sent. `lost`: no answer came, the same attempt must be repeated. */
export type Obstacle = "none" | "new_inbound" | "answered_meanwhile" | "lost";

export type Reply = {
  readonly text: Accessor<string>;
  readonly obstacle: Accessor<Obstacle>;
  readonly isBusy: Accessor<boolean>;
  readonly isSendable: Accessor<boolean>;
  readonly write: (text: string) => void;
  /** The agent has read what the lead wrote meanwhile. */
  readonly acknowledge: () => void;
  /** What the rules find in the text, and who takes it on themselves. */
  readonly check: TextCheck;
  readonly send: (confirm?: "although answered") => void;
  readonly discard: () => void;
};

export function createReply(conversation: Accessor<Conversation>): Reply {
  const client = useQueryClient();
  const id = conversation().id;
  const keeper = makeReplyKeeper(sessionStorage, id, () => crypto.randomUUID());
  const [kept, setKept] = createSignal<KeptReply>(keeper.read());
  const check = createTextCheck(id, () => kept().body);
  const [refusal, setRefusal] = createSignal<Obstacle>(keeper.read().key === null ? "none" : "lost");

  const command = createCommand(
    (request: ReplyRequest): Promise<SendView> => api.reply(id, keeper.attempt(), request),
    {
      done: (send) => {
        setKept(keeper.taken());
        setRefusal("none");
        keepSend(client, id, send);
      },
      refused: (problem) => refuse(problem),
    },
  );

  function refuse(problem: Problem): boolean {
    refreshConversation(client, id);
    if (isUncertain(problem)) {
      setKept(keeper.read());
      setRefusal("lost");
      return true;
    }
    if (problem.code === "IDEMPOTENCY_KEY_REUSED") {
      setKept(keeper.answeredWithRefusal());
      setRefusal("none");
      toast("Your earlier text was already taken and stands in the thread. What you see here is not sent.", "bad");
      return true;
    }
    if (problem.code === "TEXT_WARNED" || problem.code === "TEXT_BLOCKED") check.look();
    setKept(keeper.answeredWithRefusal());
    setRefusal(
      problem.code === "NEW_INBOUND"
        ? "new_inbound"
        : problem.code === "ANSWERED_MEANWHILE"
          ? "answered_meanwhile"
          : "none",
    );
    return problem.code === "NEW_INBOUND" || problem.code === "ANSWERED_MEANWHILE";
  }

  const hasText = () => kept().body.trim() !== "" && kept().body.length <= REPLY_CHARS_MAX;
  const obstacle = (): Obstacle => {
    if (refusal() !== "none") return refusal();
    const { answering, body } = kept();
    const isOld = body !== "" && answering !== undefined && answering !== conversation().lastInboundId;
    return isOld ? "new_inbound" : "none";
  };

  return {
    text: () => kept().body,
    obstacle,
    isBusy: () => command.isBusy,
    check,
    isSendable: () =>
      hasText() && !check.isHeld() && obstacle() !== "new_inbound" && conversation().actions.reply === null,
    write(text) {
      setKept(keeper.write(text, conversation().lastInboundId));
    },
    acknowledge() {
      setKept(keeper.acknowledge(conversation().lastInboundId));
      setRefusal("none");
    },
    send(confirm) {
      if (!hasText() || command.isBusy) return;
      const { body, answering } = kept();
      command.run({
        body: body.trim(),
        ...(answering === undefined ? {} : { answering }),
        ...(confirm === undefined ? {} : { confirmAnsweredMeanwhile: true }),
        ...check.allTheSame(),
      });
    },
    discard() {
      setKept(keeper.taken());
      setRefusal("none");
    },
  };
}
