// Who is signed in: opaque cookies, kept in the twin's database so that they survive a restart.
// The cookie's name is the site's own, because cookies of one host are shared by all its ports.

import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";

export type Sessions = {
  /** Signs the visitor in. */
  open(c: Context): void;
  /** Signs the visitor out. */
  close(c: Context): void;
  /** The visitor's session token, or null when signed out. */
  current(c: Context): string | null;
  /** Signs everyone out. */
  dropAll(): void;
};

type Parts = {
  readonly db: DatabaseSync;
  readonly cookie: string;
  readonly now: () => number;
  /** While true no session holds: see the switch logged_out. */
  readonly loggedOut: () => boolean;
};

export function makeSessions({ db, cookie, now, loggedOut }: Parts): Sessions {
  return {
    open(c) {
      const token = randomUUID();
      if (!loggedOut()) db.prepare("INSERT INTO sessions (token, created_at_ms) VALUES (?, ?)").run(token, now());
      setCookie(c, cookie, token, { httpOnly: true, sameSite: "Lax", path: "/" });
    },
    close(c) {
      const token = getCookie(c, cookie);
      if (token !== undefined) db.prepare("DELETE FROM sessions WHERE token = ?").run(token);
      deleteCookie(c, cookie, { path: "/" });
    },
    current(c) {
      const token = getCookie(c, cookie);
      if (token === undefined || loggedOut()) return null;
      return db.prepare("SELECT 1 FROM sessions WHERE token = ?").get(token) === undefined ? null : token;
    },
    dropAll() {
      db.exec("DELETE FROM sessions");
    },
  };
}
