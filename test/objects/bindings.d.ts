// The bindings of test/objects/wrangler.toml, for `env` from "cloudflare:test".
import type { AccountObject } from "#objects/account/account-object";
import type { ConversationObject } from "#objects/conversation/conversation-object";

declare global {
  namespace ActorTests {
    interface Bindings {
      CONVERSATIONS: DurableObjectNamespace<ConversationObject>;
      LEAKY_CONVERSATIONS: DurableObjectNamespace<ConversationObject>;
      ACCOUNTS: DurableObjectNamespace<AccountObject>;
      STORAGE_STATE_KEY: string;
      /** How many races takeover.test.ts plays. */
      RACE_ROUNDS: string;
    }
  }
}
