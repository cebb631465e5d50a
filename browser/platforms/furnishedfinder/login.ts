// Logs in to FurnishedFinder: a dialog asks for the user name first and decides what comes second. Only a password is answered; a link by
// e-mail or a code is for a human. Each step is submitted once: repeating the first may send another link.
import type { Fault, LoginState, PlatformCredentials } from "#contracts/browser";
import { err, ok, type Result } from "#domain/kernel/result";
import type { Site } from "../../adapter.ts";
import { classify, fault, selectorMissing } from "../../fault.ts";
import { ROUND_TRIP_MS_MAX, runInPage, sleep, within } from "../../in-page.ts";
import { entryValue, pathFor, requireConfirmed } from "../../pack.ts";
import { inspectLoginForm } from "../../page-code.ts";
import { openPage, type Snapshot, takeSnapshot } from "../../snapshot.ts";
import { forgetSession, isSameSite } from "../../storage-state.ts";
import { loginLook } from "./pages.ts";

/** Longest wait for the home page to show the login link, and for the dialog after it. */
const DIALOG_MS_MAX = 12_000;
/** Longest wait for the second step: where a link is sent by e-mail no field ever appears, which took 25 s to be sure of. */
const SECOND_STEP_MS_MAX = 25_000;
/** Longest wait for the answer to the password. */
const ANSWER_MS_MAX = 15_000;
const LOOK_MS = 250;

/** `openInbox` has the last word: only the inbox can say that we are in. */
export async function logInByDialog(
  site: Site,
  credentials: PlatformCredentials,
  openInbox: (site: Site) => Promise<Result<LoginState, Fault>>,
): Promise<Result<"in", Fault>> {
  const allowed = requireConfirmed(site.pack, "login");
  if (!allowed.ok) return allowed;
  let home = await openHome(site);
  if (home.ok && !isOffered(home.value)) {
    // Logged in for the home page and not for the inbox: of the session (a cookie and a token) one half was lost, as happens
    // when the browser dies between the two. Nothing was submitted yet, so the visit begins anew without it.
    const forgotten = await forget(site);
    if (!forgotten.ok) return forgotten;
    home = await openHome(site);
  }
  if (!home.ok) return home;
  if (isOffered(home.value)) {
    const answered = await takeSteps(site, home.value, credentials);
    if (!answered.ok) return answered;
  }
  const inbox = await openInbox(site);
  if (!inbox.ok) return inbox;
  if (inbox.value === "in") return ok("in");
  return err(needsHuman("the inbox still asks to log in after the login dialog is gone"));
}

/** The page that offers the login, as it stands once the offer is there, or once it surely does not come. */
async function openHome(site: Site): Promise<Result<Snapshot, Fault>> {
  const opened = await openPage(site, pathFor(site.pack, "login.path"), {
    any: [entryValue(site.pack, "login.opener"), entryValue(site.pack, "login.username")],
  });
  return opened.ok ? await until(site, DIALOG_MS_MAX, isOffered) : opened;
}

function isOffered({ visible }: Snapshot): boolean {
  return Boolean(visible["login.opener"] || visible["login.username"]);
}

async function forget(site: Site): Promise<Result<void, Fault>> {
  try {
    return ok(await forgetSession(site.page, site.origin));
  } catch (thrown) {
    return err(classify(thrown));
  }
}

async function takeSteps(site: Site, home: Snapshot, credentials: PlatformCredentials): Promise<Result<void, Fault>> {
  if (!isSameSite(new URL(home.url).hostname, site.origin)) {
    return err(needsHuman("the login page leads to another site, where no password of ours is typed"));
  }
  const opener = home.visible["login.opener"];
  if (!home.visible["login.username"] && opener) {
    const clicked = await click(site, opener);
    if (!clicked.ok) return clicked;
  }
  const dialog = await until(site, DIALOG_MS_MAX, ({ visible }) => visible["login.username"]);
  if (!dialog.ok) return dialog;
  if (!dialog.value.visible["login.username"]) return err(selectorMissing("login.username", "login dialog"));

  const isOneStep = Boolean(dialog.value.visible["login.password"]);
  const named = await fill(site, "login.username", credentials.username, !isOneStep);
  if (!named.ok) return named;
  const second = await until(
    site,
    SECOND_STEP_MS_MAX,
    ({ visible }) => visible["login.password"] || visible["login.code"] || visible["login.failed"],
  );
  if (!second.ok) return second;
  const { visible } = second.value;
  if (!visible["login.password"]) {
    if (visible["login.failed"]) return err(refused());
    return err(needsHuman("no password is asked for: the account logs in by a code or by a link in an e-mail"));
  }
  const proven = await fill(site, "login.password", credentials.password, true);
  if (!proven.ok) return proven;
  return await readAnswer(site);
}

/** The dialog goes when the password was right. A code may be asked for on top of it. */
async function readAnswer(site: Site): Promise<Result<void, Fault>> {
  const isGone = ({ visible }: Snapshot) =>
    !visible["login.password"] && !visible["login.username"] && !visible["login.opener"];
  const answer = await until(
    site,
    ANSWER_MS_MAX,
    (look) => look.visible["login.code"] || look.visible["login.failed"] || isGone(look),
  );
  if (!answer.ok) return answer;
  if (answer.value.visible["login.code"]) return err(needsHuman("a code is asked for after the password"));
  if (isGone(answer.value)) return ok(undefined);
  return err(answer.value.visible["login.password"] ? refused() : needsHuman("the page says neither in nor out"));
}

/** Types into one field of the dialog and, when asked, clicks the submit of the same form, once. */
async function fill(site: Site, key: string, text: string, isSubmitting: boolean): Promise<Result<void, Fault>> {
  // The kernel's look at a login form wants two fields: a step that has one gives it twice.
  const field = entryValue(site.pack, key);
  const form = { username: field, password: field, submit: entryValue(site.pack, "login.submit") };
  try {
    const focused = await runInPage(site.page, inspectLoginForm, { ...form, focus: "username" as const });
    if (focused.problem !== null && focused.problem !== "no_submit") return err(selectorMissing(key, "login dialog"));
    if (focused.problem === "no_submit") return err(selectorMissing("login.submit", "login dialog"));
    await within(ROUND_TRIP_MS_MAX, site.page.keyboard.sendCharacter(text));
    if (!isSubmitting) return ok(undefined);
    const aim = await runInPage(site.page, inspectLoginForm, { ...form, focus: null });
    if (aim.problem !== null) return err(selectorMissing("login.submit", "login dialog, uncovered,"));
    return await click(site, aim);
  } catch (thrown) {
    return err(classify(thrown));
  }
}

async function click(site: Site, at: { readonly x: number; readonly y: number }): Promise<Result<void, Fault>> {
  try {
    await within(ROUND_TRIP_MS_MAX, site.page.mouse.click(at.x, at.y));
    return ok(undefined);
  } catch (thrown) {
    return err(classify(thrown));
  }
}

/** Looks until `isDone`, or time is up: the last look in both cases. */
async function until(
  site: Site,
  msMax: number,
  isDone: (snapshot: Snapshot) => unknown,
): Promise<Result<Snapshot, Fault>> {
  const deadlineMs = site.now() + msMax;
  for (;;) {
    const looked = await takeSnapshot(site, loginLook(site.pack));
    if (!looked.ok || isDone(looked.value) || site.now() >= deadlineMs) return looked;
    await sleep(LOOK_MS);
  }
}

function refused(): Fault {
  return fault("LOGIN_REFUSED", "the platform did not accept the user name and password");
}

function needsHuman(message: string): Fault {
  return fault("LOGIN_NEEDS_HUMAN", message);
}
