// The FurnishedFinder twin, written from platforms.md section 5. Selector packs are written apart from it, never from it.

import { html } from "hono/html";
import { defineSite } from "../kernel/site.ts";
import { addChatRoutes, blocked } from "./chat-routes.ts";
import { publicPage } from "./layout.ts";
import { leadMail } from "./lead-mail.ts";
import { leadPage, leadsPage } from "./leads-pages.ts";
import { addLoginRoutes, seedMemberToken, signedOut } from "./login-routes.ts";
import { FURNISHEDFINDER_MANIFEST } from "./manifest.ts";
import { makeMessageIds, opaque } from "./message-ids.ts";
import { messagesPage } from "./messages-page.ts";
import { PATHS } from "./paths.ts";
import { addPropertyPages } from "./property-pages.ts";
import { FURNISHEDFINDER_SWITCHES } from "./switches.ts";

const messageIds = makeMessageIds();

export const site = defineSite({
  platform: "furnishedfinder",
  title: "FurnishedFinder",
  sessionCookie: "furnishedfinder_session",
  switches: FURNISHEDFINDER_SWITCHES,
  driftClasses: [
    "channel-button",
    "truncate",
    "str-chat__channel-header-title",
    "str-chat__message-text",
    "message-text-inner-wrapper",
    "data-message-id",
    "str-chat__message--me",
    "str-chat__message--other",
    "str-chat__message--received",
    "str-chat__message--failed",
    "message-input",
    "send-button",
  ],
  ids: {
    thread: (n, listingId) => opaque(`channel ${n} ${listingId}`),
    message: messageIds.next,
  },
  manifest: FURNISHEDFINDER_MANIFEST,
  protectedPaths: ["/members/*", "/chat/*"],
  forbiddenPaths: [
    `${PATHS.channels}/:id/archive`,
    `${PATHS.channels}/:id/report`,
    `${PATHS.channels}/:id/block`,
    `${PATHS.channels}/:id/truncate`,
  ],
  signedOut,
  blocked,
  alertMail: leadMail,
  seed: seedMemberToken,
  routes(app, twin) {
    app.get("/", (c) => publicPage(c, twin, { title: "Monthly rentals" }, html`<h1>Furnished monthly rentals</h1>`));
    addLoginRoutes(app, twin);
    addPropertyPages(app, twin);
    addChatRoutes(app, twin, messageIds);
    app.get(PATHS.messages, (c) => messagesPage(c, twin));
    app.get(PATHS.leads, (c) => {
      const id = c.req.query("leadId");
      return id === undefined ? leadsPage(c, twin) : leadPage(c, twin, id);
    });
  },
});
