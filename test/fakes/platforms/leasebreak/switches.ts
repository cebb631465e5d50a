// The switches only the Leasebreak twin has, and the type of its Twin.

import type { Twin } from "../kernel/site.ts";
import { choice, sendSwitch } from "../kernel/switches.ts";

export const LEASEBREAK_SWITCHES = {
  send: sendSwitch("failed"),
  composer_mode: choice(["full_reload", "in_place"], "How a send goes when the switch send does not say it"),
  body_breaks: choice(
    ["br", "nl2br", "pre"],
    "Line breaks of a body: <br>, <br /> with a line feed after it as PHP writes it, or white space kept by the style",
  ),
  held_shown: choice(["said", "as_sent"], "Whether a message held for moderation says so, or looks sent"),
  unread_mark: choice(["class", "none"], "Whether unread rows carry a class of their own"),
  thread: choice(
    ["normal", "empty", "empty_unmarked"],
    "Shows a conversation without its messages, with or without the words for that",
  ),
} as const;

export type LeasebreakTwin = Twin<typeof LEASEBREAK_SWITCHES>;
