import { describe, expect, it } from "vitest";
import { type MailToTie, type ThreadToTie, tiedThread } from "./tie.ts";

const T0 = 1_800_000_000_000;
const WORDS = "Hello, is the studio still free?\nI come with a car.";
const mail: MailToTie = { name: "Ana", message: WORDS, receivedAtMs: T0 };
const thread = (part: Partial<ThreadToTie> = {}): ThreadToTie => ({
  threadId: "t1",
  leadName: "Ana Lima",
  messages: [{ body: "Hello, is the studio still free? I come with a car. ", atMs: T0 - 60_000 }],
  ...part,
});

describe("tying a lead mail to its thread", () => {
  it("[L15] finds the one thread with the same words of a lead of that name at that time", () => {
    const other = thread({ threadId: "t2", messages: [{ body: "Is parking included in it?", atMs: T0 }] });
    expect(tiedThread(mail, [other, thread()])).toBe("t1");
  });

  it("[L15] ties nothing when two threads fit, whoever wrote first", () => {
    expect(tiedThread(mail, [thread(), thread({ threadId: "t2" })])).toBeNull();
  });

  it.each([
    ["another name", mail, thread({ leadName: "Bea" })],
    ["no name in the thread", mail, thread({ leadName: null })],
    ["no name in the mail", { ...mail, name: null }, thread()],
    ["no words in the mail", { ...mail, message: null }, thread()],
    ["other words", { ...mail, message: `${WORDS} Bye` }, thread()],
    ["words that everybody writes", { ...mail, message: "Hi" }, thread({ messages: [{ body: "Hi", atMs: T0 }] })],
    ["a message of another day", mail, thread({ messages: [{ body: WORDS, atMs: T0 - 86_400_000 }] })],
  ])("[L15] ties nothing with %s", (_why, given, held) => {
    expect(tiedThread(given, [held])).toBeNull();
  });
});
