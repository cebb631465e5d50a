// The markup of the login dialog and of its second steps. They wait in templates: none is in the page until it is drawn.

import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { TwinContext } from "../kernel/site.ts";
import type { FurnishedfinderTwin } from "./switches.ts";

export function loginDialog(c: TwinContext, twin: FurnishedfinderTwin): HtmlEscapedString | Promise<HtmlEscapedString> {
  return html`<template id="login-dialog">
<div role="dialog" aria-modal="true" aria-labelledby="login-title">
<h2 id="login-title">Login to your account</h2>
<form id="login-form">
<input type="hidden" name="csrf" value="${twin.formState.issue(c, "login")}">
<div id="login-step">
<p><label for="username">Username or email</label><input type="text" id="username" name="username" autocomplete="username"></p>
<p><button type="submit">Login</button></p>
</div>
<p id="login-error" role="alert"></p>
</form>
<p><a href="#forgot">Forgot username or password</a></p>
<p>Not a member yet? <a href="#join">Join now</a></p>
</div>
</template>
<template id="step-password">
<p><label for="password">Password</label><input type="password" id="password" name="password" autocomplete="current-password"></p>
<p><button type="submit">Login</button></p>
</template>
<template id="step-magic_link">
<p>Check your email. We sent you a link to log in.</p>
</template>
<template id="step-code">
<p><label for="code">Enter the 6-digit code we sent you</label><input type="text" id="code" name="code" data-testid="code" inputmode="numeric" maxlength="6" autocomplete="one-time-code"></p>
<p><button type="submit">Verify</button></p>
</template>`;
}
