// Where the databases of conversations lie on disk.
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { readDatabases } from "./databases-on-disk.ts";

/** Where wrangler keeps them, below its own folder. */
const CONVERSATIONS = "v3/do/lease-bot-ConversationObject";

/** What `read` answers for each conversation that was written since. */
export function readConversations<T>(
  stateFolder: string,
  writtenSinceMs: number,
  read: (database: DatabaseSync) => T,
): readonly T[] {
  return readDatabases(join(stateFolder, CONVERSATIONS), writtenSinceMs, read);
}
