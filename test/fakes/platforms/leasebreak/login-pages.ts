// Signing in, signing out, and the redirect that a signed-out visitor meets.

import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { html } from "hono/html";
import { DEMO_ACCOUNT } from "../kernel/demo-account.ts";
import { readForm } from "../kernel/form-state.ts";
import type { TwinApp, TwinContext } from "../kernel/site.ts";
import { csrfField, page } from "./layout.ts";
import { PATHS } from "./paths.ts";
import type { LeasebreakTwin } from "./switches.ts";

/** Keeps the asked address over the sign-in, which itself has a plain address. */
const RETURN_COOKIE = "leasebreak_return";

export function addLoginPages(app: TwinApp, twin: LeasebreakTwin): void {
  app.get(PATHS.login, (c) => loginPage(c, twin, { email: "", failed: false }));
  app.post(PATHS.login, async (c) => {
    const form = await readForm(c);
    const refused = twin.formState.refusal(c, "login", form.get("YII_CSRF_TOKEN"));
    if (refused !== null) return refused;
    const email = form.get("UserModel[email]");
    if (email !== DEMO_ACCOUNT.email || form.get("UserModel[password]") !== DEMO_ACCOUNT.password) {
      return loginPage(c, twin, { email, failed: true });
    }
    twin.sessions.open(c);
    const asked = getCookie(c, RETURN_COOKIE) ?? "";
    deleteCookie(c, RETURN_COOKIE, { path: "/" });
    // Only a path of this site: "//host" would leave it.
    return c.redirect(/^\/(?!\/)/.test(asked) ? asked : PATHS.dashboard);
  });
  app.get(PATHS.logout, (c) => {
    twin.sessions.close(c);
    return c.redirect("/");
  });
}

export function signedOut(c: TwinContext): Response {
  const url = new URL(c.req.url);
  if (c.req.method === "GET") {
    setCookie(c, RETURN_COOKIE, url.pathname + url.search, { httpOnly: true, sameSite: "Lax", path: "/" });
  }
  return c.redirect(PATHS.login);
}

function loginPage(
  c: TwinContext,
  twin: LeasebreakTwin,
  state: { email: string; failed: boolean },
): Response | Promise<Response> {
  return page(
    c,
    twin,
    { title: "Sign In" },
    html`<h1>Sign In</h1>
<form id="login-form" method="post" action="${PATHS.login}">
${csrfField(c, twin, "login")}
<p><label for="UserModel_email">Email</label> <input type="text" id="UserModel_email" name="UserModel[email]" value="${state.email}" autocomplete="username"></p>
<p><label for="UserModel_password">Password</label> <input type="password" id="UserModel_password" name="UserModel[password]" autocomplete="current-password"></p>
${state.failed ? html`<div class="errorMessage" id="UserModel_password_em_">Incorrect email or password.</div>` : ""}
<p><label><input type="checkbox" name="UserModel[rememberMe]" value="1"> Remember me</label></p>
<div class="login-content-button-block for-float"><button type="submit">Sign In</button></div>
</form>`,
  );
}
