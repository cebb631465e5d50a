// The built workboard in a real browser: the way of an agent through a day, and what happens when an answer is lost,
// a lead writes meanwhile, a socket drops or a session ends.
import { describe, expect, it } from "vitest";
import { PASSWORD } from "./fake-board/board.ts";
import { CASES } from "./fake-board/seed.ts";
import { useWorkboard } from "./workboard.ts";

const rig = useWorkboard();
const sendsOf = (id: string) => rig.running.board.get(id).sends;
/** The card of showings comes after the others, with a request of its own. */
const cardsLoaded = async () => {
  const showing = rig.page.getByRole("region", { name: "Showing", exact: true });
  await showing.waitFor();
  await showing.getByText("Loading…").waitFor({ state: "hidden" });
};
const box = () => rig.page.getByRole("textbox", { name: /^Reply on/ });

describe("an agent's way", () => {
  it("goes from the login over an edited draft and a retried reply to an outcome, with one row per text", async () => {
    await rig.open("phone");
    await rig.signIn();
    await rig.page
      .getByRole("link", { name: /Maya Okonkwo/ })
      .first()
      .click();
    await rig.page.getByRole("button", { name: "Edit" }).click();
    await rig.page.getByRole("textbox", { name: "Text of the draft" }).fill("Hi Maya, yes! Tuesday at 18:00?");
    await rig.page.getByRole("button", { name: "Approve edited text" }).click();
    await rig.page.getByText("Hi Maya, yes! Tuesday at 18:00?").waitFor();
    await expect.poll(() => sendsOf(CASES.draft)[0]?.state).toBe("sent");
    expect(sendsOf(CASES.draft)[0]?.isEdited).toBe(true);

    rig.running.board.leadWrites(CASES.draft, "Tuesday is perfect. What should I bring?");
    await rig.page.getByText("What should I bring?").first().waitFor();
    rig.running.switches.loseReplyAnswers = 1;
    await box().fill("Just a photo id. See you then!");
    await rig.page.getByRole("button", { name: "Send" }).click();
    await rig.page.getByText("No answer from the server.").waitFor();
    expect(await box().inputValue()).toBe("Just a photo id. See you then!");
    await rig.page.reload();
    expect(await box().inputValue()).toBe("Just a photo id. See you then!");
    await rig.page.getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => box().inputValue()).toBe("");
    expect(sendsOf(CASES.draft).filter((send) => send.body.startsWith("Just a photo id"))).toHaveLength(1);

    await rig.page.getByRole("button", { name: "Completed" }).click();
    await rig.page.getByText("Marked: completed.").waitFor();
    expect(rig.running.board.get(CASES.draft)).toMatchObject({ outcome: "completed", workflowState: "outcome" });
    await rig.page.getByRole("link", { name: "Back to the list" }).click();
    await rig.page.getByRole("button", { name: /^Closed/ }).click();
    await rig.page
      .getByRole("link", { name: /Maya Okonkwo/ })
      .first()
      .waitFor();
  });

  it("takes a text back while there is time, and gives it back to the box", async () => {
    rig.running.board.pace.releaseMs = 60_000;
    await rig.open("desk");
    await rig.signIn("ana@harbour.example", `/conversations/${CASES.markup}`);
    await box().fill("Utilities are included.");
    await rig.page.keyboard.press("Control+Enter");
    await rig.page.getByText(/Goes out in \d+ s/).waitFor();
    await rig.page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => box().inputValue()).toBe("Utilities are included.");
    expect(sendsOf(CASES.markup)[0]?.state).toBe("cancelled");
  });

  it("is warned when the lead wrote meanwhile, and cannot answer past it", async () => {
    await rig.open("desk");
    await rig.signIn("ana@harbour.example", `/conversations/${CASES.markup}`);
    await box().fill("Utilities are included.");
    rig.running.board.leadWrites(CASES.markup, "And a parking space?");
    await rig.page.getByText("A new message came while you were typing.").waitFor();
    expect(await rig.page.getByRole("button", { name: "Send" }).isDisabled()).toBe(true);
    await rig.page.getByRole("button", { name: "I have read it" }).click();
    await rig.page.getByRole("button", { name: "Send" }).click();
    await expect.poll(() => sendsOf(CASES.markup).length).toBe(1);
  });

  it("is asked before answering after a colleague", async () => {
    await rig.open("desk");
    await rig.signIn("ana@harbour.example", `/conversations/${CASES.markup}`);
    const lastInbound = rig.running.board.get(CASES.markup).lastInboundId;
    rig.running.board.reply(CASES.markup, "colleague", "Yes, included.", lastInbound, false);
    await expect.poll(() => sendsOf(CASES.markup)[0]?.state).toBe("sent");
    await box().fill("Utilities are included.");
    await rig.page.getByRole("button", { name: "Send" }).click();
    await rig.page.getByText("Somebody has answered meanwhile.").waitFor();
    expect(sendsOf(CASES.markup)).toHaveLength(1);
    await rig.page.getByRole("button", { name: "Send mine too" }).click();
    await expect.poll(() => sendsOf(CASES.markup).length).toBe(2);
  });

  it("sees changes without loading, also those missed while the socket was down", async () => {
    await rig.open("desk");
    await rig.signIn();
    await rig.page.getByText("Waiting for a person").waitFor();
    rig.running.board.leadWrites(CASES.rightToLeft, "A brand-new message");
    await rig.page.getByText("A brand-new message").waitFor();
    rig.running.switches.isSocketDown = true;
    rig.running.dropSockets();
    await rig.page.getByText("Live updates are interrupted.").waitFor();
    rig.running.board.leadWrites(CASES.rightToLeft, "Written in the dark");
    rig.running.switches.isSocketDown = false;
    await rig.page.getByText("Written in the dark").waitFor();
    await rig.page.getByText("Live updates are interrupted.").waitFor({ state: "hidden" });
  });

  it("comes back to the same place, with the text, after the session ended", async () => {
    await rig.open("desk");
    await rig.signIn("ana@harbour.example", `/conversations/${CASES.markup}`);
    await box().fill("Half a sentence");
    await cardsLoaded();
    rig.running.switches.isSignedOut = true;
    await rig.page.getByRole("button", { name: "Send" }).click();
    await rig.page.getByRole("heading", { name: "Sign in to lease-bot" }).waitFor();
    await rig.page.getByLabel("E-mail").fill("ana@harbour.example");
    await rig.page.getByLabel("Password").fill(PASSWORD);
    await rig.page.getByRole("button", { name: "Sign in" }).click();
    await expect.poll(() => box().inputValue()).toBe("Half a sentence");
    expect(sendsOf(CASES.markup)).toHaveLength(0);
  });

  it("never finds a text that somebody else left in this tab", async () => {
    await rig.open("desk");
    await rig.signIn("ana@harbour.example", `/conversations/${CASES.markup}`);
    await box().fill("Not for Ben");
    // Whatever asks next meets the end of the session: it shall be the text.
    await cardsLoaded();
    rig.running.switches.isSignedOut = true;
    await rig.page.getByRole("button", { name: "Send" }).click();
    await rig.page.getByRole("heading", { name: "Sign in to lease-bot" }).waitFor();
    await rig.signIn("ben@harbour.example", `/conversations/${CASES.markup}`);
    expect(await box().inputValue()).toBe("");
  });

  it("is told why a button is greyed", async () => {
    await rig.open("phone");
    await rig.signIn("ana@harbour.example", `/conversations/${CASES.closed}`);
    // The card above comes late, and a forced click does not wait for a button to stand still.
    await cardsLoaded();
    await rig.page.getByRole("button", { name: "Take over" }).click({ force: true });
    await rig.page.getByRole("status", { name: "Notices" }).getByText("This conversation is closed.").waitFor();
    expect(rig.running.board.get(CASES.closed).ownerMode).toBe("ai");
  });

  it("finds, narrows and loads more without a mouse", async () => {
    await rig.open("desk");
    await rig.signIn();
    await rig.page
      .getByRole("link", { name: /Bartholomew/ })
      .first()
      .waitFor();
    const rows = rig.page.locator("a.row");
    expect(await rows.count()).toBe(20);
    await rig.page.getByRole("button", { name: "Load more" }).click();
    await expect.poll(() => rows.count()).toBe(40);
    await rows.first().focus();
    await rig.page.keyboard.press("j");
    await rig.page.keyboard.press("Enter");
    await rig.page.getByRole("heading", { level: 1, name: "Tomás Echeverría" }).waitFor();
    await rig.page.getByRole("searchbox").fill("kent ave");
    await expect.poll(() => rig.page.url()).toContain("q=kent+ave");
    await expect.poll(async () => (await rows.allInnerTexts()).every((row) => row.includes("Kent Ave"))).toBe(true);
  });
});

describe("a person who is not to be contacted", () => {
  const order = () => rig.page.getByRole("button", { name: "Do not contact" });
  const dialog = () => rig.page.getByRole("dialog");

  it("is asked about first, with those of the same name to tick, and stops in all that are theirs", async () => {
    await rig.open("phone");
    await rig.signIn("ben@harbour.example", `/conversations/${CASES.draft}`);
    const [sharing, ticked, unticked] = rig.running.board.samePerson(CASES.draft).map((one) => one.conversationId);
    const stopped = () =>
      [CASES.draft, sharing, ticked, unticked].map((id) => rig.running.board.get(id ?? "").isSuppressed);
    await order().click();
    await dialog().getByText("These stop as well:").waitFor();
    await dialog().getByRole("button", { name: "Cancel" }).click();
    await dialog().waitFor({ state: "hidden" });
    expect(stopped()).toEqual([false, false, false, false]);
    await order().click();
    await dialog().getByRole("checkbox").first().check();
    await dialog().getByRole("button", { name: "Do not contact" }).click();
    await rig.page.getByText("Do not contact this person.").waitFor();
    expect(stopped()).toEqual([true, true, true, false]);
    expect(sendsOf(CASES.draft)[0]?.state).toBe("cancelled");
    expect(await order().getAttribute("aria-disabled")).toBe("true");
    expect(await rig.page.getByRole("button", { name: "Lift" }).count()).toBe(0);
  });

  it("can be contacted again when an admin lifts it, and says so", async () => {
    await rig.open("desk");
    await rig.signIn("ana@harbour.example", `/conversations/${CASES.suppressed}?view=all`);
    const lift = rig.page.getByRole("button", { name: "Lift" });
    await lift.click();
    await dialog().getByRole("button", { name: "No, leave it" }).click();
    expect(rig.running.board.get(CASES.suppressed).isSuppressed).toBe(true);
    await lift.click();
    await dialog().getByRole("button", { name: "Yes, lift it" }).click();
    await rig.page.getByText("This person may be contacted again.").waitFor();
    expect(rig.running.board.get(CASES.suppressed).isSuppressed).toBe(false);
    expect(await lift.count()).toBe(0);
  });
});

describe("what a lead wrote", () => {
  it("is shown as text, never run and never laid out as markup", async () => {
    await rig.open("desk");
    let hasRun = false;
    rig.page.on("dialog", (dialog) => {
      hasRun = true;
      void dialog.dismiss();
    });
    await rig.signIn("ana@harbour.example", `/conversations/${CASES.markup}`);
    await rig.page.locator(".bubble-text", { hasText: '<script>alert("rent")</script>' }).waitFor();
    expect(await rig.page.locator(".talk-main img, .talk-main script").count()).toBe(0);
    expect(hasRun).toBe(false);
  });
});

describe("roles", () => {
  it("show an agent neither the accounts nor a way to link units", async () => {
    await rig.open("desk");
    await rig.signIn("ben@harbour.example", `/conversations/${CASES.unlinked}`);
    await rig.page.getByRole("heading", { name: "Who and where" }).waitFor();
    expect(await rig.page.getByRole("link", { name: "Accounts" }).count()).toBe(0);
    expect(await rig.page.getByText("Link to a unit").count()).toBe(0);
    await rig.page.goto(`${rig.running.origin}/accounts`);
    await rig.page.getByText("Accounts are for admins").waitFor();
  });

  it("ask an admin before replies may leave by themselves", async () => {
    await rig.open("desk");
    await rig.signIn("ana@harbour.example", "/accounts");
    const card = rig.page.getByRole("article", { name: "Roomies" });
    await card.getByRole("combobox", { name: /^Replies/ }).selectOption("auto_send");
    await rig.page.getByRole("button", { name: "No, keep it careful" }).click();
    expect(rig.running.board.accounts.get("ac_roomies")?.sendMode).toBeNull();
    await card.getByRole("combobox", { name: /^Replies/ }).selectOption("auto_send");
    await rig.page.getByRole("button", { name: "Yes, change it" }).click();
    await expect.poll(() => rig.running.board.accounts.get("ac_roomies")?.sendMode).toBe("auto_send");
    await rig.page.getByRole("button", { name: "It is mended, resume" }).click();
    await expect.poll(() => rig.running.board.accounts.get("ac_renthop")?.stopped).toBeNull();
  });
});
