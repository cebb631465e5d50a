// What a twin can be told to do wrong: the closed set of switches, their allowed values and how a change is checked.
// Pure: where the values are kept is switch-board.ts.

import { err, ok, type Result } from "#domain/kernel/result";

export type ChoiceSpec<V extends string = string> = {
  readonly kind: "choice";
  readonly values: readonly V[];
  readonly initial: V;
  readonly about: string;
};

export type RangeSpec = {
  readonly kind: "range";
  readonly min: number;
  readonly max: number;
  readonly initial: number;
  readonly about: string;
};

export type SwitchSpecs = Readonly<Record<string, ChoiceSpec | RangeSpec>>;

/** The value type of each switch of a set: the union of a choice's words, or a whole number. */
export type SwitchValues<S extends SwitchSpecs> = {
  readonly [K in keyof S]: S[K] extends ChoiceSpec<infer V> ? V : number;
};

/** One of a few words. The first is where the switch stands at first start. */
export function choice<const V extends readonly [string, ...string[]]>(
  values: V,
  about: string,
): ChoiceSpec<V[number]> {
  return { kind: "choice", values, initial: values[0], about };
}

/** A whole number between two bounds, both allowed. */
export function range(bounds: { min: number; max: number; initial: number }, about: string): RangeSpec {
  return { kind: "range", ...bounds, about };
}

export const ANSWER_DELAY_MS = 16_000;
const LATENCY_MS_MAX = 60_000;
/** Ten years either way: enough for any change night. */
const CLOCK_OFFSET_MS_MAX = 10 * 366 * 86_400_000;

const SEND_OUTCOMES = [
  "ok",
  "full_reload",
  "in_place",
  "held",
  "silent_drop",
  "stored_then_500",
  "answer_delay",
  "blocked_403",
  "lost_session",
  "cut_connection",
] as const;

/**
 * The `send` switch with words of one site added. A site that declares its own `send` replaces the general one by
 * this; it must act on its own words before it calls `twin.send`, which takes every word it does not know as "ok".
 */
export function sendSwitch<const V extends readonly string[]>(
  ...own: V
): ChoiceSpec<(typeof SEND_OUTCOMES)[number] | V[number]> {
  return {
    kind: "choice",
    values: [...SEND_OUTCOMES, ...own],
    initial: "ok",
    about:
      "What becomes of the next sends: ok (as the site does by default), full_reload, in_place, held (stored, waiting for moderation), silent_drop (acknowledged, nothing stored), stored_then_500, answer_delay (stored, answered after answer_delay_ms), blocked_403 (refused), lost_session (signed out by the send itself, nothing stored), cut_connection (stored, then the socket is destroyed before any answer)",
  };
}

/** The `drift` switch for a site's list of class names that may be renamed. */
export function driftSwitch(classNames: readonly string[]): ChoiceSpec {
  return {
    kind: "choice",
    values: ["off", "on", ...classNames],
    initial: "off",
    about: "Renames one class in the pages: on takes the first of the site's list, or name one of the list",
  };
}

/** The switches every twin has. A site adds its own, or replaces one by declaring it again under the same name. */
export const GENERAL_SWITCHES = {
  challenge: choice(
    ["off", "cloudflare_403", "cloudflare_503", "hard_block", "rate_429"],
    "Answers every page with a bot check, a hard block, or 429 with Retry-After",
  ),
  retry_after_s: range({ min: 0, max: 3_600, initial: 120 }, "Seconds that a 429 asks to wait"),
  fail_rate: range({ min: 0, max: 100, initial: 0 }, "Percent of requests answered 500, evenly spread and repeatable"),
  latency_ms: range({ min: 0, max: LATENCY_MS_MAX, initial: 0 }, "Milliseconds added before each answer"),
  logged_out: choice(["off", "on"], "Drops every session; while on, a new sign-in does not stick either"),
  headless_gate: choice(["off", "on"], "Shows the signed-out answer to a user agent that says HeadlessChrome"),
  keep_alive: choice(
    ["off", "on"],
    "on: connections are reused, and Chromium may by itself repeat a POST whose reused connection was cut",
  ),
  inbox: choice(["normal", "empty", "empty_unmarked"], "Shows no rows, with or without the words for an empty inbox"),
  listings: choice(
    ["normal", "empty", "empty_unmarked"],
    "Shows none of the host's own adverts, with or without the words for that",
  ),
  listings_page_size: range({ min: 1, max: 100, initial: 10 }, "Own adverts on one page"),
  send: sendSwitch(),
  answer_delay_ms: range({ min: 0, max: LATENCY_MS_MAX, initial: ANSWER_DELAY_MS }, "How long answer_delay waits"),
  new_inbound_before_send: choice(
    ["off", "after_read", "before_post"],
    "Once, then off by itself. after_read: the lead writes right after the next thread page was read; before_post: the lead's message is stored right before the next send",
  ),
  csrf: choice(["fresh", "stale"], "stale: every form state handed out is refused when it comes back"),
  price_save: choice(
    ["ok", "unchanged", "moderated", "invalid"],
    "What a price form does: saves, says saved and keeps the old price, keeps it for moderation, shows a form error",
  ),
  drift: driftSwitch([]),
  clock_offset_ms: range(
    { min: -CLOCK_OFFSET_MS_MAX, max: CLOCK_OFFSET_MS_MAX, initial: 0 },
    "Added to the clock of the twin",
  ),
} as const satisfies SwitchSpecs;

export type GeneralSwitches = typeof GENERAL_SWITCHES;

/** The general switches with those of a site over them. */
export type SiteSwitches<S extends SwitchSpecs> = Omit<GeneralSwitches, keyof S> & S;

/**
 * Checks a change such as `{"send": "held", "latency_ms": 50}` against the specs.
 * Answers the changed pairs, or a sentence that names the switch and what it allows.
 */
export function checkChange(
  specs: SwitchSpecs,
  change: unknown,
): Result<readonly (readonly [string, string | number])[], string> {
  if (typeof change !== "object" || change === null || Array.isArray(change)) {
    return err('Send a JSON object of switches, for example {"send": "held"}.');
  }
  const pairs: [string, string | number][] = [];
  for (const [name, value] of Object.entries(change)) {
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    if (spec === undefined) {
      return err(`There is no switch "${name}". There are: ${Object.keys(specs).join(", ")}.`);
    }
    if (spec.kind === "choice") {
      if (typeof value !== "string" || !spec.values.includes(value)) {
        return err(`The switch "${name}" allows: ${spec.values.join(", ")}.`);
      }
      pairs.push([name, value]);
    } else {
      if (typeof value !== "number" || !Number.isInteger(value) || value < spec.min || value > spec.max) {
        return err(`The switch "${name}" takes a whole number from ${spec.min} to ${spec.max}.`);
      }
      pairs.push([name, value]);
    }
  }
  return ok(pairs);
}
