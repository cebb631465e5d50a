// Live updates of one organisation's workboard, over hibernating WebSockets. Signals name what changed; the app reads
// the truth through the API. Decides who hears what: admins hear of everything, an agent of their own conversations and showings.
// Trusts the x-board-* headers, because only the API, after checking a session, can reach this object.
import { DurableObject } from "cloudflare:workers";
import type { BoardActor } from "#contracts/actors";
import { type BoardSignal, boardCommandSchema } from "#contracts/socket";
import { migrateAudience, readAudience, writeAudience } from "./audience.ts";
import { type Connection, connectionOf, readConnection } from "./connection.ts";
import { makePresence } from "./presence.ts";

/** Open sockets of one organisation. */
export const BOARD_SOCKETS_MAX = 1_000;
/** Longest message a client may send, in characters. */
export const BOARD_COMMAND_CHARS_MAX = 512;
/** A socket older than this is closed, so that the client comes back through the session check. */
export const BOARD_SOCKET_AGE_MS_MAX = 3_600_000;
/** Close codes: 4001 asks the client to connect again. */
const CLOSE_RECONNECT = 4001;
const CLOSE_BAD_COMMAND = 1008;
const CLOSE_TOO_BIG = 1009;

export class BoardObject extends DurableObject<Env> implements BoardActor {
  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    migrateAudience(ctx.storage.sql);
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
  }

  /** A WebSocket upgrade that the API checked. */
  override fetch(request: Request): Response {
    const connection = readConnection(request.headers, crypto.randomUUID(), Date.now());
    if (connection === null || request.headers.get("upgrade")?.toLowerCase() !== "websocket") {
      return new Response(null, { status: 426 });
    }
    if (this.ctx.getWebSockets().length >= BOARD_SOCKETS_MAX) return new Response(null, { status: 503 });
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server, [connection.role, userTag(connection.userId)]);
    server.serializeAttachment(connection);
    return new Response(null, { status: 101, webSocket: client });
  }

  async conversationChanged(conversationId: string, version: number, agentId: string | null): Promise<void> {
    const before = readAudience(this.ctx.storage.sql, conversationId);
    const isNewer = before === null || before.version < version;
    if (isNewer) writeAudience(this.ctx.storage.sql, { conversationId, version, agentId });
    const signal: BoardSignal = { signal: "conversation", conversationId, version };
    // An agent who just lost the conversation hears of it once more, so that it leaves their list.
    const agents = isNewer ? [agentId, before?.agentId ?? null] : [before.agentId];
    this.sendTo(
      [...this.admins(), ...new Set(agents.flatMap((id) => (id === null ? [] : this.socketsOf(id))))],
      signal,
    );
  }

  async showingChanged(showingId: string, agentIds: readonly string[]): Promise<void> {
    const own = [...new Set(agentIds)].flatMap((id) => this.socketsOf(id));
    this.sendTo([...this.admins(), ...own], { signal: "showing", showingId });
  }

  async accountChanged(accountId: string): Promise<void> {
    this.sendTo(this.admins(), { signal: "account", accountId });
  }

  async incidentChanged(incidentId: string): Promise<void> {
    this.sendTo(this.admins(), { signal: "incident", incidentId });
  }

  override async webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): Promise<void> {
    if (typeof message !== "string" || message.length > BOARD_COMMAND_CHARS_MAX) {
      socket.close(CLOSE_TOO_BIG, "message too big");
      return;
    }
    const command = boardCommandSchema.safeParse(parseJson(message));
    if (!command.success) {
      socket.close(CLOSE_BAD_COMMAND, "unknown command");
      return;
    }
    await this.look(connectionOf(socket), command.data.conversationId);
  }

  override async webSocketClose(socket: WebSocket): Promise<void> {
    await this.look(connectionOf(socket), null);
  }

  override async webSocketError(socket: WebSocket): Promise<void> {
    await this.look(connectionOf(socket), null);
  }

  private async look(connection: Connection, conversationId: string | null): Promise<void> {
    const target = conversationId !== null && this.maySee(connection, conversationId) ? conversationId : null;
    const presence = makePresence(this.env.PRESENCE, connection.organisationId);
    for (const changed of await presence.look(connection.id, target)) {
      this.tellViewers(changed.conversationId, new Set(changed.connectionIds));
    }
  }

  private tellViewers(conversationId: string, connectionIds: ReadonlySet<string>): void {
    // Presence may remember sockets that are gone: only open ones count.
    const viewers = this.ctx
      .getWebSockets()
      .map((socket) => ({ socket, connection: connectionOf(socket) }))
      .filter(({ connection }) => connectionIds.has(connection.id) && this.maySee(connection, conversationId));
    for (const viewer of viewers) {
      const others = viewers.filter(({ connection }) => connection.userId !== viewer.connection.userId);
      const names = new Map(others.map(({ connection }) => [connection.userId, connection.name]));
      this.sendTo([viewer.socket], { signal: "viewers", conversationId, names: [...names.values()] });
    }
  }

  private maySee(connection: Connection, conversationId: string): boolean {
    if (connection.role === "admin") return true;
    return readAudience(this.ctx.storage.sql, conversationId)?.agentId === connection.userId;
  }

  private admins(): WebSocket[] {
    return this.ctx.getWebSockets("admin");
  }

  private socketsOf(userId: string): WebSocket[] {
    return this.ctx.getWebSockets(userTag(userId)).filter((socket) => connectionOf(socket).role !== "admin");
  }

  private sendTo(sockets: readonly WebSocket[], signal: BoardSignal): void {
    const text = JSON.stringify(signal);
    const oldestMs = Date.now() - BOARD_SOCKET_AGE_MS_MAX;
    for (const socket of sockets) {
      if (socket.readyState !== WebSocket.OPEN) continue;
      if (connectionOf(socket).openedAtMs < oldestMs) socket.close(CLOSE_RECONNECT, "connect again");
      else socket.send(text);
    }
  }
}

function userTag(userId: string): string {
  return `user:${userId}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
