// The RentHop twin, written from platforms.md section 4. Selector packs are written apart from it, never from it.
// A lead comes in both shapes, as an e-mail and in the account's messages; those pages are the likely shape, declared
// in manifest.ts.

import { html } from "hono/html";
import { readForm } from "../kernel/form-state.ts";
import { defineSite, type TwinContext } from "../kernel/site.ts";
import { bankPage } from "./bank-page.ts";
import { dashboardPage } from "./dashboard-page.ts";
import { inboxPage } from "./inbox-page.ts";
import { notFound, page } from "./layout.ts";
import { leadMail } from "./lead.ts";
import { addLoginPages, signedOut } from "./login-pages.ts";
import { RENTHOP_MANIFEST } from "./manifest.ts";
import { PATHS, threadPath } from "./paths.ts";
import { addPostPages } from "./post-pages.ts";
import { addPublicPages } from "./public-pages.ts";
import { RENTHOP_SWITCHES, type RenthopTwin } from "./switches.ts";
import { messageItem, threadPage } from "./thread-page.ts";

const FIRST_THREAD_ID = 5_204_100;
const FIRST_MESSAGE_ID = 88_300_400;

export const site = defineSite({
  platform: "renthop",
  title: "RentHop",
  sessionCookie: "renthop_session",
  switches: RENTHOP_SWITCHES,
  driftClasses: [
    "conversation-row",
    "conversation-message-text",
    "conversation-message",
    "from-renter",
    "from-me",
    "conversation-message-time",
    "conversation-name",
    "conversation-preview",
    "conversation-date",
    "listing-entry",
    "search-listing",
  ],
  ids: { thread: (n) => String(FIRST_THREAD_ID + n), message: (n) => String(FIRST_MESSAGE_ID + n) },
  manifest: RENTHOP_MANIFEST,
  protectedPaths: [PATHS.account, PATHS.bank, PATHS.inbox, `${PATHS.inbox}/*`, PATHS.post],
  forbiddenPaths: [
    ...["archive", "delete", "report", "block", "refer"].map((action) => `${threadPath(":id")}/${action}`),
    ...["repost", "deactivate", "delete"].map((action) => `/r/listings/${action}/:id`),
  ],
  signedOut,
  blocked: (c, twin) =>
    page(c, twin, { title: "Sorry", status: 403 }, html`<p class="send-failed">This renter cannot be contacted.</p>`),
  alertMail: leadMail,
  routes(app, twin) {
    addLoginPages(app, twin);
    app.get(PATHS.account, (c) => dashboardPage(c, twin));
    app.get(PATHS.bank, (c) => bankPage(c, twin));
    addPostPages(app, twin);
    addPublicPages(app, twin);
    app.use(`${PATHS.inbox}/*`, async (c, next) =>
      twin.switches().account_inbox === "off" ? notFound(c, twin) : next(),
    );
    app.get(PATHS.inbox, (c) => inboxPage(c, twin, twin.inbox()));
    app.get(`${PATHS.inbox}/unread`, (c) =>
      inboxPage(
        c,
        twin,
        twin.inbox().filter(({ unread }) => unread),
      ),
    );
    app.get(threadPath(":id"), (c) => threadPage(c, twin, c.req.param("id")));
    app.post(threadPath(":id"), (c) => reply(c, twin, c.req.param("id")));
  },
});

async function reply(c: TwinContext, twin: RenthopTwin, threadId: string): Promise<Response> {
  const form = await readForm(c);
  const refused = twin.formState.refusal(c, `reply.${threadId}`, form.get("csrf_token"));
  if (refused !== null) return refused;
  const text = form.get("message");
  const said = form.get("conversation_id");
  if (twin.threads.get(threadId) === null || said !== threadId || text.trim() === "") {
    return c.redirect(threadPath(threadId));
  }
  const fails = twin.switches().send === "failed";
  const outcome = await twin.send(c, { threadId, text });
  if (outcome.kind === "answered") return outcome.response;
  if (outcome.kind === "stored" && fails) twin.threads.setState(outcome.message.id, "failed");
  if (c.req.header("x-requested-with") !== "XMLHttpRequest") return c.redirect(threadPath(threadId));
  const thread = twin.threads.get(threadId);
  if (outcome.kind === "dropped" || thread === null) return c.body("", 200);
  const message = fails ? { ...outcome.message, state: "failed" as const } : outcome.message;
  return c.html(messageItem(twin, thread, message));
}
