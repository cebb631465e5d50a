// The product's worker with every use of a binding counted, and one address more where the counts are read. Nothing of the
// product is changed by it. Bundled by test/faults/product-build.ts; listens on this machine only.
import type {
  DurableObjectState,
  ExecutionContext,
  MessageBatch,
  ScheduledController,
} from "@cloudflare/workers-types";
import { AccountObject as Account } from "#objects/account/account-object";
import { ConversationObject as Conversation } from "#objects/conversation/conversation-object";
import product from "#workers/index";
import { count, countActor, countBatch, metered, meterStorage, readMeter } from "./meter.ts";

export { BoardObject } from "#objects/board/board-object";
export { PresenceObject } from "#objects/board/presence-object";

const METER_PATH = "/api/__meter";

type Env = Parameters<typeof product.fetch>[1];

export class ConversationObject extends Conversation {
  constructor(state: DurableObjectState, env: Env) {
    meterStorage(state);
    super(state, metered(env));
  }

  override alarm(): Promise<void> {
    return countActor(() => super.alarm());
  }
}

export class AccountObject extends Account {
  constructor(...[state, env]: ConstructorParameters<typeof Account>) {
    meterStorage(state);
    super(state, metered(env));
  }

  override alarm(): Promise<void> {
    return countActor(() => super.alarm());
  }
}

export default {
  ...product,
  fetch: async (request: Request, env: Env, ctx: ExecutionContext) => {
    const { pathname } = new URL(request.url);
    if (pathname === METER_PATH) return Response.json(readMeter());
    count("workerRequests");
    return product.fetch(request, metered(env), ctx);
  },
  queue: (batch: MessageBatch, env: Env, ctx: ExecutionContext) => {
    countBatch(batch);
    return product.queue(batch, metered(env), ctx);
  },
  scheduled: (controller: ScheduledController, env: Env, ctx: ExecutionContext) => {
    count("workerRequests");
    return product.scheduled(controller, metered(env), ctx);
  },
};
