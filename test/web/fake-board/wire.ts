// A WebSocket server small enough to read: text frames up to 64 KiB, as the board socket needs. For the fake board only.
import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

const MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const TEXT_FRAME = 0x81;
const CLOSE_OPCODE = 0x8;

export type Wire = { send(text: string): void; drop(): void };

/** Answers the upgrade and reads the client's text frames. */
export function acceptWire(
  request: IncomingMessage,
  socket: Duplex,
  onText: (text: string) => void,
  onEnd: () => void,
): Wire {
  const accept = createHash("sha1")
    .update(`${request.headers["sec-websocket-key"] ?? ""}${MAGIC}`)
    .digest("base64");
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  let pending = Buffer.alloc(0);
  socket.on("data", (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    for (let frame = readFrame(pending); frame !== null; frame = readFrame(pending)) {
      pending = pending.subarray(frame.size);
      if (frame.opcode === CLOSE_OPCODE) socket.end();
      else onText(frame.text);
    }
  });
  socket.on("close", onEnd);
  socket.on("error", () => socket.destroy());
  return {
    send: (text) => socket.write(writeFrame(text)),
    drop: () => socket.destroy(),
  };
}

function readFrame(bytes: Buffer): { opcode: number; text: string; size: number } | null {
  if (bytes.length < 6) return null;
  const short = bytes.readUInt8(1) & 0x7f;
  const head = short === 126 ? 4 : 2;
  if (bytes.length < head + 4) return null;
  const length = short === 126 ? bytes.readUInt16BE(2) : short;
  const size = head + 4 + length;
  if (bytes.length < size) return null;
  const mask = bytes.subarray(head, head + 4);
  const body = Buffer.from(bytes.subarray(head + 4, size)).map((byte, n) => byte ^ (mask[n % 4] ?? 0));
  return { opcode: bytes.readUInt8(0) & 0x0f, text: Buffer.from(body).toString("utf8"), size };
}

function writeFrame(text: string): Buffer {
  const body = Buffer.from(text, "utf8");
  const head = body.length < 126 ? Buffer.from([TEXT_FRAME, body.length]) : Buffer.from([TEXT_FRAME, 126, 0, 0]);
  if (body.length >= 126) head.writeUInt16BE(body.length, 2);
  return Buffer.concat([head, body]);
}
