// The page of units in a real browser: what an admin finds, changes, links and imports; what an agent only reads.
import { describe, expect, it } from "vitest";
import { UNITS } from "./fake-board/seed-units.ts";
import { useWorkboard } from "./workboard.ts";

const rig = useWorkboard();
const part = (name: string) => rig.page.getByRole("region", { name });
const button = (name: string) => rig.page.getByRole("button", { name, exact: true });
const rows = () => rig.page.locator("a.row:not(.loose-link)");
const stored = (id: string) => rig.running.units.get(id);

describe("an admin", () => {
  it("finds a unit by what it lacks and by who shows it, and sees what replies may not state", async () => {
    await rig.open("desk");
    await rig.signIn("ana@harbour.example", "/units");
    await expect.poll(() => rows().count()).toBe(23);
    await rig.page.getByRole("button", { name: /^Something missing/ }).click();
    await expect.poll(() => rows().count()).toBe(3);
    await rows().filter({ hasText: "9 Harbor Walk" }).getByText("No agent").waitFor();
    await rig.page.getByLabel("Search units, agents and listings").fill("kent ben");
    await expect.poll(() => rows().count()).toBe(1);
    await rows().first().click();
    await rig.page.getByRole("heading", { level: 1, name: "118 Kent Ave, 4C" }).waitFor();
    expect(new URL(rig.page.url()).searchParams.get("q")).toBe("kent ben");
    await part("Facts")
      .getByRole("listitem")
      .filter({ hasText: "Specials" })
      .getByText(/replies leave it out/)
      .waitFor();
  });

  it("sees that nobody who shows a unit has hours, and removes one on which nothing hangs", async () => {
    const { units } = rig.running;
    const nobody = { user: { id: "us_new", name: "Zeynep Aydın" }, priority: 1, isActive: true };
    units.change("un_6", { assignments: [nobody] });
    await rig.open("phone");
    await rig.signIn("ana@harbour.example", "/units");
    await rows()
      .filter({ hasText: stored("un_6").label })
      .getByText("No times yet")
      .click();
    const remove = async () => {
      await button("Remove").click();
      await button("Remove it").click();
    };
    await remove();
    await rig.page.getByRole("dialog").getByText("1 agent still hangs on this unit.").waitFor();
    await button("Keep it").click();
    units.change("un_6", { assignments: [] });
    units.listings.delete("li_6");
    await remove();
    await rig.page.getByText("The unit is removed.").waitFor();
    expect(new URL(rig.page.url()).pathname).toBe("/units");
    await expect.poll(() => rows().count()).toBe(22);
  });

  it("changes a fact in its place, adds one that leads ask about, and takes one off, all by keyboard", async () => {
    await rig.open("phone");
    await rig.signIn("ana@harbour.example", `/units/${UNITS.complete}`);
    await button("Edit Monthly rent").press("Enter");
    await rig.page.keyboard.press("ControlOrMeta+A");
    await rig.page.keyboard.type("2600");
    await rig.page.getByLabel("Holds until").fill("2030-06-30");
    await rig.page.getByLabel("What replies may state").press("Enter");
    await part("Facts").getByText("Holds until Jun 30, 2030").waitFor();
    // The last instant of the day in New York, not in the browser's zone.
    const rent = stored(UNITS.complete).facts.find((fact) => fact.name === "rentMonthly");
    expect(rent).toMatchObject({ value: 2600, validUntilMs: Date.parse("2030-07-01T04:00:00Z") });
    await expect.poll(() => rig.page.evaluate("document.activeElement.ariaLabel")).toBe("Edit Monthly rent");
    await part("Facts").getByRole("button", { name: "Pets", exact: true }).press("Enter");
    await rig.page.keyboard.type("Cats only");
    await rig.page.keyboard.press("Enter");
    await button("Edit Pets").waitFor();
    await button("Edit Specials").click();
    await button("Take off the record").click();
    await expect
      .poll(() => stored(UNITS.complete).facts.map((fact) => fact.name))
      .toEqual(["availableFrom", "deposit", "laundry", "pets", "rentMonthly"]);
  });

  it("says when a unit can be shown in the unit's own time, and takes a hasty choice back", async () => {
    await rig.open("desk");
    await rig.signIn("ana@harbour.example", `/units/${UNITS.complete}`);
    const card = part("When it can be shown");
    await card.getByRole("radio", { name: "Set times" }).click();
    expect(stored(UNITS.complete).windows).toBeNull();
    await card.getByLabel("First day").fill("2030-03-09");
    await card.getByLabel("Last day").fill("2030-03-10");
    await card.getByLabel("From").fill("7:30");
    await card.getByLabel("Until").fill("9pm");
    await card.getByLabel("Until").press("Enter");
    // The clock goes forward between the two days.
    const windows = [
      { start: "2030-03-10T00:30:00.000Z", end: "2030-03-10T02:00:00.000Z" },
      { start: "2030-03-10T23:30:00.000Z", end: "2030-03-11T01:00:00.000Z" },
    ];
    await expect.poll(() => stored(UNITS.complete).windows).toEqual(windows);
    await card.getByRole("listitem").filter({ hasText: "Sun, Mar 10" }).getByText("7:30–9:00 PM").waitFor();
    await card.getByRole("radio", { name: "Never" }).click();
    await expect.poll(() => stored(UNITS.complete).windows).toEqual([]);
    await rig.page.getByText("Not shown").first().waitFor();
    await button("Undo").click();
    await expect.poll(() => stored(UNITS.complete).windows).toEqual(windows);
  });

  it("decides who shows a unit and who is asked first, and is told who gave no times", async () => {
    await rig.open("desk");
    await rig.signIn("ana@harbour.example", `/units/${UNITS.complete}`);
    const card = part("Who shows it");
    const people = () => card.getByRole("listitem").locator("bdi").allTextContents();
    await card.getByRole("listitem").filter({ hasText: "Wilhelmina" }).getByText("No times yet").waitFor();
    await card.getByLabel("Order of Ana Duarte").fill("5");
    await card.getByLabel("Order of Ana Duarte").press("Enter");
    await expect.poll(people).toEqual(["Ana Duarte", "Ben Ito", "Wilhelmina Featherstonehaugh-Cholmondeley"]);
    // Its row moved, and the focus with it.
    await expect.poll(() => card.getByLabel("Order of Ana Duarte").evaluate((one) => one.matches(":focus"))).toBe(true);
    await card.getByLabel("Order of Ben Ito").fill("1001");
    await card.getByLabel("Order of Ben Ito").press("Enter");
    await rig.page.getByText("The order is a whole number from 1 to 1000.").waitFor();
    await card.getByRole("switch", { name: /Ben Ito/ }).click();
    await card.getByLabel("Add a person").selectOption("Zeynep Aydın");
    await card.getByRole("button", { name: "Add" }).click();
    await expect
      .poll(() => stored(UNITS.complete).assignments.map((one) => [one.user.id, one.priority, one.isActive]))
      .toEqual([
        ["us_admin", 5, true],
        ["us_agent", 10, false],
        ["us_new", 100, true],
        ["us_long", 200, false],
      ]);
  });

  it("links listings to what their titles say, and says what the server refuses in its words", async () => {
    await rig.open("phone");
    await rig.signIn("ana@harbour.example", "/units");
    await rig.page.getByRole("link", { name: "3 listings have no unit" }).click();
    const loose = rig.page.getByRole("listitem").filter({ hasText: "sunny two bedroom" });
    await expect.poll(() => loose.getByRole("combobox").inputValue()).toBe(UNITS.complete);
    await loose.getByRole("button", { name: "Link" }).click();
    await expect.poll(() => rig.running.units.listings.get("li_0")?.unitId).toBe(UNITS.complete);
    await expect.poll(() => rig.page.getByRole("button", { name: "Link" }).count()).toBe(2);
    await rig.page.getByRole("link", { name: "Back to the list" }).click();
    await button("Add").click();
    await rig.page.getByLabel("Name, as your team calls it").fill("118 Kent Ave, 4C");
    await rig.page.getByRole("dialog").getByRole("button", { name: "Add" }).click();
    await rig.page.getByText("Another unit has this label. Give this one a label of its own.").waitFor();
    await rig.page.getByLabel("Name, as your team calls it").fill("1 New Street");
    await rig.page.getByRole("dialog").getByRole("button", { name: "Add" }).click();
    await rig.page.getByRole("heading", { level: 1, name: "1 New Street" }).waitFor();
  });

  it("sees what is wrong in which cell of a table, and what it would change, before anything is imported", async () => {
    await rig.open("desk");
    await rig.signIn("ana@harbour.example", "/units");
    await button("Import").click();
    const dialog = rig.page.getByRole("dialog");
    const paste = dialog.getByLabel("Or paste rows from a spreadsheet");
    await paste.fill('Unit,Rent,Group size,Door\n"118 Kent Ave, 4C",2600,2,red\nNew Street 1,1900,many,blue');
    await dialog.getByRole("button", { name: "Check the table" }).click();
    await dialog.getByText("1 thing is wrong").waitFor();
    const wrong = dialog.getByRole("table", { name: "What is wrong" }).getByRole("row").nth(1);
    expect(await wrong.getByRole("cell").allTextContents()).toEqual([
      "3",
      "Group size",
      "This is no group size. Write a whole number from 1 to 1000.",
    ]);
    expect(await dialog.getByRole("button", { name: /^Import/ }).count()).toBe(0);
    await dialog.getByRole("button", { name: "Back" }).click();
    await paste.fill('Unit,Rent,Group size,Door\n"118 Kent Ave, 4C",2600,2,red\nNew Street 1,1900,,blue');
    await dialog.getByRole("button", { name: "Check the table" }).click();
    await dialog.getByText("Left out, because these columns are not known: Door.").waitFor();
    const planned = dialog.getByRole("table", { name: "New and changed units" });
    await planned.getByRole("row").filter({ hasText: "118 Kent Ave, 4C" }).getByText("Group size 1 → 2").waitFor();
    expect(rig.running.units.units.size).toBe(23);
    await dialog.getByRole("button", { name: "Import 2 units" }).click();
    await rows().filter({ hasText: "New Street 1" }).waitFor();
    expect(stored(UNITS.complete).groupSize).toBe(2);
  });
});

describe("an agent", () => {
  it("reads the units they show, and is offered nothing that is not theirs to do", async () => {
    await rig.open("desk");
    await rig.signIn("ben@harbour.example", "/units");
    await rows().filter({ hasText: "118 Kent Ave, 4C" }).click();
    await part("Facts").getByText("One month").waitFor();
    await part("Who shows it").getByText("Order 10").waitFor();
    const main = rig.page.getByRole("main");
    expect(await main.getByRole("button").count()).toBe(0);
    expect(await main.getByRole("radio").count()).toBe(0);
    expect(await main.getByText("No agent").count()).toBe(0);
    await rig.page.goto(`${rig.running.origin}/units/${UNITS.nobody}`);
    await rig.page.getByText("This unit is not yours to see").waitFor();
  });
});
