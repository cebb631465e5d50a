// The one send procedure of all platforms. Order: open, pre-image, write, check, gate, check, ONE click, watch, read back.
// Before the gate said yes every failure is `not_sent`. After it nothing is: what is not proven is `unconfirmed`, and nothing here
// or in an adapter ever clicks a second time, reloads a page that was posted, or presses Enter.
import type { Fault, SendReport } from "#contracts/browser";
import { MESSAGE_CHARS_MAX, type ThreadSighting } from "#domain/conversation/sighting";
import type { Result } from "#domain/kernel/result";
import type { SendGate, Site } from "./adapter.ts";
import { readChallenge } from "./challenge.ts";
import { aimAtSubmit, fillComposer } from "./composer.ts";
import { classify, endsVisitAtOnce, fault } from "./fault.ts";
import { ROUND_TRIP_MS_MAX, sleep, within } from "./in-page.ts";
import { requireConfirmed } from "./pack.ts";
import type { ComposerRule } from "./page-code.ts";
import { judgeAfterClick } from "./send-proof.ts";
import { keepPostsSingle } from "./single-post.ts";
import type { Snapshot } from "./snapshot.ts";
import { type SubmitWatch, watchSubmit } from "./submit-answer.ts";

/** How long the thread is watched for the new row after the click. */
export const SEND_PROOF_MS_MAX = 15_000;
/** Pause between two looks, and how long and how often it is looked more eagerly at first: most answers come at once. */
const SEND_PROOF_POLL_MS = 500;
const EAGER_MS_MAX = 1_000;
const EAGER_POLL_MS = 100;

/** What an adapter tells the procedure about its thread page. Every function works on the site it is given: the read-back uses a fresh tab. */
export type ThreadDesk = {
  /** Opens the thread by a GET (or as the platform does it) and verifies that it is the right one. */
  readonly open: (site: Site) => Promise<Result<Snapshot, Fault>>;
  /** Takes the page on screen down as it is: `takeSnapshot` with msMax 0 and keepsErrorStatus. */
  readonly look: (site: Site) => Promise<Result<Snapshot, Fault>>;
  /** Pure: page to thread. Must refuse a page that is not this thread. */
  readonly parse: (snapshot: Snapshot) => Result<ThreadSighting, Fault>;
  readonly composer: ComposerRule;
  /**
   * Pure: whether the page itself says that the message was not taken, or that it is held. Asked before the click too: a notice
   * that stood there before means nothing. Platforms without a known notice answer null.
   */
  readonly readNotice: (snapshot: Snapshot) => "refused" | "held" | null;
};

/** Sends one body to one thread, at most once. Never throws after the gate was asked and said yes; a gate that throws is passed on. */
export async function sendOnce(site: Site, desk: ThreadDesk, body: string, gate: SendGate): Promise<SendReport> {
  const refused = refuseBeforeOpening(site, body);
  if (refused) return { kind: "not_sent", fault: refused };

  const opened = await desk.open(site);
  if (!opened.ok) return { kind: "not_sent", fault: opened.error };
  // Read before writing too: a login gate or another thread is told as what it is, not as a missing composer.
  const known = desk.parse(opened.value);
  if (!known.ok) return { kind: "not_sent", fault: known.error };
  const filled = await fillComposer(site.page, desk.composer, body);
  if (!filled.ok) return { kind: "not_sent", fault: filled.error };
  // The pre-image is taken after writing, as late as possible: a page may show a new message meanwhile.
  const before = await desk.look(site);
  if (!before.ok) return { kind: "not_sent", fault: before.error };
  const preImage = desk.parse(before.value);
  if (!preImage.ok) return { kind: "not_sent", fault: preImage.error };
  const aimed = await aimAtSubmit(site.page, desk.composer, body);
  if (!aimed.ok) return { kind: "not_sent", fault: aimed.error };

  if (!(await gate(preImage.value))) return { kind: "stopped" };
  try {
    const noticeBefore = desk.readNotice(before.value);
    return await clickAndWatch(site, desk, body, { preImage: preImage.value, noticeBefore });
  } catch (thrown) {
    return { kind: "unconfirmed", fault: classify(thrown), postImage: null };
  }
}

function refuseBeforeOpening(site: Site, body: string): Fault | null {
  const confirmed = requireConfirmed(site.pack, "send");
  if (!confirmed.ok) return confirmed.error;
  if (body.trim() === "") return fault("TEXT_ALTERED", "there is no text to send");
  return body.length > MESSAGE_CHARS_MAX ? fault("TEXT_ALTERED", "the text is longer than any platform takes") : null;
}

type Before = { readonly preImage: ThreadSighting; readonly noticeBefore: "refused" | "held" | null };

async function clickAndWatch(site: Site, desk: ThreadDesk, body: string, before: Before): Promise<SendReport> {
  const submit = watchSubmit(site.page, site.now);
  try {
    return await clickOnce(site, desk, body, before, submit);
  } finally {
    submit.stop();
  }
}

async function clickOnce(
  site: Site,
  desk: ThreadDesk,
  body: string,
  before: Before,
  submit: SubmitWatch,
): Promise<SendReport> {
  try {
    // The gate took time. The page is checked once more, so that the click cannot land on a page that replaced this one.
    const aimed = await aimAtSubmit(site.page, desk.composer, body);
    if (!aimed.ok) return { kind: "unconfirmed", fault: aimed.error, postImage: null };
    await within(ROUND_TRIP_MS_MAX, site.page.mouse.click(aimed.value.x, aimed.value.y));
  } catch (thrown) {
    return await readBack(site, desk, body, before, { cause: classify(thrown), isRefused: false });
  }
  const watched = await watch(site, desk, body, before);
  if (watched.kind === "shown") return watched.report;
  // A page whose own request broke may say "not sent" as well; then it is not the platform that says so.
  const broken = submit.broken();
  // Both may tell of the same thing; what the request says is then the more exact.
  const cause = watched.fault !== null && watched.fault.code !== broken?.code ? watched.fault : broken;
  if (cause !== null && endsVisitAtOnce(cause)) return { kind: "unconfirmed", fault: cause, postImage: null };
  return await readBack(site, desk, body, before, { cause, isRefused: watched.isRefused && broken === null });
}

type Watched =
  | { readonly kind: "shown"; readonly report: SendReport }
  | { readonly kind: "not_shown"; readonly fault: Fault | null; readonly isRefused: boolean };

/** Looks at the page on screen until the row is there, the page says no, the page is lost, or time is up. */
async function watch(site: Site, desk: ThreadDesk, body: string, before: Before): Promise<Watched> {
  const clickedMs = site.now();
  const deadlineMs = clickedMs + (site.proofMsMax ?? SEND_PROOF_MS_MAX);
  let lastFault: Fault | null = null;
  for (;;) {
    const looked = await desk.look(site);
    if (!looked.ok) return { kind: "not_shown", fault: looked.error, isRefused: false };
    const report = judge(desk, body, before, looked.value);
    if (report.kind === "shown") return { kind: "shown", report };
    if (report.kind === "refused") return { kind: "not_shown", fault: null, isRefused: true };
    lastFault = report.fault;
    const { status, title, text } = looked.value;
    const errorPage = readChallenge({ status, title, text, hasContent: true });
    if (errorPage !== null) return { kind: "not_shown", fault: errorPage, isRefused: false };
    if (lastFault?.code === "SESSION_EXPIRED" || site.now() >= deadlineMs) {
      return { kind: "not_shown", fault: lastFault, isRefused: false };
    }
    await sleep(site.now() - clickedMs < EAGER_MS_MAX ? EAGER_POLL_MS : SEND_PROOF_POLL_MS);
  }
}

type Seen =
  | Extract<SendReport, { kind: "shown" }>
  | { readonly kind: "refused"; readonly postImage: ThreadSighting | null }
  | { readonly kind: "watch"; readonly fault: Fault | null; readonly postImage: ThreadSighting | null };

/** What one look says. A row that is there wins over any notice. */
function judge(desk: ThreadDesk, body: string, before: Before, snapshot: Snapshot): Seen {
  const notice = desk.readNotice(snapshot);
  const isNewNotice = notice !== before.noticeBefore;
  const parsed = desk.parse(snapshot);
  if (parsed.ok) {
    const judgement = judgeAfterClick(before.preImage, parsed.value, body);
    if (judgement.kind === "shown") {
      return { kind: "shown", postImage: parsed.value, isHeld: judgement.isHeld || (notice === "held" && isNewNotice) };
    }
    if (judgement.kind === "failed") return { kind: "refused", postImage: parsed.value };
  }
  const postImage = parsed.ok ? parsed.value : null;
  if (notice === "refused" && isNewNotice) return { kind: "refused", postImage };
  return { kind: "watch", fault: parsed.ok ? null : parsed.error, postImage };
}

/** What the click's own page left to be found out. `isRefused`: it said so, and its request was answered. */
type Left = { readonly cause: Fault | null; readonly isRefused: boolean };

/** One fresh open of the thread in a tab of its own, so that a request still under way is not cut off. Looks once, never clicks. */
async function readBack(site: Site, desk: ThreadDesk, body: string, before: Before, left: Left): Promise<SendReport> {
  let postImage: ThreadSighting | null = null;
  let found = left.cause;
  try {
    const page = await within(ROUND_TRIP_MS_MAX, site.page.browserContext().newPage());
    try {
      await keepPostsSingle(page);
      const fresh: Site = { ...site, page };
      const opened = await desk.open(fresh);
      if (opened.ok) {
        const seen = judge(desk, body, { ...before, noticeBefore: null }, opened.value);
        if (seen.kind === "shown") return seen;
        postImage = seen.postImage;
        // A fresh page has it from the platform, not from a request of its own.
        if (postImage !== null && (left.isRefused || seen.kind === "refused")) return refusedBy(postImage);
      } else {
        found = opened.error;
      }
    } finally {
      await within(ROUND_TRIP_MS_MAX, page.close()).catch(() => undefined);
    }
  } catch (thrown) {
    found ??= classify(thrown);
  }
  const unproven = fault("TIMEOUT", "the send button was clicked and the message is not to be seen in the thread");
  return { kind: "unconfirmed", fault: found ?? unproven, postImage };
}

function refusedBy(postImage: ThreadSighting): SendReport {
  return {
    kind: "refused",
    fault: fault("PLATFORM_REFUSED", "the platform says that it did not take the message", { packKey: "send.failed" }),
    postImage,
  };
}
