// Writes a body into the one composer of a thread page and finds the one button that sends it. Trusted input only: text by
// Input.insertText (a line break never presses Enter), one click of the mouse. Decides nothing: send-once.ts says when.

import type { Page } from "@cloudflare/puppeteer";
import type { Fault } from "#contracts/browser";
import { err, ok, type Result } from "#domain/kernel/result";
import { classify, fault } from "./fault.ts";
import { ROUND_TRIP_MS_MAX, runInPage, within } from "./in-page.ts";
import { type ComposerRule, type ComposerState, inspectComposer } from "./page-code.ts";

/** Where the click goes, valid for the document it was found in and only at once. */
export type Aim = { readonly x: number; readonly y: number; readonly documentId: number };

/** Line ends as a text area holds them. What is typed and compared. */
function asTyped(body: string): string {
  return body.replace(/\r\n?/g, "\n");
}

/** Replaces whatever the composer holds by the body. The thread on screen is checked first. */
export async function fillComposer(page: Page, rule: ComposerRule, body: string): Promise<Result<void, Fault>> {
  try {
    const state = await runInPage(page, inspectComposer, { rule, isFilling: true });
    if (state.problem !== null) return err(faultOf(state.problem));
    await within(ROUND_TRIP_MS_MAX, page.keyboard.sendCharacter(asTyped(body)));
    return ok(undefined);
  } catch (thrown) {
    return err(classify(thrown));
  }
}

/** Checks thread, text and button together, in one look, and answers where to click. */
export async function aimAtSubmit(page: Page, rule: ComposerRule, body: string): Promise<Result<Aim, Fault>> {
  try {
    const state = await runInPage(page, inspectComposer, { rule, isFilling: false });
    if (state.problem !== null) return err(faultOf(state.problem));
    if (state.value !== asTyped(body)) {
      return err(
        fault("TEXT_ALTERED", "the composer does not hold exactly the text that was written into it", {
          packKey: "composer.text",
        }),
      );
    }
    return ok({ x: state.x, y: state.y, documentId: state.documentId });
  } catch (thrown) {
    return err(classify(thrown));
  }
}

function faultOf(problem: NonNullable<ComposerState["problem"]>): Fault {
  switch (problem) {
    case "wrong_thread":
      return fault("WRONG_THREAD", "the page on screen does not name the thread to answer", {
        packKey: "thread.verify",
      });
    case "no_text":
      return fault("COMPOSER_MISSING", "the thread shows no text area that takes the text", {
        packKey: "composer.text",
      });
    case "several_texts":
      return fault("COMPOSER_MISSING", "the thread shows more than one text area", { packKey: "composer.text" });
    case "no_submit":
      return fault("SUBMIT_MISSING", "the composer shows no enabled send button", { packKey: "composer.submit" });
    case "several_submits":
      return fault("SUBMIT_MISSING", "the composer shows more than one send button", { packKey: "composer.submit" });
    case "covered":
      return fault("SUBMIT_MISSING", "something lies over the send button", { packKey: "composer.submit" });
  }
}
