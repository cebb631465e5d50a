// The page of knowledge in a real browser: answers and wordings, what is refused and why, what a reply looks like with them.
import { describe, expect, it } from "vitest";
import { UNITS } from "./fake-board/seed-units.ts";
import { useWorkboard } from "./workboard.ts";

const rig = useWorkboard();
const part = (name: string) => rig.page.getByRole("region", { name, exact: true });
const button = (name: string) => rig.page.getByRole("button", { name, exact: true });
const row = (words: string) => rig.page.getByRole("listitem").filter({ hasText: words });
const questions = () => rig.page.locator(".answer-question").allTextContents();
const stored = () => [...rig.running.knowledge.entries.values()];

describe("an admin", () => {
  it("finds an answer by its words, its unit, and those that are out of date, and reload keeps the search", async () => {
    await rig.open("desk");
    await rig.signIn("ana@harbour.example", "/knowledge");
    await expect.poll(questions).toHaveLength(5);
    await row("rooftop party").getByText("Expired").waitFor();
    await rig.page.getByLabel("Search questions, answers and units").fill("bike kent");
    await expect.poll(questions).toEqual(["Is there a bike room?"]);
    await part("118 Kent Ave, 4C").waitFor();
    await rig.page.reload();
    await expect.poll(questions).toEqual(["Is there a bike room?"]);
    await rig.page.getByLabel("Search questions, answers and units").fill("");
    await button("1 expired").click();
    await expect.poll(questions).toEqual(["Is there a rooftop party in summer?"]);
    await rig.page.getByLabel("Whose answers").selectOption("118 Kent Ave, 4C");
    await rig.page.getByText("Nothing matches").waitFor();
    await button("Show all answers").click();
    await expect.poll(questions).toHaveLength(5);
  });

  it("adds an answer for one unit, is told everything that is wrong, and changes and removes it, by keyboard", async () => {
    await rig.open("phone");
    await rig.signIn("ana@harbour.example", "/knowledge");
    await button("Add an answer").press("Enter");
    await rig.page.keyboard.type("Do you accept section 8?");
    await rig.page.getByLabel("Answer, word for word").fill("It is a very safe neighborhood.");
    await button("Save").press("Enter");
    const alert = rig.page.getByRole("alert");
    await alert.getByText("A question like this always goes to a person").waitFor();
    await alert.getByText("It describes an area by its people, its safety or its schools.").waitFor();
    await rig.page.getByLabel("Question, as leads ask it").fill("Is there a sauna?\nDo you have a sauna?");
    await rig.page.getByLabel("Answer, word for word").fill("Yes, on the roof.");
    await rig.page.getByRole("combobox", { name: "Unit", exact: true }).selectOption("118 Kent Ave, 4C");
    await rig.page.getByLabel("Holds until").fill("2030-06-30");
    await button("Save").press("Enter");
    await part("118 Kent Ave, 4C").getByText("Holds until Jun 30, 2030").waitFor();
    // The last instant of the day in New York, not in the browser's zone.
    expect(stored().at(-1)).toMatchObject({
      ...{ question: "Is there a sauna?\nDo you have a sauna?", answer: "Yes, on the roof." },
      ...{ unitId: UNITS.complete, validUntil: "2030-07-01T04:00:00.000Z" },
    });
    await expect.poll(() => button("Add an answer").evaluate((one) => one.matches(":focus"))).toBe(true);
    await button("Edit Is there a sauna?").press("Enter");
    await rig.page.getByRole("combobox", { name: "Unit", exact: true }).selectOption("Every unit");
    await rig.page.getByLabel("Holds until").fill("");
    await button("Save").press("Enter");
    await part("Every unit").getByText("Is there a sauna?").waitFor();
    expect(stored().find(({ id }) => id === "kn_new2")).toMatchObject({ unitId: null, validUntil: null });
    await button("Edit Is there a sauna?").press("Enter");
    await button("Remove").press("Enter");
    await expect.poll(() => stored().length).toBe(5);
    await rig.page.getByText("Removed. Who asks this gets a person.").waitFor();
  });

  it("words a reply, sees what is wrong while typing and a whole reply with a unit's facts, and goes back to ours", async () => {
    await rig.open("desk");
    await rig.signIn("ana@harbour.example", "/knowledge?view=wordings");
    await button("Edit Answer about price").click();
    const form = rig.page.getByRole("form", { name: "Answer about price" });
    await form.getByRole("status").getByText("Hi Alex,").waitFor();
    const field = form.getByRole("textbox");
    await field.fill("Pets are welcome, from $1,500.");
    const alert = form.getByRole("alert");
    await alert.getByText("Write {facts} exactly once").waitFor();
    await field.fill("Pets are welcome, from $1,500. {facts}");
    await alert.getByText("Leave numbers to the records.").waitFor();
    await alert.getByText("It speaks of a fact (pets).").waitFor();
    await field.fill("Good that you ask. ");
    await button("Insert what the record says, on lines of its own").click();
    await form.getByLabel("With the facts of").selectOption("118 Kent Ave, 4C");
    await form.getByRole("status").getByText("Good that you ask.").waitFor();
    await form.getByText("The rent is 2450 per month.").waitFor();
    await button("Save").click();
    await row("Answer about price").getByText("Yours").waitFor();
    expect(rig.running.knowledge.templates).toMatchObject([
      { kind: "answerPricing", language: "en", text: "Good that you ask. {facts}" },
    ]);
    await rig.page.getByRole("radio", { name: "Spanish" }).check();
    await expect.poll(() => rig.page.getByText("Yours").count()).toBe(0);
    await row("Goodbye").getByText("mucha suerte con su mudanza").waitFor();
    await rig.page.getByRole("radio", { name: "English" }).check();
    await button("Edit Answer about price").click();
    await button("Use ours again").click();
    await expect.poll(() => rig.running.knowledge.templates).toEqual([]);
    await expect.poll(() => rig.page.getByText("Yours").count()).toBe(0);
  });

  it("comes from a unit to its answers, and adds the first one there", async () => {
    await rig.open("desk");
    await rig.signIn("ana@harbour.example", `/units/${UNITS.windows}`);
    await rig.page.getByRole("link", { name: "Answers", exact: true }).click();
    await rig.page.getByText("Nothing matches").waitFor();
    await button("Add an answer").click();
    await rig.page.getByLabel("Question, as leads ask it").fill("Is there a sauna?");
    await rig.page.getByLabel("Answer, word for word").fill("Yes, on the roof.");
    await button("Save").click();
    await part("41-20 Queens Blvd, 2F").getByText("Yes, on the roof.").waitFor();
    expect(stored().at(-1)).toMatchObject({ unitId: UNITS.windows });
  });

  it("says what the server refuses, and keeps what was written", async () => {
    await rig.open("desk");
    await rig.signIn("ana@harbour.example", "/knowledge?view=wordings");
    await button("Edit Goodbye").click();
    const field = rig.page.getByRole("form", { name: "Goodbye" }).getByRole("textbox");
    await field.fill("See you at the showing.");
    await button("Save").click();
    await rig.page.getByRole("alert").getByText("It reads as words about a showing").first().waitFor();
    expect(await field.inputValue()).toBe("See you at the showing.");
    expect(rig.running.knowledge.templates).toEqual([]);
  });
});

describe("an agent", () => {
  it("reads what concerns them, and is offered nothing that is not theirs to do", async () => {
    await rig.open("desk");
    await rig.signIn("ben@harbour.example", "/knowledge");
    await expect.poll(questions).toHaveLength(4);
    await part("118 Kent Ave, 4C").getByText("room for two bikes").waitFor();
    expect(await button("Add an answer").count()).toBe(0);
    expect(await rig.page.getByRole("button", { name: /^Edit/ }).count()).toBe(0);
    await button("Wordings").click();
    await row("Offer of times").getByText("These times are open for a showing").waitFor();
    expect(await rig.page.getByRole("button", { name: /^Edit/ }).count()).toBe(0);
  });
});
