// Reads one stored decision (JSON, as the API gives it) from standard input, makes it again offline, and says what differs.
// Exit 0: the same decision. Exit 1: another one. Exit 2: that was no stored decision.
import { text } from "node:stream/consumers";
import { replayText } from "./replay-text.ts";

const { lines, exitCode } = replayText(await text(process.stdin));
process.stdout.write(`${lines.join("\n")}\n`);
process.exitCode = exitCode;
