// An agent's day in a real browser: one tap and its undo, another time, a booking whose answer is lost, the queue, the
// filters of the list, and the private calendar address.
import { beforeEach, describe, expect, it } from "vitest";
import { CASES, followUp } from "./fake-board/seed.ts";
import { SHOWINGS } from "./fake-board/seed-showings.ts";
import { type Size, useWorkboard } from "./workboard.ts";

const rig = useWorkboard();
/** Wednesday, ten past ten in New York, where most units are. */
const NOW_MS = Date.parse("2026-11-25T15:10:00Z");

beforeEach(() => rig.running.day.begin(NOW_MS));

const statusOf = (id: string) => rig.running.day.showing(id).status;
const row = (words: string) => rig.page.locator(".showing", { hasText: words }).first();
const dialog = () => rig.page.getByRole("dialog");
const notice = (words: string | RegExp) => rig.page.getByRole("status", { name: "Notices" }).getByText(words);
const focused = () => rig.page.evaluate("document.activeElement.textContent");

async function asBen(size: Size, path: string, email = "ben@harbour.example"): Promise<void> {
  await rig.open(size, "light", "America/New_York");
  await rig.page.clock.setFixedTime(NOW_MS);
  await rig.signIn(email, path);
}

describe("an agent's home", () => {
  it("is the day: what is next, what was never closed, today in the order of time, who waits, whom to follow up", async () => {
    await asBen("phone", "/");
    await rig.page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
    expect(new URL(rig.page.url()).pathname).toBe("/today");
    await rig.page.getByRole("region", { name: "Next", exact: true }).getByText("Now").waitFor();
    const today = rig.page.getByRole("region", { name: "Showings today 6" });
    expect(await today.locator("time").allInnerTexts()).toEqual([
      "8:00 AM",
      "10:00 AM",
      "12:00 PM",
      "1:00 PM",
      "12:00 PM",
      "4:00 PM",
    ]);
    const elsewhere = row("2210 Sunset Crest");
    expect(await elsewhere.locator(".showing-zone").allInnerTexts()).toEqual(["PST", "3:00 PM here"]);
    await rig.page
      .getByRole("region", { name: "How did these go? 1" })
      .getByRole("link", { name: /Li Wei/ })
      .waitFor();
    const dues = await rig.page.locator(".follow-up-due").allInnerTexts();
    expect(dues).toEqual(["due for 3 h", "due for 20 min", "due today, 2:10 PM", "due tomorrow, 12:10 PM"]);
    await rig.page.getByRole("button", { name: /leads wait/ }).click();
    await expect.poll(focused).toContain("Waiting for you");
  });

  it("tells an outcome in one tap, which can be taken back, and which is not lost by leaving", async () => {
    await asBen("phone", "/today");
    const running = row("41-20 Queens Blvd, 2F").page().locator(".showing", { hasText: "نور" });
    await running.getByRole("button", { name: /^Completed/ }).press("Enter");
    await expect.poll(focused).toBe("Undo");
    await rig.page.keyboard.press("Enter");
    await running.getByRole("button", { name: /^No-show/ }).click();
    await running.getByText("Marked: no-show").waitFor();
    expect(statusOf(SHOWINGS.running)).toBe("confirmed");
    await rig.page.reload();
    await expect.poll(() => statusOf(SHOWINGS.running)).toBe("no_show");
  });

  it("shows a confirmation at once, and the truth again when the server says no", async () => {
    await asBen("desk", "/today");
    await row("Maya Okonkwo")
      .getByRole("button", { name: /^Confirm/ })
      .click();
    await row("Maya Okonkwo").getByText("Confirmed", { exact: true }).waitFor();
    await notice("Noted: confirmed.").waitFor();
    expect(statusOf(SHOWINGS.pending)).toBe("confirmed");
    rig.running.day.setStatus(SHOWINGS.elsewhere, "cancelled");
    await row("2210 Sunset Crest")
      .getByRole("button", { name: /^Confirm/ })
      .click();
    await notice(/cannot become confirmed/).waitFor();
    await row("2210 Sunset Crest").getByText("Cancelled").waitFor();
  });

  it("clears the queue: one skipped after a second thought, one put off", async () => {
    await asBen("desk", "/today");
    const due = (lead: string) => rig.page.locator(".follow-up", { hasText: lead });
    await due("Grace").getByRole("button", { name: /^Skip/ }).click();
    await due("Grace").getByRole("button", { name: "Undo" }).click();
    await due("Grace")
      .getByRole("button", { name: /^Later/ })
      .click();
    await due("Grace").getByRole("button", { name: "Tomorrow morning" }).click();
    await due("Grace").getByText("due tomorrow, 9:00 AM").waitFor();
    await due("Robert").getByRole("button", { name: /^Done/ }).click();
    await due("Robert").getByText("Followed up").waitFor();
    await rig.page.reload();
    await expect.poll(() => rig.running.day.followUps.has(`${CASES.markup}.f2`)).toBe(false);
    await expect.poll(() => rig.page.locator(".follow-up").count()).toBe(3);
  });

  it("hears at once of a showing that was called off elsewhere", async () => {
    await asBen("phone", "/today");
    await row("Maya Okonkwo").waitFor();
    rig.running.day.setStatus(SHOWINGS.pending, "cancelled");
    rig.running.say({ signal: "showing", showingId: SHOWINGS.pending });
    await row("Maya Okonkwo").getByText("Cancelled").waitFor();
  });

  it("[H16] says why it cannot be told yet how a showing went", async () => {
    await asBen("desk", "/today");
    const ahead = row("Priya Raghunathan");
    await ahead.getByRole("button", { name: /^More/ }).click();
    await ahead.getByRole("button", { name: /^No-show/ }).click({ force: true });
    await notice("The showing has not begun yet. Say that nobody came once it has, or cancel it.").waitFor();
    expect(statusOf(SHOWINGS.confirmed)).toBe("confirmed");
  });

  it("makes a private calendar address, shown once, and ends it", async () => {
    await asBen("phone", "/today");
    await rig.page.getByText("Your showings in your own calendar").click();
    await rig.page.getByText("You have no address yet.").waitFor();
    await rig.page.getByRole("button", { name: "Make an address" }).click();
    expect(await rig.page.getByLabel("Your private address").inputValue()).toMatch(/^https:.*\.ics$/);
    await rig.page.getByRole("button", { name: "I have it" }).click();
    expect(await rig.page.getByLabel("Your private address").count()).toBe(0);
    await rig.page.getByRole("button", { name: /^End/ }).click();
    await dialog().getByRole("button", { name: "End it" }).click();
    await rig.page.getByText("You have no address yet.").waitFor();
    expect(rig.running.day.feeds.size).toBe(0);
  });
});

describe("a showing whose lead is not to be contacted", () => {
  it("stands, says so, is kept with one tap or called off with another", async () => {
    await asBen("phone", "/showings");
    const stands = row("Grace");
    await stands.getByText("Asked not to be contacted. The showing still stands: call it off or keep it.").waitFor();
    await stands.getByRole("button", { name: /^Keep it/ }).press("Enter");
    await notice("The showing stands.").waitFor();
    await stands.getByText("Asked not to be contacted. The showing still stands.", { exact: true }).waitFor();
    expect(await stands.getByRole("button", { name: /^Keep it/ }).count()).toBe(0);
    await stands.getByRole("button", { name: /^Cancel it/ }).click();
    await stands.getByText("Marked: cancelled").waitFor();
    await rig.page.reload();
    await expect.poll(() => statusOf(SHOWINGS.tomorrow)).toBe("cancelled");
  });
});

describe("the follow-up of a conversation", () => {
  it("says when, why and by whom, is put off, and done", async () => {
    const id = `${CASES.markup}.f2`;
    await asBen("desk", "/today");
    rig.running.board.change(CASES.markup, { followUp: followUp(id, NOW_MS - 3_600_000) });
    await rig.page.goto(`${rig.running.origin}/conversations/${CASES.markup}`);
    const card = rig.page.getByRole("region", { name: "Follow-up" });
    await card.getByText("due for 1 h").waitFor();
    await card.getByText("The lead asked something that no record answers.").waitFor();
    await card.getByText(/writes? it; not written yet/).waitFor();
    await card.getByRole("button", { name: /^Later/ }).click();
    await card.getByRole("button", { name: "Tomorrow morning" }).click();
    await card.getByText("due tomorrow, 9:00 AM").waitFor();
    await card.getByRole("button", { name: /^Done/ }).click();
    await card.getByText("Followed up").waitFor();
    await rig.page.reload();
    await expect.poll(() => rig.running.board.get(CASES.markup).followUp).toBeNull();
    await expect.poll(() => card.count()).toBe(0);
  });
});

describe("another time", () => {
  it("is chosen with the keyboard among the open ones; one that was just taken is refused in words", async () => {
    await asBen("desk", "/today");
    await row("Priya Raghunathan")
      .getByRole("button", { name: /^Reschedule/ })
      .press("Enter");
    const day = dialog().getByRole("radio", { name: /^Wed, Nov 25, 5 open times/ });
    await day.focus();
    await rig.page.keyboard.press("ArrowRight");
    await dialog().getByRole("radio", { name: "10:30 AM" }).press("Space");
    await dialog().getByText("Thu, Nov 26, 10:30 AM").waitFor();
    rig.running.day.book("a colleague", { unitId: "un_1", start: "2026-11-26T15:30:00Z" }, "us_agent");
    await dialog().getByRole("button", { name: "Move it" }).click();
    await dialog().getByText("Somebody else has just taken this time. Choose another one.").waitFor();
    expect(rig.running.day.showing(SHOWINGS.confirmed).day).toBe("2026-11-25");
    await dialog().getByRole("radio", { name: "11:30 AM" }).press("Space");
    await dialog().getByRole("button", { name: "Move it" }).press("Enter");
    await notice("Moved to Thu, Nov 26, 11:30 AM.").waitFor();
    expect(rig.running.day.showing(SHOWINGS.confirmed).start).toBe("2026-11-26T16:30:00.000Z");
    expect(await dialog().count()).toBe(0);
  });

  it("is booked from the conversation, once, although its answer was lost", async () => {
    await asBen("desk", `/conversations/${CASES.markup}`);
    let lost = 1;
    await rig.page.route("**/api/showings", async (route) => {
      if (route.request().method() !== "POST" || lost-- <= 0) return await route.continue();
      await route.fetch();
      await route.abort();
    });
    await rig.page.getByRole("button", { name: "Book a showing" }).click();
    await dialog().getByRole("radio", { name: "6:00 PM" }).check({ force: true });
    await dialog().getByRole("button", { name: "Book it" }).click();
    await dialog()
      .getByText(/^No answer from the server/)
      .waitFor();
    await dialog().getByRole("button", { name: "Book it" }).click();
    await notice("Booked for Wed, Nov 25, 6:00 PM.").waitFor();
    const booked = [...rig.running.day.showings.values()].filter((one) => one.conversationId === CASES.markup);
    expect(booked).toHaveLength(1);
    const card = rig.page.getByRole("region", { name: "Showing" });
    await card.getByText("6:00 PM", { exact: true }).waitFor();
    await card.getByText("Confirmed", { exact: true }).waitFor();
    expect(await card.getByRole("button", { name: "Book a showing" }).count()).toBe(0);
  });

  it("is explained when it is not open, and only an admin may take it all the same", async () => {
    await asBen("phone", `/conversations/${CASES.markup}`);
    const ask = async () => {
      await rig.page.getByRole("button", { name: "Book a showing" }).click();
      await dialog().getByText("Why is another time not open?").click();
      await dialog().getByLabel("Date").fill("2026-11-28");
      await dialog().getByLabel("Time there").fill("14:15");
      await dialog().getByRole("button", { name: "Ask" }).click();
      await dialog().getByText("Sat, Nov 28, 2:15 PM is not open.").waitFor();
      await dialog().getByText("Weekly hours", { exact: true }).first().waitFor();
    };
    await ask();
    expect(await dialog().textContent()).not.toMatch(/\d{4}-\d{2}-\d{2}T|un_\d/);
    expect(await dialog().getByRole("button", { name: "Choose it all the same" }).count()).toBe(0);
    await rig.page.context().clearCookies();
    await rig.signIn("ana@harbour.example", `/conversations/${CASES.markup}`);
    await ask();
    await dialog().getByRole("button", { name: "Choose it all the same" }).click();
    await dialog().getByRole("button", { name: "Book it" }).click();
    await notice("Booked for Sat, Nov 28, 2:15 PM.").waitFor();
  });
});

describe("the showings", () => {
  it("are narrowed by what stands in the address, page by page, and found again after a reload", async () => {
    await asBen("desk", "/showings", "ana@harbour.example");
    await expect.poll(() => rig.page.locator(".showing").count()).toBe(50);
    await rig.page.getByRole("button", { name: "Load more" }).click();
    await expect.poll(() => rig.page.locator(".showing").count()).toBe(68);
    await rig.page.getByRole("combobox", { name: "Agent" }).selectOption({ label: "Me" });
    await expect.poll(() => rig.page.locator(".showing").count()).toBe(1);
    await rig.page.getByRole("combobox", { name: "Agent" }).selectOption({ label: "Every agent" });
    await rig.page.getByRole("combobox", { name: "Status" }).selectOption({ label: "Wants another time" });
    await expect.poll(() => rig.page.locator(".showing").count()).toBe(1);
    await rig.page.reload();
    await row("2210 Sunset Crest").waitFor();
    expect(new URL(rig.page.url()).search).toBe("?status=reschedule_requested");
    await rig.page.getByRole("combobox", { name: "When" }).selectOption({ label: "Last 7 days" });
    await expect.poll(() => rig.page.url()).toContain("when=last7");
    await rig.page.getByRole("combobox", { name: "Status" }).selectOption({ label: "Completed" });
    await row("Tomás Echeverría").getByText("Completed").waitFor();
    await rig.page.getByRole("combobox", { name: "Status" }).selectOption({ label: "Any status" });
    await rig.page.getByRole("combobox", { name: "Order" }).selectOption({ label: "Latest first" });
    await expect.poll(() => rig.page.url()).toContain("order=latest");
    await expect.poll(() => rig.page.locator(".day-title").first().textContent()).toBe("Today");
    await expect.poll(() => rig.page.locator(".showing").last().textContent()).toContain("Maya Okonkwo");
  });

  it("are counted by day in the month, and a day opens from there", async () => {
    await asBen("phone", "/showings?view=month");
    await rig.page.getByRole("link", { name: "Wednesday, November 25, 5 showings, 2 not settled" }).waitFor();
    await rig.page.getByRole("link", { name: "The month after" }).click();
    await rig.page.getByRole("heading", { name: "December 2026" }).waitFor();
    await rig.page.getByRole("link", { name: "Today", exact: true }).last().click();
    await rig.page.getByRole("link", { name: /^Thursday, November 26, 1 showing$/ }).press("Enter");
    await rig.page.getByRole("heading", { name: "Tomorrow, Thursday, November 26" }).waitFor();
    await row("Grace").waitFor();
    expect(await rig.page.locator(".showing").count()).toBe(1);
    await rig.page.goBack();
    await rig.page.getByRole("heading", { name: "November 2026" }).waitFor();
  });
});
