// The switches only the SpareRoom twin has, and the type of its Twin.

import type { Twin } from "../kernel/site.ts";
import { choice, range } from "../kernel/switches.ts";

const PAGE_SIZE_DEFAULT = 10;
const PAGE_SIZE_MAX = 100;

export const SPAREROOM_SWITCHES = {
  gate: choice(
    ["in_place", "redirect"],
    "What a signed-out visitor gets: the gate at the asked address with 200, or a redirect to the login page",
  ),
  consent: choice(["off", "on"], "A consent overlay lies over each page and eats clicks until it is accepted"),
  date_style: choice(
    ["natural", "zoned", "unzoned", "long", "bare"],
    'How times read. natural: "Today 3:30pm", "Yesterday 11:21 PM EST", old ones date only; zoned and unzoned: always with clock; long: "Jan 20 2026"; bare: no clock at all, also today',
  ),
  composer_mode: choice(["full_reload", "in_place"], "How a send goes when the switch send does not say it"),
  composer_duplicate: choice(["off", "on"], "A hidden second composer for phones, before the visible one"),
  body_breaks: choice(["br", "pre"], "Line breaks of a body as <br> or as white space that the style keeps"),
  held_shown: choice(["said", "as_sent"], "Whether a message held for moderation says so, or looks sent"),
  unread_mark: choice(["class", "none"], "Whether unread rows carry a class of their own"),
  cards: choice(["us", "uk"], "Own adverts as the US site shows them, or as the UK site was seen to"),
  listings_total: choice(["shown", "none"], "Whether the list of own adverts says how many there are"),
  page_size: range({ min: 1, max: PAGE_SIZE_MAX, initial: PAGE_SIZE_DEFAULT }, "Inbox rows without max_per_page"),
} as const;

export type SpareroomTwin = Twin<typeof SPAREROOM_SWITCHES>;
export type DateStyle = (typeof SPAREROOM_SWITCHES)["date_style"]["initial"];
