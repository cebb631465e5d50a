// The page after the login: quick links of an agent.

import { html } from "hono/html";
import { DEMO_ACCOUNT } from "../kernel/demo-account.ts";
import type { TwinContext } from "../kernel/site.ts";
import { page } from "./layout.ts";
import { PATHS } from "./paths.ts";
import type { RenthopTwin } from "./switches.ts";

export function dashboardPage(c: TwinContext, twin: RenthopTwin): Response | Promise<Response> {
  return page(
    c,
    twin,
    { title: "Dashboard" },
    html`<h1>Welcome back, ${DEMO_ACCOUNT.firstName}</h1>
<a href="${PATHS.post}"><div class="agent-quicklinks-new-listing">Create Listing</div></a>
<p><a href="${PATHS.bank}?page=1&sort=hopscore">Listings Bank</a></p>`,
  );
}
