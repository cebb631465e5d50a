// The two-step login, signing out, and the redirect that a signed-out visitor meets.

import { html } from "hono/html";
import { DEMO_ACCOUNT } from "../kernel/demo-account.ts";
import { readForm } from "../kernel/form-state.ts";
import type { TwinApp, TwinContext } from "../kernel/site.ts";
import { csrfField, type Html, page } from "./layout.ts";
import { PATHS } from "./paths.ts";
import type { RenthopTwin } from "./switches.ts";

/** What a login page shows again. */
type Shown = { readonly fwd: string; readonly username: string; readonly error: string };

export function addLoginPages(app: TwinApp, twin: RenthopTwin): void {
  app.get(PATHS.login, (c) => firstStep(c, twin, { fwd: c.req.query("fwd") ?? "", username: "", error: "" }));
  app.post(PATHS.login, async (c) => {
    const form = await readForm(c);
    const refused = twin.formState.refusal(c, "login", form.get("csrf_token"));
    if (refused !== null) return refused;
    const [fwd, username] = [form.get("fwd"), form.get("username")];
    const known = username === DEMO_ACCOUNT.email || username === DEMO_ACCOUNT.username;
    if (form.get("step") === "1") {
      if (!known) return firstStep(c, twin, { fwd, username, error: "We could not find that account." });
      return secondStep(c, twin, { fwd, username, error: "" });
    }
    if (!known || form.get("password") !== DEMO_ACCOUNT.password) {
      const shown = { fwd, username, error: "Your username or password is incorrect." };
      return twin.switches().login_step2 === "next_page" ? secondStep(c, twin, shown) : firstStep(c, twin, shown);
    }
    twin.sessions.open(c);
    // Only a path of this site: "//host" would leave it.
    return c.redirect(/^\/(?!\/)/.test(fwd) ? fwd : PATHS.account);
  });
  app.get(PATHS.logout, (c) => {
    twin.sessions.close(c);
    return c.redirect("/");
  });
}

export function signedOut(c: TwinContext): Response {
  const url = new URL(c.req.url);
  return c.redirect(`${PATHS.login}?fwd=${encodeURIComponent(url.pathname + url.search)}`);
}

/** Asks for the user name; with login_step2 = same_page the password's part is there too, out of sight. */
function firstStep(c: TwinContext, twin: RenthopTwin, shown: Shown): Response | Promise<Response> {
  const samePage = twin.switches().login_step2 === "same_page";
  const username = html`<div id="login-1">
<label for="login-1-username-input">Email or username</label>
<input type="text" id="login-1-username-input" name="username" value="${shown.username}" autocomplete="username">
<button type="${samePage ? "button" : "submit"}" id="login-1-button">Continue</button>
</div>`;
  return page(
    c,
    twin,
    { title: "Log In" },
    html`<h1>Log in to RentHop</h1>
${
  samePage
    ? loginForm(c, twin, shown, "2", html`${username}<div id="login-2" hidden>${passwordPart()}</div>${STEP_SCRIPT}`)
    : loginForm(c, twin, shown, "1", username)
}`,
  );
}

function secondStep(c: TwinContext, twin: RenthopTwin, shown: Shown): Response | Promise<Response> {
  return page(
    c,
    twin,
    { title: "Log In" },
    html`<h1>Enter your password</h1>
${loginForm(
  c,
  twin,
  shown,
  "2",
  html`<input type="hidden" name="username" value="${shown.username}"><p>${shown.username}</p>
<div id="login-2">${passwordPart()}</div>`,
)}`,
  );
}

function loginForm(c: TwinContext, twin: RenthopTwin, shown: Shown, step: "1" | "2", parts: Html): Html {
  return html`${shown.error === "" ? "" : html`<p class="login-error">${shown.error}</p>`}
<form id="login-form" method="post" action="${PATHS.login}">
${csrfField(c, twin, "login")}
<input type="hidden" name="fwd" value="${shown.fwd}">
<input type="hidden" name="step" value="${step}">
${parts}
</form>`;
}

function passwordPart(): Html {
  return html`<label for="login-2-password-input">Password</label>
<input type="password" id="login-2-password-input" name="password" autocomplete="current-password">
<button type="submit" id="login-2-button">Log In</button>`;
}

const STEP_SCRIPT = html`<script>
(function () {
  var username = document.getElementById("login-1-username-input"), first = document.getElementById("login-1-button");
  function next() {
    if (username.value.trim() === "") return;
    first.hidden = true;
    document.getElementById("login-2").hidden = false;
    document.getElementById("login-2-password-input").focus();
  }
  first.addEventListener("click", next);
  document.getElementById("login-form").addEventListener("submit", function (event) {
    if (!first.hidden) { event.preventDefault(); next(); }
  });
})();
</script>`;
