// Owns the reading of fields out of parsed JSON with a path for every fault. The first fault is kept and reading goes on with
// stand-ins, so that no reader has to ask after each field; nothing read may be used once there is a fault.

/** Why an input is no scenario. */
export type ScenarioErrorCode =
  | "not_json"
  | "missing_field"
  | "wrong_type"
  | "out_of_range"
  | "bad_range"
  | "bad_instant"
  | "bad_date"
  | "bad_time"
  | "unknown_zone"
  | "unknown_status"
  | "duplicate_agent"
  | "too_many";

/** `path` leads to the field ("agents[0].weekly[1].from"); it is empty for the input as a whole. */
export type ScenarioError = { readonly code: ScenarioErrorCode; readonly path: string; readonly message: string };

/** Keeps the first fault. */
export type Faults = { first: ScenarioError | null };

export type Fields = { readonly values: Readonly<Record<string, unknown>>; readonly path: string };

const NO_FIELDS: Readonly<Record<string, unknown>> = {};

/** Keeps a fault unless there is one already. */
export function fault(faults: Faults, code: ScenarioErrorCode, path: string, message: string): void {
  faults.first ??= { code, path, message };
}

/** The path of a field. */
export function pathTo({ path }: Fields, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

/** A value as an object with fields. */
export function fieldsOf(faults: Faults, value: unknown, path: string): Fields {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return { values: value as Readonly<Record<string, unknown>>, path };
  }
  fault(faults, "wrong_type", path, `${path === "" ? "The input" : path} must be an object.`);
  return { values: NO_FIELDS, path };
}

/** A field that must be there. Null counts as there. */
export function required(faults: Faults, fields: Fields, name: string): unknown {
  const value = fields.values[name];
  if (value === undefined) fault(faults, "missing_field", pathTo(fields, name), `${pathTo(fields, name)} is missing.`);
  return value;
}

/** A list of at most `max` values, each read by `read` until one has a fault. */
export function listOf<Item>(
  faults: Faults,
  fields: Fields,
  name: string,
  max: number,
  read: (value: unknown, path: string) => Item,
): readonly Item[] {
  const value = required(faults, fields, name);
  const path = pathTo(fields, name);
  if (!Array.isArray(value)) {
    fault(faults, "wrong_type", path, `${path} must be a list.`);
    return [];
  }
  if (value.length > max) {
    fault(faults, "too_many", path, `${path} holds ${value.length} entries; at most ${max} are allowed.`);
    return [];
  }
  const items: Item[] = [];
  for (let index = 0; index < value.length && faults.first === null; index++) {
    items.push(read(value[index], `${path}[${index}]`));
  }
  return items;
}

/** A text that is not empty and has at most `max` characters. */
export function textOf(faults: Faults, fields: Fields, name: string, max: number): string {
  const value = required(faults, fields, name);
  const path = pathTo(fields, name);
  if (typeof value !== "string") {
    fault(faults, "wrong_type", path, `${path} must be a text.`);
    return "";
  }
  if (value === "" || value.length > max) {
    fault(faults, "out_of_range", path, `${path} must have 1 to ${max} characters.`);
  }
  return value;
}

/** A whole number from `min` to `max`. */
export function wholeNumber(faults: Faults, fields: Fields, name: string, min: number, max: number): number {
  const value = required(faults, fields, name);
  const path = pathTo(fields, name);
  if (typeof value !== "number") {
    fault(faults, "wrong_type", path, `${path} must be a number.`);
    return min;
  }
  if (!Number.isInteger(value) || value < min || value > max) {
    fault(faults, "out_of_range", path, `${path} must be a whole number from ${min} to ${max}.`);
    return min;
  }
  return value;
}
