// The hidden state a form must bring back: issued per session and form, refused and counted when it does not fit.
// Also how form fields are read. Knows no page.

import { createHmac, randomBytes } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { Context } from "hono";
import type { Tally } from "./tally.ts";

export type FormState = {
  /** A value for a hidden field, an attribute or a header of this visitor's `form` (the site's word for it). */
  issue(c: Context, form: string): string;
  /** The answer to give when the value does not fit; null when it fits. A refusal is counted. */
  refusal(c: Context, form: string, value: string): Response | null;
};

type Parts = {
  readonly db: DatabaseSync;
  readonly tally: Tally;
  readonly nowMs: () => number;
  /** The visitor's session token, or null when signed out. */
  readonly session: (c: Context) => string | null;
  readonly stale: () => boolean;
};

/** Values look like "hash,hash,epoch", as one platform's saved forms have them. They may be used more than once. */
export function makeFormState({ db, tally, nowMs, session, stale }: Parts): FormState {
  const value = (c: Context, form: string, epoch: string): string => {
    const owner = session(c) ?? "nobody";
    const part = (word: string) =>
      createHmac("sha256", secretOf(db)).update(`${word}|${owner}|${form}|${epoch}`).digest("hex").slice(0, 32);
    return `${part("first")},${part("second")},${epoch}`;
  };
  return {
    issue: (c, form) => value(c, form, String(Math.floor(nowMs() / 1000))),
    refusal(c, form, given) {
      const epoch = given.split(",")[2] ?? "";
      if (!stale() && given !== "" && given === value(c, form, epoch)) return null;
      tally.refusedCsrf();
      return c.html("<!doctype html><title>403 Forbidden</title><h1>Forbidden</h1><p>This form has expired.</p>", 403);
    },
  };
}

/** The fields of a posted form; an absent field is "". */
export type FormFields = { get(name: string): string };

/**
 * Reads a form POST. Browsers send every line break of a text field as CR LF; that is undone here, so that what is
 * stored is what stood in the field.
 */
export async function readForm(c: Context): Promise<FormFields> {
  const fields = await c.req.formData().catch(() => new FormData());
  return {
    get(name) {
      const field = fields.get(name);
      return typeof field === "string" ? field.replaceAll("\r\n", "\n") : "";
    },
  };
}

function secretOf(db: DatabaseSync): string {
  const row = db.prepare("SELECT value FROM site_state WHERE key = 'kernel.secret'").get();
  if (row !== undefined) return String(row["value"]);
  const secret = randomBytes(32).toString("hex");
  db.prepare("INSERT INTO site_state (key, value) VALUES ('kernel.secret', ?)").run(secret);
  return secret;
}
