// A real browser on the built workboard and the fake board: started once per file, a fresh board and window per test.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { chromiumPath } from "../local/chromium.ts";
import { PROJECT_ROOT } from "../local/quiet-environment.ts";
import { PASSWORD } from "./fake-board/board.ts";
import { type RunningBoard, serveFakeBoard } from "./fake-board/serve.ts";

const STEP_MS_MAX = 8_000;

export const SIZES = { phone: [360, 740], tablet: [768, 1024], desk: [1280, 800] } as const;
export type Size = keyof typeof SIZES;

export type Rig = {
  /** The fake board of the running test. */
  readonly running: RunningBoard;
  readonly page: Page;
  /** `zone`: where the person at the screen is; the machine's own without it. */
  open(size: Size, theme?: "light" | "dark", zone?: string): Promise<Page>;
  signIn(email?: string, path?: string): Promise<void>;
};

/** Registers the hooks of the calling file. */
export function useWorkboard(): Rig {
  let dist: string;
  let browser: Browser;
  let running: RunningBoard;
  let context: BrowserContext | undefined;
  let page: Page;
  let broken: string[] = [];

  beforeAll(async () => {
    dist = await mkdtemp(join(tmpdir(), "workboard-"));
    await build({
      configFile: join(import.meta.dirname, "../../vite.config.ts"),
      root: join(import.meta.dirname, "../../web"),
      logLevel: "error",
      build: { outDir: dist },
    });
    browser = await chromium.launch({ executablePath: chromiumPath(PROJECT_ROOT), args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser?.close();
    await rm(dist, { recursive: true, force: true });
  });
  beforeEach(async () => {
    broken = [];
    running = await serveFakeBoard({ dist });
  });
  afterEach(async () => {
    await context?.close();
    await running.stop();
    expect(broken, "errors thrown in the page, or refused by its security policy").toEqual([]);
  });

  return {
    get running() {
      return running;
    },
    get page() {
      return page;
    },
    async open(size, theme = "light", zone) {
      const [width, height] = SIZES[size];
      const place = zone === undefined ? {} : { timezoneId: zone, locale: "en-US" };
      const look = { viewport: { width, height }, colorScheme: theme, reducedMotion: "reduce" } as const;
      context = await browser.newContext({ ...look, ...place });
      page = await context.newPage();
      page.setDefaultTimeout(STEP_MS_MAX);
      page.on("pageerror", (error) => broken.push(error.message));
      page.on("console", (line) => {
        if (line.text().includes("Content Security Policy")) broken.push(line.text());
      });
      return page;
    },
    async signIn(email = "ana@harbour.example", path = "/") {
      await page.goto(running.origin + path);
      await page.getByLabel("E-mail").fill(email);
      await page.getByLabel("Password").fill(PASSWORD);
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByRole("navigation", { name: "Pages" }).waitFor();
    },
  };
}
