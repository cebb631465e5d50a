// The Roomies twin, written from platforms.md section 2. Selector packs are written apart from it, never from it.

import { html } from "hono/html";
import { defineSite } from "../kernel/site.ts";
import { addAlpineFile } from "./alpine-file.ts";
import { inboxPage } from "./inbox-page.ts";
import { page } from "./layout.ts";
import { addListingPages } from "./listing-pages.ts";
import { addLoginPages, signedOut } from "./login-pages.ts";
import { ROOMIES_MANIFEST } from "./manifest.ts";
import { PATHS } from "./paths.ts";
import { blocked, reply } from "./reply.ts";
import { ROOMIES_SWITCHES } from "./switches.ts";
import { threadPage } from "./thread-page.ts";

const FIRST_THREAD_ID = 310_000;
const FIRST_MESSAGE_ID = 8_000_000;

export const site = defineSite({
  platform: "roomies",
  title: "Roomies",
  sessionCookie: "roomies_session",
  switches: ROOMIES_SWITCHES,
  driftClasses: [
    "hover:bg-teal-lightest",
    "font-semibold",
    "truncate",
    "messageItem",
    "whitespace-pre-line",
    "bg-teal",
    "bg-brand-orange",
  ],
  ids: {
    thread: (n) => String(FIRST_THREAD_ID + n),
    message: (n) => String(FIRST_MESSAGE_ID + n),
  },
  manifest: ROOMIES_MANIFEST,
  protectedPaths: [PATHS.inbox, `${PATHS.inbox}/*`, PATHS.dashboard],
  forbiddenPaths: [
    `${PATHS.inbox}/:id/report`,
    `${PATHS.inbox}/:id/block`,
    `${PATHS.inbox}/:id/archive`,
    "/rooms/:id/deactivate",
    "/rooms/:id/repost",
  ],
  signedOut,
  blocked,
  routes(app, twin) {
    app.get("/", (c) => page(c, twin, { title: "Find rooms and roommates" }, html`<h1>Find your next home</h1>`));
    addAlpineFile(app);
    addLoginPages(app, twin);
    addListingPages(app, twin);
    app.get(PATHS.inbox, (c) => inboxPage(c, twin, false));
    app.get(PATHS.unread, (c) => inboxPage(c, twin, true));
    app.get(`${PATHS.inbox}/:id{[0-9]+}`, (c) => threadPage(c, twin, c.req.param("id")));
    app.post(`${PATHS.inbox}/:id{[0-9]+}`, (c) => reply(c, twin, c.req.param("id")));
  },
});
