// The page after the sign-in: featured slots used and in all.

import { html } from "hono/html";
import { DEMO_ACCOUNT } from "../kernel/demo-account.ts";
import type { TwinContext } from "../kernel/site.ts";
import { page } from "./layout.ts";
import type { LeasebreakTwin } from "./switches.ts";

const FEATURED_SLOTS = 10;

export function dashboardPage(c: TwinContext, twin: LeasebreakTwin): Response | Promise<Response> {
  const used = twin.listings.all().length;
  return page(
    c,
    twin,
    { title: "Dashboard" },
    html`<h1>Welcome, ${DEMO_ACCOUNT.firstName}</h1>
<p>Featured listings <span class="lead relative"><span>${used}</span> / <span>${FEATURED_SLOTS}</span></span></p>`,
  );
}
