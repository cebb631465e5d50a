// Ends what the start script keeps running, when that asks for it or dies without having asked (a crash, a kill). Reads
// process ids from standard input, one per line; the end of the input means that it is time.
import { createInterface } from "node:readline";
import { makeProcessTree } from "./process-tree.ts";

/** The newcomer's terminal may kill the start script three seconds after it asked. */
const GRACE_MS = 2_000;
/** A process that dies between two looks can leave a child that nobody knows of. */
const LOOK_EVERY_MS = 1_000;

// The terminal's Ctrl-C is for the start script; this one stays until that is gone.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);

const tree = makeProcessTree();
const looking = setInterval(tree.lookAgain, LOOK_EVERY_MS);
for await (const line of createInterface({ input: process.stdin })) tree.add(Number(line));
clearInterval(looking);
await tree.end(GRACE_MS);
