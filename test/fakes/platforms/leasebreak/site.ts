// The Leasebreak twin, written from platforms.md section 3. Selector packs are written apart from it, never from it.
// Login and listings follow what was seen; messages and own listings are the likely shape, declared in manifest.ts.

import { html } from "hono/html";
import { readForm } from "../kernel/form-state.ts";
import { defineSite, type TwinContext } from "../kernel/site.ts";
import { dashboardPage } from "./dashboard-page.ts";
import { inboxPage } from "./inbox-page.ts";
import { page } from "./layout.ts";
import { addListingPages } from "./listing-pages.ts";
import { addLoginPages, signedOut } from "./login-pages.ts";
import { LEASEBREAK_MANIFEST } from "./manifest.ts";
import { addOwnListingPages } from "./own-listings-pages.ts";
import { PATHS, threadPath } from "./paths.ts";
import { LEASEBREAK_SWITCHES, type LeasebreakTwin } from "./switches.ts";
import { messageItem, threadPage } from "./thread-page.ts";

const FIRST_THREAD_ID = 61_200;
const FIRST_MESSAGE_ID = 4_410_500;

export const site = defineSite({
  platform: "leasebreak",
  title: "Leasebreak",
  sessionCookie: "leasebreak_session",
  switches: LEASEBREAK_SWITCHES,
  driftClasses: [
    "thread-row",
    "message-body",
    "message-item",
    "message-in",
    "message-out",
    "message-time",
    "thread-name",
    "thread-preview",
    "thread-date",
    "my-listing",
  ],
  ids: { thread: (n) => String(FIRST_THREAD_ID + n), message: (n) => String(FIRST_MESSAGE_ID + n) },
  manifest: LEASEBREAK_MANIFEST,
  protectedPaths: [PATHS.dashboard, PATHS.inbox, `${PATHS.inbox}/*`, PATHS.ownListings, `${PATHS.ownListings}/*`],
  forbiddenPaths: [
    PATHS.newsletter,
    ...["block", "report", "delete"].map((action) => `${threadPath(":id")}/${action}`),
    ...["renew", "deactivate", "delete"].map((action) => `${PATHS.ownListings}/:id/${action}`),
  ],
  signedOut,
  blocked: (c, twin) =>
    page(
      c,
      twin,
      { title: "Error 403", status: 403 },
      html`<h1>Error 403</h1><p class="send-failed">You are not allowed to message this user.</p>`,
    ),
  routes(app, twin) {
    addLoginPages(app, twin);
    addListingPages(app, twin);
    addOwnListingPages(app, twin);
    app.get(PATHS.dashboard, (c) => dashboardPage(c, twin));
    app.get(PATHS.inbox, (c) => inboxPage(c, twin));
    app.get(threadPath(":id"), (c) => threadPage(c, twin, c.req.param("id")));
    app.post(threadPath(":id"), (c) => reply(c, twin, c.req.param("id")));
  },
});

async function reply(c: TwinContext, twin: LeasebreakTwin, threadId: string): Promise<Response> {
  const form = await readForm(c);
  const refused = twin.formState.refusal(c, `reply.${threadId}`, form.get("YII_CSRF_TOKEN"));
  if (refused !== null) return refused;
  const text = form.get("MessageForm[body]");
  const said = form.get("MessageForm[thread_id]");
  if (twin.threads.get(threadId) === null || said !== threadId || text.trim() === "") {
    return c.redirect(threadPath(threadId));
  }
  const fails = twin.switches().send === "failed";
  const outcome = await twin.send(c, { threadId, text });
  if (outcome.kind === "answered") return outcome.response;
  if (outcome.kind === "stored" && fails) twin.threads.setState(outcome.message.id, "failed");
  if (c.req.header("x-requested-with") !== "XMLHttpRequest") return c.redirect(threadPath(threadId));
  const thread = twin.threads.get(threadId);
  if (outcome.kind === "dropped" || thread === null) return c.json({ status: "success", html: "" });
  const message = fails ? { ...outcome.message, state: "failed" as const } : outcome.message;
  return c.json({ status: "success", html: String(await messageItem(twin, thread, message)) });
}
