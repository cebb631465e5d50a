// The switches only the RentHop twin has, and the type of its Twin.

import type { Twin } from "../kernel/site.ts";
import { choice, sendSwitch } from "../kernel/switches.ts";

export const RENTHOP_SWITCHES = {
  send: sendSwitch("failed"),
  login_step2: choice(
    ["same_page", "next_page"],
    "Where the password is asked for: on the page of the user name once that was given, or on a page of its own",
  ),
  account_inbox: choice(
    ["on", "off"],
    "off: the account has no messages pages (404, no link), and a lead is an e-mail alone",
  ),
  composer_mode: choice(["full_reload", "in_place"], "How a send goes when the switch send does not say it"),
  body_breaks: choice(["pre", "br"], "Line breaks of a body as white space that the style keeps, or as <br>"),
  held_shown: choice(["said", "as_sent"], "Whether a message held for moderation says so, or looks sent"),
  unread_mark: choice(["class", "none"], "Whether unread rows carry a class of their own"),
  thread: choice(
    ["normal", "empty", "empty_unmarked"],
    "Shows a conversation without its messages, with or without the words for that",
  ),
} as const;

export type RenthopTwin = Twin<typeof RENTHOP_SWITCHES>;
