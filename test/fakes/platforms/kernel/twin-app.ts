// The whole web application of one twin: the addresses under /__twin, then the layer of faults, then the site's pages.
// No socket here: listen.ts serves the result.

import { Hono } from "hono";
import { addControlRoutes, type MailView } from "./control-routes.ts";
import { inTransaction, nextCount, wipe } from "./database.ts";
import { addFaults } from "./faults.ts";
import { addLeadPage } from "./lead-page.ts";
import type { Twin, TwinApp, TwinEnv, TwinSite } from "./site.ts";
import type { SwitchSpecs } from "./switches.ts";
import { makeTwin, type TwinOptions } from "./twin.ts";

export function makeTwinApp<S extends SwitchSpecs>(site: TwinSite<S>, options: TwinOptions): TwinApp {
  const { db, closing } = options;
  const { twin, board, general, tally, seed } = makeTwin(site, options);
  const app: TwinApp = new Hono<TwinEnv>();
  addControlRoutes(app, {
    site,
    board,
    threads: twin.threads,
    listings: twin.listings,
    tally,
    mails: () => mailsOf(site, twin),
    dropSessions: twin.sessions.dropAll,
    reset: () =>
      inTransaction(db, () => {
        wipe(db);
        seed();
      }),
  });
  addLeadPage(app, { title: site.title, listings: twin.listings.all });
  addFaults(app, site, {
    values: general,
    now: twin.now,
    tally,
    nextTurn: () => nextCount(db, "fail_turn"),
    hasSession: (c) => twin.sessions.current(c) !== null,
    signedOut: (c) => site.signedOut(c, twin),
    forbid: twin.forbid,
    closing,
  });
  site.routes(app, twin);
  app.notFound((c) => c.html("<!doctype html><title>404 Not Found</title><h1>Not Found</h1>", 404));
  return app;
}

/** Made anew on each look from the leads' messages, so that there is nothing to keep in step. */
function mailsOf<S extends SwitchSpecs>(site: TwinSite<S>, twin: Twin<S>): MailView[] {
  const mails: MailView[] = [];
  for (const message of twin.threads.everyMessage()) {
    const thread = message.from === "lead" ? twin.threads.get(message.threadId) : null;
    const mail = thread === null ? undefined : site.alertMail?.(message, thread, twin);
    if (mail === undefined) continue;
    mails.push({
      ...mail,
      messageId: message.id,
      threadId: message.threadId,
      at: new Date(message.atMs).toISOString(),
    });
  }
  return mails;
}
