// Who looks at which conversation now. The one object built on itty-durable: it is small, its calls are synchronous in
// memory (the library loses updates under concurrent read-await-write, and its calls have no types), and what it knows
// may be lost at any moment: a colleague's name is missing from a header until the next click. Nothing else may use it.
// Holds connection and conversation ids only. Reached through presence.ts alone.
import { createDurable } from "itty-durable";

/** Connections remembered per organisation; beyond this the longest unchanged one is forgotten. */
export const PRESENCE_CONNECTIONS_MAX = 2_000;

/** The viewers of one conversation after a change, as connection ids. */
export type Viewers = { readonly conversationId: string; readonly connectionIds: readonly string[] };

/** Nothing is persisted: after an eviction everybody is unseen until they move. */
const VolatileDurable = createDurable({ autoPersist: false });

export class PresenceObject extends VolatileDurable {
  /** Conversation id by connection id, longest unchanged first. */
  viewing = new Map<string, string>();

  /** Notes what a connection looks at (null: nothing) and answers with every conversation whose viewers changed. */
  look(connectionId: string, conversationId: string | null): readonly Viewers[] {
    const before = this.viewing.get(connectionId) ?? null;
    this.viewing.delete(connectionId);
    if (conversationId !== null) this.viewing.set(connectionId, conversationId);
    if (this.viewing.size > PRESENCE_CONNECTIONS_MAX) {
      const [oldest] = this.viewing.keys();
      if (oldest !== undefined) this.viewing.delete(oldest);
    }
    const changed = new Set([before, conversationId].filter((id) => id !== null));
    if (before === conversationId) return [];
    return [...changed].map((id) => ({ conversationId: id, connectionIds: this.viewersOf(id) }));
  }

  private viewersOf(conversationId: string): string[] {
    return [...this.viewing].filter(([, viewed]) => viewed === conversationId).map(([connectionId]) => connectionId);
  }
}
