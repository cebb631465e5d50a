// The dispatch table: which consumer gets the messages of which queue. Messages of a batch are worked on side by side and
// answered one by one; what throws is retried by the queue and ends, after its retries, in the dead-letter queue.
import { queueJobSchema } from "#contracts/queue";
import { never } from "#domain/kernel/never";
import { type Deps, makeDeps } from "../deps.ts";
import { askLead } from "./ask-lead.ts";
import { bookShowing } from "./book-showing.ts";
import { keepDeadLetter } from "./dead-letter.ts";
import { decide } from "./decide.ts";
import { followUp } from "./follow-up.ts";
import { ingest } from "./ingest.ts";
import { type JobResult, settle } from "./job-result.ts";
import { project } from "./project.ts";
import { reconcile } from "./reconcile.ts";
import { send } from "./send.ts";
import { syncListings } from "./sync-listings.ts";

const DEAD_LETTER_QUEUE = "lease-bot-dead-letter";
/** Delay before a message whose consumer threw is given to it again. */
const RETRY_DELAY_SECONDS = 5;

/** Answers every message of a batch. Never throws: one bad message must not bring the others back. */
export async function dispatchQueue(batch: MessageBatch, env: Env, _ctx: ExecutionContext): Promise<void> {
  const deps = makeDeps(env);
  await Promise.all(batch.messages.map((message) => answer(batch.queue, message, deps)));
}

async function answer(queue: string, message: Message, deps: Deps): Promise<void> {
  try {
    const result = queue === DEAD_LETTER_QUEUE ? await keepDeadLetter(message, deps) : await runJob(message.body, deps);
    settle(message, result);
  } catch (thrown) {
    // The name of the error only: its text may hold what a page said.
    console.error(JSON.stringify({ at: "queue", queue, error: thrown instanceof Error ? thrown.name : typeof thrown }));
    message.retry({ delaySeconds: RETRY_DELAY_SECONDS });
  }
}

/** Throws for a body that is no job: such a message ends in the dead-letter queue. */
function runJob(body: unknown, deps: Deps): Promise<JobResult> {
  const job = queueJobSchema.parse(body);
  switch (job.job) {
    case "ingest":
      return ingest(job, deps);
    case "listings":
      return syncListings(job, deps);
    case "decide":
      return decide(job, deps);
    case "book":
      return bookShowing(job, deps);
    case "ask":
      return askLead(job, deps);
    case "follow_up":
      return followUp(job, deps);
    case "send":
      return send(job, deps);
    case "reconcile":
      return reconcile(job, deps);
    case "project":
      return project(job, deps);
    default:
      return never(job);
  }
}
