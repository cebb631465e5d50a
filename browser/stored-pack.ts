// A selector pack that replaces the built-in one without a deployment. Pure: text and built-in pack in, the pack to use out. A stored pack
// may say other selectors; it may never make an adapter bolder (fewer needed entries, a stronger mark without evidence, a confirmation).
// What is wrong with it is told by code and path; a sentence never holds the value.
import { err, ok, type Result } from "#domain/kernel/result";
import { type Pack, packSchema } from "./pack.ts";
import { evidenceProblem } from "./pack-evidence.ts";
import { valueProblem } from "./selector-check.ts";

/** The built-in packs take about 10 kB. */
export const STORED_PACK_CHARS_MAX = 64_000;
/** More are not repeated for a person to read. */
const PROBLEMS_MAX = 50;
/** A path holds keys as they were written. */
const PATH_CHARS_MAX = 120;

/** SUPERSEDED: a deployment brought a pack that is as new; the stored one has had its time and does no harm. */
export type PackProblemCode =
  | "TOO_LARGE"
  | "NOT_JSON"
  | "SHAPE"
  | "PLATFORM"
  | "SUPERSEDED"
  | "OPERATIONS"
  | "ENTRIES"
  | "VALUE"
  | "EVIDENCE";
export type PackProblem = { readonly code: PackProblemCode; readonly path: string; readonly message: string };

export type PackInUse = {
  readonly pack: Pack;
  readonly origin: "built_in" | "stored";
  /** Why a stored pack is not the one in use; empty when there is none, or when it is in use. */
  readonly problems: readonly PackProblem[];
};

/** The pack to use. An invalid or outdated stored one is never used, not even in part. */
export function choosePack(builtIn: Pack, stored: string | null, nowMs: number): PackInUse {
  if (stored === null) return { pack: builtIn, origin: "built_in", problems: [] };
  const checked = checkStoredPack(stored, builtIn, nowMs);
  if (!checked.ok) return { pack: builtIn, origin: "built_in", problems: checked.error };
  return { pack: checked.value, origin: "stored", problems: [] };
}

/** Checks a written pack against the built-in one of its platform. Answers everything that is wrong, at most PROBLEMS_MAX. */
export function checkStoredPack(text: string, builtIn: Pack, nowMs: number): Result<Pack, readonly PackProblem[]> {
  const read = readPack(text);
  if (!read.ok) return read;
  const problems = [
    ...headProblems(read.value, builtIn),
    ...operationProblems(read.value, builtIn),
    ...entryProblems(read.value, builtIn, nowMs),
  ];
  return problems.length === 0 ? ok(read.value) : err(problems.slice(0, PROBLEMS_MAX));
}

/** Reads the shape alone: for a draft that is not to be used yet. */
export function readPack(text: string): Result<Pack, readonly PackProblem[]> {
  if (text.length > STORED_PACK_CHARS_MAX) {
    return err([problem("TOO_LARGE", "", `The pack is longer than ${STORED_PACK_CHARS_MAX} characters.`)]);
  }
  const json = parseJson(text);
  if (json === undefined) return err([problem("NOT_JSON", "", "The pack is no JSON.")]);
  const parsed = packSchema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  const issues = parsed.error.issues.slice(0, PROBLEMS_MAX);
  return err(issues.map((issue) => problem("SHAPE", issue.path.map(String).join("."), `${issue.message}.`)));
}

function headProblems(pack: Pack, builtIn: Pack): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  if (pack.platform !== builtIn.platform) {
    problems.push(problem("PLATFORM", "platform", `The pack is not one of ${builtIn.platform}.`));
  }
  if (pack.version <= builtIn.version) {
    const message = `The built-in pack has version ${builtIn.version}; a replacement needs a higher one.`;
    problems.push(problem("SUPERSEDED", "version", message));
  }
  return problems;
}

/** Dropping an entry from an operation would drop its refusal of guesses. */
function operationProblems(pack: Pack, builtIn: Pack): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  for (const operation of Object.keys(builtIn.operations) as (keyof Pack["operations"])[]) {
    const given = pack.operations[operation];
    for (const key of builtIn.operations[operation].filter((needed) => !given.includes(needed))) {
      const message = `The operation ${operation} does not need ${key} any more; the built-in pack's does.`;
      problems.push(problem("OPERATIONS", `operations.${operation}`, message));
    }
    for (const key of given.filter((named) => !Object.hasOwn(pack.entries, named))) {
      const message = `The operation ${operation} needs ${key}, which the pack does not hold.`;
      problems.push(problem("OPERATIONS", `operations.${operation}`, message));
    }
  }
  return problems;
}

function entryProblems(pack: Pack, builtIn: Pack, nowMs: number): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  for (const key of Object.keys(builtIn.entries).filter((known) => !Object.hasOwn(pack.entries, known))) {
    problems.push(problem("ENTRIES", `entries.${key}`, `The entry ${key} is missing; the adapter asks for it.`));
  }
  for (const [key, entry] of Object.entries(pack.entries)) {
    const own = Object.hasOwn(builtIn.entries, key) ? builtIn.entries[key] : undefined;
    const path = `entries.${key}`;
    if (own === undefined) {
      problems.push(problem("ENTRIES", path, `The adapter asks for no entry ${key}.`));
      continue;
    }
    if (entry.kind !== own.kind)
      problems.push(problem("ENTRIES", path, `${key} is of another kind than the built-in one.`));
    if (entry.optional && !own.optional) problems.push(problem("ENTRIES", path, `${key} may not become optional.`));
    if (entry.confirmed_on !== undefined) {
      problems.push(problem("EVIDENCE", path, `${key} carries confirmed_on, which only a confirmation may.`));
    }
    const value = valueProblem({ kind: own.kind, value: entry.value }, own.value);
    // What the deployment itself brought is not judged again.
    if (value !== null && entry.value !== own.value) problems.push(problem("VALUE", path, `${key} ${value}.`));
    const evidence = evidenceProblem(entry, own, nowMs);
    if (evidence !== null) problems.push(problem("EVIDENCE", path, `${key} ${evidence}.`));
  }
  return problems;
}

function problem(code: PackProblemCode, path: string, message: string): PackProblem {
  return { code, path: path.slice(0, PATH_CHARS_MAX), message };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
