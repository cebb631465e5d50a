// The SpareRoom twin, written from platforms.md section 1. Selector packs are written apart from it, never from it.

import { html } from "hono/html";
import { type FormFields, readForm } from "../kernel/form-state.ts";
import { defineSite, type TwinContext } from "../kernel/site.ts";
import { inboxPage } from "./inbox-page.ts";
import { page } from "./layout.ts";
import { addListingPages } from "./listings-page.ts";
import { addLoginPages, signedOut } from "./login-pages.ts";
import { SPAREROOM_MANIFEST } from "./manifest.ts";
import { LABELS, NOTE_LENGTH_MAX, saveNote } from "./notes.ts";
import { PATHS } from "./paths.ts";
import { SPAREROOM_SWITCHES, type SpareroomTwin } from "./switches.ts";
import { messageItem, threadPage } from "./thread-page.ts";

const FIRST_USER_ID = 900_100;
const FIRST_MESSAGE_ID = 700_200_300;

export const site = defineSite({
  platform: "spareroom",
  title: "SpareRoom",
  sessionCookie: "spareroom_session",
  switches: SPAREROOM_SWITCHES,
  driftClasses: [
    "thread_item",
    "msg_row",
    "name",
    "snippet",
    "threadDate",
    "ad-title",
    "conversation",
    "message",
    "message_in",
    "message_out",
    "message_body",
    "message_date",
    "listing-result",
  ],
  ids: {
    thread: (n, listingId) => `${FIRST_USER_ID + n}_${listingId}`,
    message: (n) => String(FIRST_MESSAGE_ID + n),
  },
  manifest: SPAREROOM_MANIFEST,
  protectedPaths: [PATHS.threads, PATHS.listings],
  forbiddenPaths: [PATHS.renew, PATHS.deactivate, PATHS.block, PATHS.report],
  signedOut,
  blocked: (c, twin) =>
    page(c, twin, { title: "Sorry", status: 403 }, html`<p class="msg error">You cannot message this person.</p>`),
  routes(app, twin) {
    app.get("/", (c) => page(c, twin, { title: "Find a room" }, html`<h1>Find a room or a roommate</h1>`));
    addLoginPages(app, twin);
    addListingPages(app, twin);
    for (const old of PATHS.oldThreads) {
      app.get(old, (c) => c.redirect(PATHS.threads + new URL(c.req.url).search, 301));
    }
    app.get(PATHS.threads, (c) => {
      const threadId = c.req.query("thread_id");
      return threadId === undefined ? inboxPage(c, twin) : threadPage(c, twin, threadId);
    });
    app.post(PATHS.threads, async (c) => {
      const form = await readForm(c);
      switch (form.get("action")) {
        case "reply":
          return reply(c, twin, form);
        case "save_note":
          return note(c, twin, form);
        default:
          return twin.forbid(c, form.get("action"));
      }
    });
  },
});

async function reply(c: TwinContext, twin: SpareroomTwin, form: FormFields): Promise<Response> {
  const threadId = form.get("thread_id");
  const refused = twin.formState.refusal(c, `reply.${threadId}`, form.get("csrf_token"));
  if (refused !== null) return refused;
  const back = `${PATHS.threads}?thread_id=${encodeURIComponent(threadId)}`;
  const text = form.get("message");
  if (twin.threads.get(threadId) === null || text.trim() === "") return c.redirect(back);
  const outcome = await twin.send(c, { threadId, text });
  if (outcome.kind === "answered") return outcome.response;
  if (c.req.header("x-requested-with") !== "XMLHttpRequest") return c.redirect(back);
  const thread = twin.threads.get(threadId);
  if (outcome.kind === "dropped" || thread === null) return c.body("", 200);
  return c.html(messageItem(twin, thread, outcome.message));
}

/** The note editor's requests carry no form state on the platform either. */
function note(c: TwinContext, twin: SpareroomTwin, form: FormFields): Response {
  const labelId = form.get("label_id");
  const text = form.get("conversation_note");
  const known = labelId === "" || Object.hasOwn(LABELS, labelId);
  if (twin.threads.get(form.get("thread_id")) === null || !known || text.length > NOTE_LENGTH_MAX) {
    return c.json({ success: 0 }, 400);
  }
  saveNote(twin, form.get("thread_id"), { labelId, text });
  return c.json({ success: 1 });
}
