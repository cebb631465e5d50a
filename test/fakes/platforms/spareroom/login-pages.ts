// Signing in, signing out, and the gate that a signed-out visitor meets.

import { html } from "hono/html";
import { DEMO_ACCOUNT } from "../kernel/demo-account.ts";
import { readForm } from "../kernel/form-state.ts";
import type { TwinApp, TwinContext } from "../kernel/site.ts";
import { page } from "./layout.ts";
import { PATHS } from "./paths.ts";
import type { SpareroomTwin } from "./switches.ts";

export function addLoginPages(app: TwinApp, twin: SpareroomTwin): void {
  app.get(PATHS.login, (c) => loginPage(c, twin, { next: c.req.query("loginfrom_url") ?? "", failed: false }));
  app.post(PATHS.login, async (c) => {
    const form = await readForm(c);
    const refused = twin.formState.refusal(c, "login", form.get("csrf_token"));
    if (refused !== null) return refused;
    const next = form.get("loginfrom_url");
    if (form.get("email") !== DEMO_ACCOUNT.email || form.get("password") !== DEMO_ACCOUNT.password) {
      return loginPage(c, twin, { next, failed: true });
    }
    twin.sessions.open(c);
    // Only a path of this site: "//host" would leave it.
    return c.redirect(/^\/(?!\/)/.test(next) ? next : PATHS.threads);
  });
  app.get(PATHS.logout, (c) => {
    twin.sessions.close(c);
    return c.redirect("/");
  });
}

/** The gate in place (200 at the asked address), or the redirect to the login page: the switch `gate`. */
export function signedOut(c: TwinContext, twin: SpareroomTwin): Response | Promise<Response> {
  const url = new URL(c.req.url);
  const asked = `${url.pathname}${url.search}`;
  const login = `${PATHS.login}?loginfrom_url=${encodeURIComponent(asked)}`;
  if (twin.switches().gate === "redirect") return c.redirect(login);
  return page(
    c,
    twin,
    { title: "Log in or register" },
    html`<div class="auth-gate">
<h1>Members only</h1>
<p>To view this content you will need to either <a href="${login}">log in</a> or <a href="/roommate/register.pl">register</a>.</p>
</div>`,
  );
}

/** A wrong password shows the same page again: its address is the only sign of failure. */
function loginPage(
  c: TwinContext,
  twin: SpareroomTwin,
  state: { next: string; failed: boolean },
): Response | Promise<Response> {
  return page(
    c,
    twin,
    { title: "Log in" },
    html`<h1>Log in</h1>
${state.failed ? html`<p>Sorry, we could not log you in with these details.</p>` : ""}
<button type="button" id="signInFB">Continue with Facebook</button>
<form method="post" action="${PATHS.login}" name="login_form" id="login_form">
<input type="hidden" name="csrf_token" value="">
<input type="hidden" name="loginfrom_url" value="${state.next}">
<input type="hidden" name="remember_me" value="N">
<p><label for="loginemail">Email</label> <input type="email" id="loginemail" name="email" autocomplete="username"></p>
<p><label for="loginpass">Password</label> <input type="password" id="loginpass" name="password" autocomplete="current-password"></p>
<p><label><input type="checkbox" id="remember_me_checkbox"> Remember me</label></p>
<button type="submit" id="sign-in-button" name="sign-in-button" value="1">Sign in</button>
</form>
<script>
(function () {
  var form = document.getElementById("login_form");
  document.getElementById("remember_me_checkbox").addEventListener("change", function () {
    form.elements["remember_me"].value = this.checked ? "Y" : "N";
  });
  form.addEventListener("submit", function () {
    form.elements["csrf_token"].value = document.getElementById("userAuth").getAttribute("data-csrf-token");
  });
})();
</script>`,
  );
}
