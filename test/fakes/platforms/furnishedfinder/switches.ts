// The switches only the FurnishedFinder twin has, and the type of its Twin.

import type { Twin } from "../kernel/site.ts";
import { choice, range, sendSwitch } from "../kernel/switches.ts";

const WAIT_MS_MAX = 60_000;
const COOL_DOWN_MS_MAX = 600_000;
const SHOWN_MAX = 300;

export const FURNISHEDFINDER_SWITCHES = {
  second_step: choice(
    ["password", "magic_link", "code"],
    "What follows the user name: a password, an e-mail with a link (no field at all), or a code of 6 digits",
  ),
  no_session: choice(
    ["gate", "title_403", "title_empty"],
    "What a visitor without a session gets: the login dialog inside the asked page, a page titled 403, or one without title",
  ),
  list_render: choice(
    ["late", "at_once", "never"],
    "When the rows of the inbox appear: after render_ms, at once, never",
  ),
  render: choice(["late", "at_once", "never"], "When an opened thread appears: after render_ms, at once, never"),
  render_ms: range({ min: 0, max: WAIT_MS_MAX, initial: 400 }, "How long late waits"),
  channel_url_ms: range(
    { min: 0, max: WAIT_MS_MAX, initial: 300 },
    "From the click on a row to channel= in the address",
  ),
  stale_thread: choice(["off", "on"], "The former thread stays on screen until the next one is drawn"),
  side_classes: choice(
    ["stock", "none"],
    "Whether rows carry the classes --me and --other, or only their heading says whose",
  ),
  sdk: choice(["v13", "v12"], "Names of the delivery marks: -sent and -delivered (v13), -received (v12)"),
  send: sendSwitch("optimistic_failed", "cool_down"),
  composer_mode: choice(["in_place"], "A send never leaves the page, unless send = full_reload"),
  held_shown: choice(["said", "as_sent"], "Whether a message held for moderation says so, or looks sent"),
  signature: choice(["off", "on"], "The platform adds the saved signature to each message"),
  slow_mode: choice(["off", "on"], "After a send the composer is closed for cool_down_ms"),
  cool_down_ms: range({ min: 1_000, max: COOL_DOWN_MS_MAX, initial: 10_000 }, "How long slow mode lasts"),
  thread: choice(
    ["normal", "empty", "empty_unmarked"],
    "Shows no messages in a thread, with or without the words for an empty one",
  ),
  system_row: choice(["on", "off"], "The safety reminder as the first row of each thread"),
  first_message: choice(
    ["plain", "labelled"],
    "Whether a thread's first message stands alone, or under the labels My Name, My Email, My Message",
  ),
  body_breaks: choice(["pre", "br"], "Line breaks of a body as white space that the style keeps, or as <br>"),
  unread_mark: choice(["badge", "none"], "Whether unread rows carry a badge"),
  channels_shown: range({ min: 1, max: SHOWN_MAX, initial: 30 }, 'Rows before "Load more" is pressed'),
  messages_shown: range({ min: 1, max: SHOWN_MAX, initial: 100 }, "Newest messages before older ones are loaded"),
} as const;

export type FurnishedfinderTwin = Twin<typeof FURNISHEDFINDER_SWITCHES>;
