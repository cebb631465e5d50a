// Owns the reading of one input line of the triage command: JSON in, a decision's input or a named refusal out.
// Unknown fields are ignored; a field of the wrong shape refuses the line.

import { err, ok, type Result } from "#domain/kernel/result";
import type { DecisionInput, OfferedSlot, Turn } from "#domain/triage/decision";

export type LineError = {
  readonly id?: string | number;
  readonly error: { readonly code: string; readonly message: string };
};
export type TriageLine = { readonly id: string | number | null; readonly input: DecisionInput };

/** A line longer than this is refused unread. */
const LINE_CHARS_MAX = 5_000_000;
const HISTORY_TURNS_MAX = 1_000;
const SLOTS_MAX = 1_000;
const FACTS_MAX = 1_000;

/** Parses one line. */
export function parseLine(text: string): Result<TriageLine, LineError> {
  if (text.length > LINE_CHARS_MAX) return err({ error: { code: "line_too_long", message: "The line is too long." } });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err({ error: { code: "bad_json", message: "The line is not valid JSON." } });
  }
  if (!isObject(value)) return err({ error: { code: "bad_shape", message: "The line must be a JSON object." } });
  const id = typeof value["id"] === "string" || typeof value["id"] === "number" ? value["id"] : null;
  const refuse = (field: string, rule: string) =>
    err({ ...(id === null ? {} : { id }), error: { code: "bad_field", message: `"${field}" ${rule}.` } });
  if (typeof value["text"] !== "string") return refuse("text", "must be a string");
  const history = readHistory(value["history"]);
  if (history === null) return refuse("history", 'must be a list of {"from": "lead" | "us", "text"}');
  const unit = readUnit(value["unit"]);
  if (unit === null) return refuse("unit", "must be an object of facts by name");
  const slots = readSlots(value["slots"]);
  if (slots === null) return refuse("slots", 'must be a list of {"start", "end", "label"}');
  const text_ = (field: string) => (typeof value[field] === "string" ? value[field] : null);
  const input: DecisionInput = {
    text: value["text"],
    platform: text_("platform"),
    history,
    unit,
    records: {},
    slots,
    now: text_("now"),
    zone: text_("zone"),
    leadName: text_("leadName"),
    organisationName: text_("organisationName"),
  };
  return ok({ id, input });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readHistory(value: unknown): readonly Turn[] | null {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || value.length > HISTORY_TURNS_MAX) return null;
  const turns: Turn[] = [];
  for (const turn of value) {
    if (!isObject(turn) || typeof turn["text"] !== "string" || (turn["from"] !== "lead" && turn["from"] !== "us"))
      return null;
    turns.push({ from: turn["from"], text: turn["text"] });
  }
  return turns;
}

/** Facts are strings or numbers; true and false read as yes and no; anything else is not known. */
function readUnit(value: unknown): Record<string, string | number> | null {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) return null;
  const unit: Record<string, string | number> = Object.create(null);
  for (const [name, fact] of Object.entries(value).slice(0, FACTS_MAX)) {
    if (typeof fact === "string" || (typeof fact === "number" && Number.isFinite(fact))) unit[name] = fact;
    else if (typeof fact === "boolean") unit[name] = fact ? "yes" : "no";
  }
  return unit;
}

function readSlots(value: unknown): readonly OfferedSlot[] | null {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || value.length > SLOTS_MAX) return null;
  const slots: OfferedSlot[] = [];
  for (const slot of value) {
    if (!isObject(slot) || typeof slot["start"] !== "string") return null;
    const label = typeof slot["label"] === "string" ? slot["label"] : slot["start"];
    slots.push({ start: slot["start"], end: typeof slot["end"] === "string" ? slot["end"] : slot["start"], label });
  }
  return slots;
}
