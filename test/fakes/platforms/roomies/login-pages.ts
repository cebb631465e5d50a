// Signing in, signing out, and what a signed-out visitor meets.

import { html } from "hono/html";
import { DEMO_ACCOUNT } from "../kernel/demo-account.ts";
import { readForm } from "../kernel/form-state.ts";
import type { TwinApp, TwinContext } from "../kernel/site.ts";
import { page } from "./layout.ts";
import { PATHS } from "./paths.ts";
import type { RoomiesTwin } from "./switches.ts";

export function addLoginPages(app: TwinApp, twin: RoomiesTwin): void {
  app.get(PATHS.login, (c) =>
    twin.sessions.current(c) === null ? loginPage(c, twin, { email: "", failed: false }) : c.redirect(PATHS.inbox),
  );
  app.post(PATHS.login, async (c) => {
    const form = await readForm(c);
    const refused = twin.formState.refusal(c, "login", form.get("_token"));
    if (refused !== null) return refused;
    const email = form.get("email");
    if (email !== DEMO_ACCOUNT.email || form.get("password") !== DEMO_ACCOUNT.password) {
      return loginPage(c, twin, { email, failed: true });
    }
    twin.sessions.open(c);
    return c.redirect(PATHS.inbox);
  });
  app.post(PATHS.logout, async (c) => {
    const refused = twin.formState.refusal(c, "logout", (await readForm(c)).get("_token"));
    if (refused !== null) return refused;
    twin.sessions.close(c);
    return c.redirect("/");
  });
}

/** The redirect to the login page, or the words at the asked address: the switch `gate`. */
export function signedOut(c: TwinContext, twin: RoomiesTwin): Response | Promise<Response> {
  if (twin.switches().gate === "redirect") return c.redirect(PATHS.login);
  return page(
    c,
    twin,
    { title: "Members only" },
    html`<div class="bg-white shadow p-4 text-center">
<p>Please <a href="${PATHS.login}">log in</a> to continue.</p>
</div>`,
  );
}

function loginPage(
  c: TwinContext,
  twin: RoomiesTwin,
  state: { email: string; failed: boolean },
): Response | Promise<Response> {
  return page(
    c,
    twin,
    { title: "Log in" },
    html`<div class="bg-white shadow p-4">
<h1>Welcome back</h1>
${state.failed ? html`<p role="alert" class="text-red-700">These credentials do not match our records.</p>` : ""}
<form method="post" action="${PATHS.login}">
<input type="hidden" name="_token" value="${twin.formState.issue(c, "login")}">
<p><label for="email">Email</label><br><input class="border rounded-lg p-4 w-full" type="email" id="email" name="email" value="${state.email}" autocomplete="username" required></p>
<p><label for="password">Password</label><br><input class="border rounded-lg p-4 w-full" type="password" id="password" name="password" autocomplete="current-password" required></p>
<p><label><input type="checkbox" name="remember"> Remember me</label></p>
<button type="submit" class="bg-teal text-white w-full">Log in</button>
</form>
<p><a href="/register">Not a member yet? Join free</a></p>
</div>`,
  );
}
