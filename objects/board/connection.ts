// Who is behind a socket: read from the headers that the API sets, kept on the socket so that it survives hibernation.
// Persisted as the socket's attachment: keys may be added, never renamed, while sockets are open.
import { z } from "zod";
import { ROLES } from "#contracts/api/organisation";
import { assert } from "#domain/kernel/assert";

/** Longest id that fits a socket's tag. */
const ID_CHARS_MAX = 200;
/** Longest name shown to colleagues; a longer one is cut. */
const NAME_CHARS_MAX = 100;

const connectionSchema = z.object({
  id: z.string(),
  organisationId: z.string().min(1).max(ID_CHARS_MAX),
  userId: z.string().min(1).max(ID_CHARS_MAX),
  role: z.enum(ROLES),
  name: z.string().transform((name) => [...name].slice(0, NAME_CHARS_MAX).join("")),
  openedAtMs: z.number(),
});
export type Connection = z.infer<typeof connectionSchema>;

/** What the API says about a connection. */
export type BoardVisitor = Pick<Connection, "organisationId" | "userId" | "role" | "name">;

/** The headers that carry a visitor from the API to the board. They replace whatever the client sent. */
export function visitorHeaders(visitor: BoardVisitor): Readonly<Record<string, string>> {
  return {
    "x-board-organisation": encodeURIComponent(visitor.organisationId),
    "x-board-user": encodeURIComponent(visitor.userId),
    "x-board-role": visitor.role,
    "x-board-name": encodeURIComponent(visitor.name.toWellFormed()),
  };
}

/** The connection that the headers describe; null when they do not. */
export function readConnection(headers: Headers, id: string, nowMs: number): Connection | null {
  const read = (name: string) => decodeURIComponent(headers.get(name) ?? "");
  const parsed = connectionSchema.safeParse({
    id,
    organisationId: read("x-board-organisation"),
    userId: read("x-board-user"),
    role: headers.get("x-board-role"),
    name: read("x-board-name"),
    openedAtMs: nowMs,
  });
  return parsed.success ? parsed.data : null;
}

/** The connection kept on a socket. */
export function connectionOf(socket: WebSocket): Connection {
  const parsed = connectionSchema.safeParse(socket.deserializeAttachment());
  assert(parsed.success, "a board socket carries its connection");
  return parsed.data;
}
