// The worker's doors: HTTP, queues, the clock and e-mail. Each hands over at once; nothing is decided here.
// Re-exports the actor classes, because the runtime looks for them in this module.
import { api } from "./api/app.ts";
import { runSchedule } from "./cron/schedule.ts";
import { receiveEmail } from "./email/receive-email.ts";
import { dispatchQueue } from "./queues/dispatch.ts";

export { AccountObject } from "#objects/account/account-object";
export { BoardObject } from "#objects/board/board-object";
export { PresenceObject } from "#objects/board/presence-object";
export { ConversationObject } from "#objects/conversation/conversation-object";

export default {
  fetch: (request, env, ctx) => api.fetch(request, env, ctx),
  queue: (batch, env, ctx) => dispatchQueue(batch, env, ctx),
  email: (message, env, ctx) => receiveEmail(message, env, ctx),
  scheduled: (controller, env, ctx) => runSchedule(controller, env, ctx),
} satisfies ExportedHandler<Env>;
