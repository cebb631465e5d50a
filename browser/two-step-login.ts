// Logs in where the user name is asked for first and the password second, on the same page or on the next. Each step is submitted
// once; a refusal, a second factor or anything unclear is for a human.
import type { Fault, LoginState, PlatformCredentials } from "#contracts/browser";
import { err, ok, type Result } from "#domain/kernel/result";
import type { Site } from "./adapter.ts";
import { classify, fault, selectorMissing } from "./fault.ts";
import { ROUND_TRIP_MS_MAX, runInPage, sleep, within } from "./in-page.ts";
import { LOGIN_POLL_MS, REFUSED_AFTER_MS, requireOwnSite, waitForAnswer } from "./login-form.ts";
import { entryValue } from "./pack.ts";
import { inspectLoginForm } from "./page-code.ts";
import { type Snapshot, takeSnapshot } from "./snapshot.ts";

/** Longest wait for the second step to come into sight. */
const SECOND_STEP_MS_MAX = 15_000;

/**
 * Fills and submits both steps (pack entries login.username and login.next, login.password and login.submit) and waits for the
 * answer. `stateOf` and the outcomes are those of `logInByForm`.
 */
export async function logInByTwoSteps(
  site: Site,
  credentials: PlatformCredentials,
  stateOf: (snapshot: Snapshot) => LoginState | null,
): Promise<Result<"in", Fault>> {
  const named = await takeStep(site, { field: "login.username", button: "login.next" }, credentials.username);
  if (!named.ok) return named;
  const asked = await waitForPasswordField(site, named.value);
  if (!asked.ok) return asked;
  const given = await takeStep(site, { field: "login.password", button: "login.submit" }, credentials.password);
  return given.ok ? await waitForAnswer(site, given.value, stateOf) : given;
}

type LoginStep = { readonly field: string; readonly button: string };

/** Types into the one visible field and clicks its button. Answers the document in which that happened. */
async function takeStep(site: Site, step: LoginStep, text: string): Promise<Result<number, Fault>> {
  const own = requireOwnSite(site);
  if (!own.ok) return own;
  const field = entryValue(site.pack, step.field);
  // A step is a form with one field: both fields that the page code looks for are this one.
  const form = { username: field, password: field, submit: entryValue(site.pack, step.button) };
  try {
    const focused = await runInPage(site.page, inspectLoginForm, { ...form, focus: "password" });
    if (focused.problem !== null) return err(stepFault(focused.problem, step));
    await within(ROUND_TRIP_MS_MAX, site.page.keyboard.sendCharacter(text));
    const aim = await runInPage(site.page, inspectLoginForm, { ...form, focus: null });
    if (aim.problem !== null) return err(stepFault(aim.problem, step));
    await within(ROUND_TRIP_MS_MAX, site.page.mouse.click(aim.x, aim.y));
    return ok(aim.documentId);
  } catch (thrown) {
    return err(classify(thrown));
  }
}

/** The same page that asks for the name again has refused it. */
async function waitForPasswordField(site: Site, documentId: number): Promise<Result<void, Fault>> {
  const visible = {
    username: entryValue(site.pack, "login.username"),
    password: entryValue(site.pack, "login.password"),
  };
  const startedMs = site.now();
  for (;;) {
    const looked = await takeSnapshot(site, { msMax: 0, visible });
    if (!looked.ok) return looked;
    const waitedMs = site.now() - startedMs;
    if (looked.value.visible["password"]) return ok(undefined);
    const isAnswer = looked.value.documentId !== documentId && waitedMs >= REFUSED_AFTER_MS;
    if (isAnswer && looked.value.visible["username"]) {
      return err(fault("LOGIN_REFUSED", "the platform did not accept the user name"));
    }
    if (waitedMs >= SECOND_STEP_MS_MAX) {
      return err(fault("LOGIN_NEEDS_HUMAN", "the platform did not ask for the password after the user name"));
    }
    await sleep(LOGIN_POLL_MS);
  }
}

function stepFault(problem: string, { field, button }: LoginStep): Fault {
  if (problem === "covered") return selectorMissing(button, "login form, uncovered,");
  return selectorMissing(problem === "no_submit" ? button : field, "login page");
}
