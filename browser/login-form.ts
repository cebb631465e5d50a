// Logs in through a plain form with a user name, a password and a button, all on one page. Submits once; a refusal is for a human.
// Two-step logins build on the same page code (two-step-login.ts).
import type { Fault, LoginState, PlatformCredentials } from "#contracts/browser";
import { err, ok, type Result } from "#domain/kernel/result";
import type { Site } from "./adapter.ts";
import { classify, fault, selectorMissing } from "./fault.ts";
import { ROUND_TRIP_MS_MAX, runInPage, sleep, within } from "./in-page.ts";
import { entryValue } from "./pack.ts";
import { inspectLoginForm } from "./page-code.ts";
import { type Snapshot, takeSnapshot } from "./snapshot.ts";
import { isSameSite } from "./storage-state.ts";

/** Longest wait between the click on "log in" and a page that says in or out. */
const LOGIN_MS_MAX = 15_000;
export const LOGIN_POLL_MS = 250;
/** A page that still shows the login form after this long in a new document has refused us; before, it may be on its way. */
export const REFUSED_AFTER_MS = 2_000;

/**
 * Fills and submits the login form on screen (pack entries login.username, login.password, login.submit) and waits for the answer.
 * `stateOf` reads the page: "in" ends well; "out" in a new document is LOGIN_REFUSED; "gate", or nothing clear in time, is
 * LOGIN_NEEDS_HUMAN.
 */
export async function logInByForm(
  site: Site,
  credentials: PlatformCredentials,
  stateOf: (snapshot: Snapshot) => LoginState | null,
): Promise<Result<"in", Fault>> {
  const form = {
    username: entryValue(site.pack, "login.username"),
    password: entryValue(site.pack, "login.password"),
    submit: entryValue(site.pack, "login.submit"),
  };
  const own = requireOwnSite(site);
  if (!own.ok) return own;
  let documentId = 0;
  try {
    for (const focus of ["username", "password"] as const) {
      const state = await runInPage(site.page, inspectLoginForm, { ...form, focus });
      if (state.problem !== null) return err(formFault(state.problem));
      await within(ROUND_TRIP_MS_MAX, site.page.keyboard.sendCharacter(credentials[focus]));
    }
    const aim = await runInPage(site.page, inspectLoginForm, { ...form, focus: null });
    if (aim.problem !== null) return err(formFault(aim.problem));
    documentId = aim.documentId;
    await within(ROUND_TRIP_MS_MAX, site.page.mouse.click(aim.x, aim.y));
  } catch (thrown) {
    return err(classify(thrown));
  }
  return await waitForAnswer(site, documentId, stateOf);
}

/** Nothing of ours is typed on another site. */
export function requireOwnSite(site: Site): Result<void, Fault> {
  if (isSameSite(new URL(site.page.url()).hostname, site.origin)) return ok(undefined);
  return err(fault("LOGIN_NEEDS_HUMAN", "the login page leads to another site, where no password of ours is typed"));
}

/** Watches the page after the password was given in the document `documentId`; outcomes as `logInByForm` says. */
export async function waitForAnswer(
  site: Site,
  documentId: number,
  stateOf: (snapshot: Snapshot) => LoginState | null,
): Promise<Result<"in", Fault>> {
  const startedMs = site.now();
  for (;;) {
    const looked = await takeSnapshot(site, { msMax: 0 });
    if (!looked.ok) return looked;
    const state = stateOf(looked.value);
    if (state === "in") return ok("in");
    const waitedMs = site.now() - startedMs;
    const isAnswer = looked.value.documentId !== documentId && waitedMs >= REFUSED_AFTER_MS;
    if (state === "gate" && isAnswer) {
      return err(
        fault(
          "LOGIN_NEEDS_HUMAN",
          "the platform still asks to log in after the password; it may not trust this browser",
        ),
      );
    }
    if (state === "out" && (isAnswer || waitedMs >= LOGIN_MS_MAX)) {
      return err(fault("LOGIN_REFUSED", "the platform did not accept the user name and password"));
    }
    if (waitedMs >= LOGIN_MS_MAX) {
      return err(fault("LOGIN_NEEDS_HUMAN", "after the password the page is neither logged in nor the login form"));
    }
    await sleep(LOGIN_POLL_MS);
  }
}

function formFault(problem: string): Fault {
  if (problem === "covered") return selectorMissing("login.submit", "login form, uncovered,");
  return selectorMissing(`login.${problem.slice("no_".length)}`, "login page");
}
