// The login's three requests, and what a visitor without a session is shown. The member's token is checked in chat-routes.

import { randomUUID } from "node:crypto";
import { DEMO_ACCOUNT } from "../kernel/demo-account.ts";
import { type FormFields, readForm } from "../kernel/form-state.ts";
import type { TwinApp, TwinContext } from "../kernel/site.ts";
import { memberPage } from "./layout.ts";
import { PATHS } from "./paths.ts";
import type { FurnishedfinderTwin } from "./switches.ts";

/** The code that second_step = code accepts. */
export const LOGIN_CODE = "246810";
/** A second e-mail with a link within this time is asking too often. */
export const MAGIC_LINK_PAUSE_MS = 120_000;
/** The host's member number: the first half of every message id that the host's browser makes. */
export const HOST_MEMBER_ID = "ff-80211";

const TOKEN_KEY = "chat.token";
const MAGIC_LINK_KEY = "login.magic_link_at_ms";

/** Makes the secret that members' browsers keep under the storage key. Call at seed. */
export function seedMemberToken(twin: FurnishedfinderTwin): void {
  twin.remember(TOKEN_KEY, randomUUID());
}

export function isMemberToken(twin: FurnishedfinderTwin, token: string): boolean {
  return token !== "" && token === twin.recall(TOKEN_KEY);
}

export function addLoginRoutes(app: TwinApp, twin: FurnishedfinderTwin): void {
  app.post(PATHS.username, (c) =>
    guarded(c, twin, () => {
      const { second_step } = twin.switches();
      return second_step === "magic_link" ? magicLink(c, twin) : c.json({ step: second_step });
    }),
  );
  app.post(PATHS.password, (c) =>
    guarded(c, twin, (form) =>
      isHost(form) && form.get("password") === DEMO_ACCOUNT.password
        ? letIn(c, twin)
        : c.json({ error: "The username or password is incorrect." }, 401),
    ),
  );
  app.post(PATHS.code, (c) =>
    guarded(c, twin, (form) =>
      isHost(form) && form.get("code") === LOGIN_CODE
        ? letIn(c, twin)
        : c.json({ error: "The code is incorrect." }, 401),
    ),
  );
  app.get(PATHS.logout, (c) => {
    twin.sessions.close(c);
    return c.redirect("/");
  });
}

/** Page addresses show the gate (or a title that says so); the script's own requests get 401. */
export function signedOut(c: TwinContext, twin: FurnishedfinderTwin): Response | Promise<Response> {
  const { pathname } = new URL(c.req.url);
  if (pathname.startsWith("/chat/")) return c.json({ code: 40, message: "token expired" }, 401);
  switch (twin.switches().no_session) {
    case "gate":
      return memberPage(c, twin, { title: gateTitle(pathname) }, null);
    case "title_403":
      return c.html("<!doctype html><html><head><title>403 Forbidden</title></head><body></body></html>", 403);
    case "title_empty":
      return c.html("<!doctype html><html><head><title></title></head><body></body></html>");
  }
}

function gateTitle(pathname: string): string {
  if (pathname === PATHS.messages) return "Messages";
  return pathname === PATHS.leads ? "Tenant Leads" : "Dashboard";
}

async function guarded(
  c: TwinContext,
  twin: FurnishedfinderTwin,
  act: (form: FormFields) => Response,
): Promise<Response> {
  const form = await readForm(c);
  return twin.formState.refusal(c, "login", form.get("csrf")) ?? act(form);
}

/** Whatever the user name is: the platform does not tell who is a member. */
function magicLink(c: TwinContext, twin: FurnishedfinderTwin): Response {
  const lastMs = twin.recall(MAGIC_LINK_KEY);
  if (typeof lastMs === "number" && twin.now() - lastMs < MAGIC_LINK_PAUSE_MS) {
    return twin.forbid(c, "a second login e-mail within two minutes");
  }
  twin.remember(MAGIC_LINK_KEY, twin.now());
  return c.json({ step: "magic_link" });
}

function isHost(form: FormFields): boolean {
  return [DEMO_ACCOUNT.email, DEMO_ACCOUNT.username].some((name) => name === form.get("username"));
}

function letIn(c: TwinContext, twin: FurnishedfinderTwin): Response {
  twin.sessions.open(c);
  const token = twin.recall(TOKEN_KEY);
  return c.json({ member: { id: HOST_MEMBER_ID, firstName: DEMO_ACCOUNT.firstName, token } });
}
