// The built workboard keeps nobody out by size, theme or screen reader.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";
import { CASES } from "./fake-board/seed.ts";
import { UNITS } from "./fake-board/seed-units.ts";
import { SIZES, type Size, useWorkboard } from "./workboard.ts";

const rig = useWorkboard();
let axeSource: string;

beforeAll(async () => {
  axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
});

describe("every page", () => {
  const places = [
    "/conversations",
    `/conversations/${CASES.draft}`,
    `/conversations/${CASES.long}`,
    `/conversations/${CASES.unlinked}`,
    `/conversations/${CASES.duplicate}`,
    `/conversations/${CASES.failed}`,
    `/conversations/${CASES.suppressed}?view=all`,
    "/accounts",
    "/health",
    "/model",
    "/evidence",
    "/showings",
    "/showings?view=day",
    "/showings?view=month",
    "/units",
    `/units/${UNITS.complete}`,
    `/units/${UNITS.windows}`,
    "/units/listings",
    "/availability",
    "/availability?of=us_long",
    "/settings",
    `/conversations/${CASES.handOff}`,
    "/knowledge",
    "/knowledge?view=wordings",
    "/nowhere",
  ];
  /** What only an agent has much of. */
  const agentPlaces = ["/today"];

  /** What opens on a press: dialogs, and forms in their place. */
  const opened = [
    [`/conversations/${CASES.handOff}`, "Do not contact"],
    [`/conversations/${CASES.suppressed}?view=all`, "Lift"],
    [`/conversations/${CASES.markup}`, "Book a showing"],
    [`/units/${UNITS.complete}`, "Remove"],
    [`/conversations/${CASES.draft}`, "Why?"],
    ["/units", "Add"],
    ["/units", "Import"],
    [`/units/${UNITS.windows}`, "Add a fact"],
    ["/model", "Edit"],
    ["/availability", "Add"],
    ["/knowledge", "Add an answer"],
    ["/knowledge?view=wordings", "Edit Answer about price"],
    ["/availability", "Copy Monday to other days"],
  ] as const;

  for (const size of Object.keys(SIZES) as Size[]) {
    it(`fits a ${size} without scrolling sideways, and its bar stays`, async () => {
      await rig.open(size);
      await rig.signIn();
      for (const path of [...places, ...agentPlaces]) {
        if (path === agentPlaces[0]) await becomeAgent();
        await visit(path);
        expect(await rig.page.evaluate("document.documentElement.scrollWidth - innerWidth"), path).toBeLessThanOrEqual(
          0,
        );
        expect(await rig.page.evaluate(SIDEWAYS), path).toEqual([]);
        // The bar stays: only what is inside the frame scrolls.
        expect(await rig.page.evaluate("document.documentElement.scrollHeight - innerHeight"), path).toBe(0);
      }
    });
  }

  for (const theme of ["light", "dark"] as const) {
    for (const size of ["phone", "desk"] as const) {
      it(`passes axe in the ${theme} theme on a ${size}`, async () => {
        await rig.open(size, theme);
        await rig.page.goto(`${rig.running.origin}/login`);
        await rig.page.getByLabel("E-mail").waitFor();
        expect(await violations(), "/login").toEqual([]);
        await rig.signIn();
        for (const path of places) {
          await visit(path);
          expect(await violations(), path).toEqual([]);
        }
        for (const [path, order] of opened) {
          await visit(path);
          await rig.page.getByRole("button", { name: order, exact: true }).click();
          await rig.page.locator("dialog, .fact-form, .date-form, .copy-panel, .model-form").waitFor();
          expect(await violations(), `${order} at ${path}`).toEqual([]);
        }
        await becomeAgent();
        for (const path of agentPlaces) {
          await visit(path);
          // From the last on: an open one is no longer called "More".
          for (const more of (await rig.page.getByRole("button", { name: /^More/ }).all()).reverse())
            await more.click();
          expect(await violations(), path).toEqual([]);
        }
      });
    }
  }
});

/** Elements that stick out of the window, except in what scrolls or cuts its text on purpose. */
const SIDEWAYS = `[...document.querySelectorAll("#app *")]
  .filter((e) => e.checkVisibility() && !e.closest(".tabs, .topnav, .visually-hidden, [popover], .toasts, bdi"))
  .filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
  .map((e) => e.className || e.tagName)`;

async function becomeAgent(): Promise<void> {
  await rig.page.context().clearCookies();
  await rig.signIn("ben@harbour.example", "/today");
}

async function visit(path: string): Promise<void> {
  await rig.page.goto(rig.running.origin + path);
  await rig.page.locator("h1").first().waitFor({ state: "attached" });
  await rig.page
    .locator(
      "a.row, .account-name, .glance-row, .note, .talk-case, .showing, .month, .part, .loose-row, .evidence-table",
    )
    .first()
    .waitFor({ state: "attached" });
}

async function violations(): Promise<string[]> {
  await rig.page.evaluate(axeSource);
  const found = await rig.page.evaluate(`axe.run(document, { resultTypes: ["violations"] })
    .then((result) => result.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.target.join(" ")).join(", ")))`);
  return found as string[];
}
