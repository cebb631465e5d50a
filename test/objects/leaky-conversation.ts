// A conversation with a defect on purpose, for one test: its gate looks whether the click may be allowed, waits, and then
// allows it, as if the world stood still between an answer and what is done with it. Everything else is the real actor.
import type { ConversationActor } from "#contracts/actors";
import { ok } from "#domain/kernel/result";
import type { Send } from "#domain/sending/send";
import { ConversationObject } from "#objects/conversation/conversation-object";

const WAIT_MS = 1;

export class LeakyConversationObject extends ConversationObject {
  override async allowDelivery(...[sendId, token, preImage]: Parameters<ConversationActor["allowDelivery"]>) {
    const row = this.ctx.storage.sql.exec<{ body: string }>("SELECT body FROM sends WHERE id = ?", sendId).toArray()[0];
    const send: Send | null = row === undefined ? null : JSON.parse(row.body);
    if (send?.lease?.token !== token) return super.allowDelivery(sendId, token, preImage);
    await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    const nowMs = Date.now();
    const event = { type: "send", sendId, event: { happened: "delivering", atMs: nowMs, untilMs: nowMs } };
    const words = [nowMs, "platform", JSON.stringify(event)];
    this.ctx.storage.sql.exec("INSERT INTO events (at_ms, actor, body) VALUES (?, ?, ?)", ...words);
    return ok("go" as const);
  }
}
