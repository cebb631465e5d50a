// Gives the actor classes to the runtime under test.
export { AccountObject } from "#objects/account/account-object";
export { ConversationObject } from "#objects/conversation/conversation-object";
export { LeakyConversationObject } from "./leaky-conversation.ts";

export default {
  fetch: () => new Response("the actors are reached by RPC", { status: 404 }),
};
