// The switches only the Roomies twin has, and the type of its Twin.

import type { Twin } from "../kernel/site.ts";
import { choice, range, sendSwitch } from "../kernel/switches.ts";

const RENDER_MS_MAX = 60_000;
const SENDER_FLAG_MS_MAX = 60_000;
const PAGE_SIZE_MAX = 100;

export const ROOMIES_SWITCHES = {
  gate: choice(
    ["redirect", "words"],
    'What a signed-out visitor gets: a redirect to /login, or a page with 200 that says "Please log in"',
  ),
  render: choice(
    ["late", "at_once", "never"],
    'When "Loading messages" gives way to the messages: after render_ms, as soon as the page script runs, or never',
  ),
  render_ms: range({ min: 0, max: RENDER_MS_MAX, initial: 400 }, "How long render = late waits"),
  send: sendSwitch("failed", "optimistic_failed", "cool_down"),
  composer_mode: choice(["in_place", "full_reload"], "How a send goes when the switch send does not say it"),
  composer_duplicate: choice(
    ["on", "whole", "off"],
    "A hidden second form before the visible one: on has the submit alone, whole has a textarea too",
  ),
  duplicate_lists: choice(["on", "off"], "Each inbox row twice, as for desktop and phone; only one is visible"),
  sender_flag_late: choice(["off", "on"], "The row of a new send lacks its sender until sender_flag_ms have passed"),
  sender_flag_ms: range({ min: 0, max: SENDER_FLAG_MS_MAX, initial: 3_000 }, "How long sender_flag_late waits"),
  held_shown: choice(["said", "as_sent"], "Whether a message held for moderation says so, or looks sent"),
  thread: choice(
    ["normal", "empty", "empty_unmarked"],
    "Shows no messages in a thread, with or without the words for an empty one",
  ),
  system_row: choice(["on", "off"], "A note of the platform as the first row of each thread"),
  time_markup: choice(
    ["clock", "datetime"],
    "Message times as a clock in the browser's zone alone, or with the instant in datetime",
  ),
  unread_mark: choice(["dot", "none"], "Whether unread rows carry a mark of their own"),
  name_count: choice(["on", "off"], 'Whether a row\'s name carries the number of messages, as in "Jane (3)"'),
  page_size: range({ min: 1, max: PAGE_SIZE_MAX, initial: 20 }, "Inbox rows per page"),
} as const;

export type RoomiesTwin = Twin<typeof ROOMIES_SWITCHES>;
