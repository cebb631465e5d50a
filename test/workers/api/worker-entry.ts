// The worker under test: the real API and board, with fakes in place of the conversation and account actors. The real
// conversation stands beside its fake, for the tests of consumers.
import { api } from "#workers/api/app";

export { BoardObject } from "#objects/board/board-object";
export { PresenceObject } from "#objects/board/presence-object";
export { ConversationObject as RealConversationObject } from "#objects/conversation/conversation-object";
export { FakeAccount as AccountObject } from "./fake-account.ts";
export { FakeConversation as ConversationObject } from "./fake-conversation.ts";

export default { fetch: api.fetch, queue: (batch) => batch.ackAll() } satisfies ExportedHandler<Env>;
