// The product's worker with three faults of hosting that a local run has no other way to cause: a queue message that is
// delivered twice, an actor that is lost between two of its steps, and a clock that jumps. It also tells the rig when a booking
// is in a step that a fault waits for. Nothing of the product is changed by it: the doors are the product's own, a copy of a
// message is answered to nobody, a lost actor loads itself from its storage as ever, and an awaited step only takes longer.
// Bundled by product-build.ts; listens on this machine only.
import type { DurableObjectState, ExecutionContext, Message, MessageBatch } from "@cloudflare/workers-types";
import { AccountObject as Account } from "#objects/account/account-object";
import { ConversationObject as Conversation } from "#objects/conversation/conversation-object";
import product from "#workers/index";
import { type BookingStep, STEP_PATH } from "./booking-steps.ts";
import { alarmsInMachineTime, shiftClock, takeOverTheClock } from "./clock-shift.ts";

export { BoardObject } from "#objects/board/board-object";
export { PresenceObject } from "#objects/board/presence-object";

/** Of 100 queue messages as many come twice: half of the copies at the same time, half through the queue again, later. */
const DOUBLED_PERCENT = 30;
const AGAIN_SECONDS_MAX = 3;
/** A copy at the same time comes up to this much later. */
const BESIDE_MS_MAX = 200;
/** POST. Below /api, because everything else is asked of the pages first. */
const LOSE_PATH = "/api/__faults/lose/";
const CLOCK_PATH = "/api/__faults/clock/";

/** How long a step lasts that somebody waits for: longer than a kill takes to arrive. */
const STEP_MS = 400;
const STEP_LOOK_MS = 5;
/** Then whoever waits asks again. */
const STEP_WAIT_MS_MAX = 12_000;

takeOverTheClock();

/** How often each step was passed, and how many wait for it now. Actors and requests share this isolate. */
const passed: Record<string, number> = {};
const awaited: Record<string, number> = {};

/** Nothing for a step that nobody waits for. */
async function pass(step: BookingStep): Promise<void> {
  passed[step] = (passed[step] ?? 0) + 1;
  if ((awaited[step] ?? 0) > 0) await new Promise((resolve) => setTimeout(resolve, STEP_MS));
}

async function nextStep(step: string): Promise<boolean> {
  const before = passed[step] ?? 0;
  const endMs = performance.now() + STEP_WAIT_MS_MAX;
  awaited[step] = (awaited[step] ?? 0) + 1;
  try {
    while ((passed[step] ?? 0) === before && performance.now() < endMs) {
      await new Promise((resolve) => setTimeout(resolve, STEP_LOOK_MS));
    }
  } finally {
    awaited[step] -= 1;
  }
  return (passed[step] ?? 0) > before;
}

type Env = Parameters<typeof product.fetch>[1];

export class ConversationObject extends Conversation {
  readonly #state: DurableObjectState;

  constructor(state: DurableObjectState, env: Env) {
    alarmsInMachineTime(state.storage);
    super(state, env);
    this.#state = state;
  }

  override async recordDecision(...told: Parameters<Conversation["recordDecision"]>) {
    const answer = await super.recordDecision(...told);
    if ((await super.wishRequest()) !== null) await pass("wished");
    return answer;
  }

  override async wishRequest() {
    const request = await super.wishRequest();
    if (request !== null) await pass("read");
    return request;
  }

  override async settleWish(...told: Parameters<Conversation["settleWish"]>) {
    await pass("answered");
    await super.settleWish(...told);
    await pass("settled");
  }

  /** Ends this actor in the middle of whatever it does; the next call finds one that was loaded from storage. */
  async lose(): Promise<void> {
    this.#state.abort("lost by the fault rig");
  }
}

export class AccountObject extends Account {
  constructor(...[state, env]: ConstructorParameters<typeof Account>) {
    alarmsInMachineTime(state.storage);
    super(state, env);
  }
}

export default {
  ...product,
  fetch: async (request: Request, env: Env, ctx: ExecutionContext) => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith(CLOCK_PATH)) {
      shiftClock(Number(pathname.slice(CLOCK_PATH.length)));
      return Response.json({ nowMs: Date.now() });
    }
    if (pathname.startsWith(STEP_PATH)) {
      return Response.json({ isThere: await nextStep(pathname.slice(STEP_PATH.length)) });
    }
    if (!pathname.startsWith(LOSE_PATH)) return product.fetch(request, env, ctx);
    const actor = env.CONVERSATIONS.get(env.CONVERSATIONS.idFromName(pathname.slice(LOSE_PATH.length)));
    // The call itself is lost with the actor.
    await (actor as unknown as { lose(): Promise<void> }).lose().catch(() => undefined);
    return Response.json({ lost: true });
  },
  queue: async (batch: MessageBatch, env: Env, ctx: ExecutionContext) => {
    const doubled = batch.messages.filter(() => Math.random() * 100 < DOUBLED_PERCENT);
    const beside = doubled.filter(() => Math.random() < 0.5);
    const later = doubled.filter((message) => !beside.includes(message));
    await Promise.all([
      product.queue(batch, env, ctx),
      deliverBeside(batch, beside, env, ctx),
      ...later.map((message) => deliverLater(batch.queue, message, env)),
    ]);
  },
};

/** To a second consumer while the first is at work. */
async function deliverBeside(
  batch: MessageBatch,
  messages: readonly Message[],
  env: Env,
  ctx: ExecutionContext,
): Promise<void> {
  if (messages.length === 0) return;
  await new Promise((resolve) => setTimeout(resolve, Math.random() * BESIDE_MS_MAX));
  const copies = messages.map(({ id, timestamp, body, attempts }) => ({
    ...{ id, timestamp, body, attempts },
    ack: () => undefined,
    retry: () => undefined,
  }));
  const quiet = { ackAll: () => undefined, retryAll: () => undefined };
  await product.queue({ ...quiet, queue: batch.queue, metadata: batch.metadata, messages: copies }, env, ctx);
}

async function deliverLater(queue: string, { body }: Message, env: Env): Promise<void> {
  const delaySeconds = Math.floor(Math.random() * (AGAIN_SECONDS_MAX + 1));
  switch (queue) {
    case "lease-bot-ingest":
      return void (await env.INGEST_QUEUE.send(body, { delaySeconds }));
    case "lease-bot-decide":
      return void (await env.DECIDE_QUEUE.send(body, { delaySeconds }));
    case "lease-bot-send":
      return void (await env.SEND_QUEUE.send(body, { delaySeconds }));
    case "lease-bot-reconcile":
      return void (await env.RECONCILE_QUEUE.send(body, { delaySeconds }));
    case "lease-bot-project":
      return void (await env.PROJECT_QUEUE.send(body, { delaySeconds }));
    default:
    // A dead letter comes once: it is kept under its id, and a copy through the queue has another.
  }
}
