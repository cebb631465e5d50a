// The page of availability in a real browser: an agent's own week, single days, and an admin who helps.
import { describe, expect, it } from "vitest";
import { useWorkboard } from "./workboard.ts";

const rig = useWorkboard();
const part = (name: string) => rig.page.getByRole("region", { name });
const week = () => part("Every week");
const stored = (id: string) => rig.running.people.get(id);
const rulesOf = (id: string) => stored(id).rules.map(({ weekday, from, to }) => `${weekday} ${from}-${to}`);
const preview = () => part("The next two weeks").getByRole("listitem").allInnerTexts();

describe("an agent", () => {
  it("types a week by keyboard, copies a day, sees it beforehand, and saves it", async () => {
    await rig.open("desk");
    await rig.signIn("ben@harbour.example");
    await rig.page.getByRole("button", { name: "Menu of Ben Ito" }).click();
    await rig.page.getByRole("link", { name: "My availability" }).click();
    await week().getByRole("button", { name: "Add a time on Sunday" }).press("Enter");
    // Who types waits to see where the cursor is.
    await expect.poll(() => rig.page.evaluate("document.activeElement.ariaLabel")).toBe("Sunday, from");
    await rig.page.keyboard.type("7:30");
    await rig.page.keyboard.press("Tab");
    await rig.page.keyboard.type("9pm");
    await rig.page.keyboard.press("Tab");
    await expect.poll(() => week().getByLabel("Sunday, from").inputValue()).toBe("7:30 PM");
    await week().getByRole("button", { name: "Copy Sunday to other days" }).press("Enter");
    await expect.poll(() => rig.page.evaluate("document.activeElement.type")).toBe("checkbox");
    await rig.page.keyboard.press("Space");
    await week().getByRole("button", { name: "Copy", exact: true }).press("Enter");
    await rig.page.getByText("Copied to Mon. Not saved yet.").waitFor();
    await part("The next two weeks").getByText("As it will be once the week is saved.").waitFor();
    await expect
      .poll(async () => (await preview()).filter((day) => day.includes("7:30–9:00 PM")).length, { timeout: 5_000 })
      .toBe(4);
    expect(rulesOf("us_agent")).toContain("1 09:00-12:30");
    await week().getByLabel("Sunday, from").press("Enter");
    await rig.page.getByText("The week is saved.").waitFor();
    expect(rulesOf("us_agent").filter((rule) => /^[17]/.test(rule))).toEqual(["1 19:30-21:00", "7 19:30-21:00"]);
    await expect.poll(() => week().getByText("Not saved yet").count(), { timeout: 5_000 }).toBe(0);
  });

  it("is told what is no time or overlaps, keeps what was typed over a reload, and can give it up", async () => {
    await rig.open("phone");
    await rig.signIn("ben@harbour.example", "/availability");
    await week().getByRole("button", { name: "Add a time on Monday" }).click();
    await week().getByLabel("Monday, time 3, from").fill("noonish");
    await week().getByRole("button", { name: "Save" }).click();
    await week().getByText("Write when it begins, such as 10am or 14:30.").waitFor();
    await expect.poll(() => rig.page.evaluate("document.activeElement.ariaLabel")).toBe("Monday, time 3, from");
    await week().getByLabel("Monday, time 3, from").fill("5pm");
    await week().getByLabel("Monday, time 3, until").fill("7");
    await week().getByLabel("Monday, time 3, until").press("Enter");
    await week().getByText("This overlaps another time of the day. Make them one.").waitFor();
    await rig.page.reload();
    await expect.poll(() => week().getByLabel("Monday, time 3, until").inputValue()).toBe("7:00 PM");
    await week().getByRole("button", { name: "Discard" }).click();
    await expect
      .poll(() =>
        week()
          .getByLabel(/^Monday, time \d, from/)
          .count(),
      )
      .toBe(2);
    expect(rulesOf("us_agent").length).toBe(10);
  });

  it("pastes a line and sees what was understood before it takes the week's place", async () => {
    await rig.open("phone");
    await rig.signIn("ben@harbour.example", "/availability");
    const line = week().getByLabel("Paste a line, or type one");
    await line.fill("Mon–Thu 7:30-9pm, Sat someday");
    await week().getByText("“someday” was not understood.").waitFor();
    expect(await week().getByRole("button", { name: "Put this in place of the week" }).count()).toBe(0);
    await line.fill("Mon–Thu 7:30-9pm, Sat 10-2");
    await week().getByText("Mon–Thu 7:30–9:00 PM").waitFor();
    await week().getByRole("button", { name: "Put this in place of the week" }).click();
    expect(rulesOf("us_agent").length).toBe(10);
    await week().getByRole("button", { name: "Save" }).click();
    const evenings = [1, 2, 3, 4].map((weekday) => `${weekday} 19:30-21:00`);
    await expect.poll(() => rulesOf("us_agent")).toEqual([...evenings, "6 10:00-14:00"]);
  });

  it("is away for some days, has other hours on one, and lets the week hold again", async () => {
    await rig.open("desk");
    await rig.signIn("ben@harbour.example", "/availability");
    const card = part("Days that differ");
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    await card.getByRole("button", { name: "Add" }).click();
    await card.getByLabel("First day").fill(inDays(2));
    await card.getByLabel("Last day").fill(inDays(4));
    await card.getByRole("button", { name: "Save" }).click();
    await rig.page.getByText("Saved: 3 days.").waitFor();
    expect((await preview()).filter((day) => day.includes("Away")).length).toBe(3);
    await card.getByRole("button", { name: "Add" }).click();
    await card.getByLabel("First day").fill(inDays(3));
    await card.getByRole("radio", { name: "Other hours" }).check();
    await card.getByLabel("Other hours, from").fill("10");
    await card.getByLabel("Other hours, until").fill("1:30");
    await card.getByRole("button", { name: "Save" }).click();
    await card.getByText("10:00 AM–1:30 PM").waitFor();
    await card
      .getByRole("button", { name: /^Let the week hold on/ })
      .first()
      .click();
    await expect
      .poll(() => stored("us_agent").overrides)
      .toEqual([
        { date: inDays(3), intervals: [{ from: "10:00", to: "13:30" }] },
        { date: inDays(4), intervals: [] },
      ]);
  });
});

describe("mails about showings", () => {
  it("are switched off and on again, and said to be off where nobody gets any", async () => {
    await rig.open("phone");
    await rig.signIn("ben@harbour.example", "/availability");
    const card = part("Basics");
    const change = async () => {
      await card.getByRole("button", { name: "Edit" }).click();
      await card.getByRole("checkbox", { name: /^E-mail when a showing/ }).press("Space");
      await card.getByRole("button", { name: "Save" }).click();
    };
    await card.getByText("When one is booked, moved or cancelled").waitFor();
    await change();
    await card.getByText("None", { exact: true }).waitFor();
    expect(stored("us_agent").profile).toMatchObject({ maxPerDay: 4, isMailed: false });
    rig.running.people.change("us_agent", { areMailsSent: false });
    await change();
    await card.getByText("None yet: mails are off for everybody here").waitFor();
    expect(stored("us_agent").profile?.isMailed).toBe(true);
  });
});

describe("an admin", () => {
  it("begins somebody's availability with a time zone, and only then asks for times", async () => {
    await rig.open("desk");
    await rig.signIn("ana@harbour.example", "/availability");
    await rig.page
      .getByLabel("Whose availability")
      .selectOption({ label: "Wilhelmina Featherstonehaugh-Cholmondeley" });
    await part("Basics").getByText("Begin here: times need a time zone.").waitFor();
    expect(await week().count()).toBe(0);
    await part("Basics").getByLabel("Time zone of these times").fill("Europe/London");
    await part("Basics")
      .getByLabel(/^Most showings a day/)
      .fill("3");
    await part("Basics").getByRole("button", { name: "Save" }).click();
    await week().waitFor();
    const profile = { zone: "Europe/London", bufferMinutes: 15, maxPerDay: 3, isMailed: true };
    expect(stored("us_long").profile).toEqual(profile);
    await part("Basics").getByText("At most 3").waitFor();
    expect(rig.page.url()).toContain("of=us_long");
  });
});
