// Keeps what a queue gave up on, where ops can see it. Nothing is lost by it: the actors hold the truth and signal again.
import { queueJobSchema } from "#contracts/queue";
import type { Deps } from "../deps.ts";
import { addDeadLetter } from "../store/dead-letters.ts";
import { DONE, type JobResult } from "./job-result.ts";

/** Stores a dead letter under its message id, once. A body that is no job of ours is noted without its content. */
export async function keepDeadLetter(message: Message, deps: Deps): Promise<JobResult> {
  const parsed = queueJobSchema.safeParse(message.body);
  await addDeadLetter(deps.db, {
    id: message.id,
    organisationId: parsed.success ? parsed.data.organisationId : null,
    job: parsed.success ? parsed.data : null,
    atMs: deps.now(),
  });
  return DONE;
}
