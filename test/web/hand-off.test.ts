// The hand-off and what an agent types, in a real browser: the summary, the word to the lead, warnings, blocks, and the page
// where an admin sets business hours.
import { describe, expect, it } from "vitest";
import { CASES } from "./fake-board/seed.ts";
import { useWorkboard } from "./workboard.ts";

const rig = useWorkboard();
const box = () => rig.page.getByRole("textbox", { name: /^Reply on/ });
const alert = () => rig.page.getByRole("alert");
const sends = (id: string) => rig.running.board.get(id).sends;
const PROMISE = "I promise you will get it.";
const STEERING = "It is a safe neighborhood.";

describe("a hand-off", () => {
  it("shows its summary on the board and in the conversation, and gives the offered word to the reply box", async () => {
    await rig.open("phone");
    await rig.signIn("ana@harbour.example", "/conversations?view=hand_offs");
    await rig.page.getByText(/^Asks about the rules, asks about the price; open: pets, rent/).waitFor();
    await rig.page.goto(`${rig.running.origin}/conversations/${CASES.handOff}`);
    const summary = rig.page.getByRole("list", { name: "Summary" });
    await expect.poll(() => summary.getByRole("listitem").count()).toBe(3);
    await rig.page.getByText(/^The lead was not told that a person answers/).waitFor();
    await rig.page.getByRole("button", { name: "Put it into the reply box" }).click();
    await expect.poll(() => box().inputValue()).toContain("A colleague will read it and answer you shortly.");
  });
});

describe("a typed text", () => {
  it("is warned about while it is typed, and goes once somebody says so", async () => {
    await rig.open("desk");
    await rig.signIn("ben@harbour.example", `/conversations/${CASES.markup}`);
    await box().fill(PROMISE);
    await alert().getByText("It promises something a record does not hold.").waitFor();
    expect(await rig.page.getByRole("button", { name: "Send", exact: true }).isDisabled()).toBe(true);
    await rig.page.getByRole("button", { name: "Send anyway" }).click();
    await expect.poll(() => sends(CASES.markup).length).toBe(1);
    await expect.poll(() => box().inputValue()).toBe("");
  });

  it("that is warned about only when it is sent is not lost, and another text needs another yes", async () => {
    await rig.open("desk");
    await rig.signIn("ben@harbour.example", `/conversations/${CASES.markup}`);
    await box().fill(PROMISE);
    await rig.page.keyboard.press("Control+Enter");
    await rig.page.getByRole("button", { name: "Send anyway" }).waitFor();
    expect(sends(CASES.markup)).toHaveLength(0);
    await box().fill("Hello there");
    await rig.page.getByRole("button", { name: "Send anyway" }).waitFor({ state: "hidden" });
    await rig.page.getByRole("button", { name: "Send", exact: true }).click();
    await expect.poll(() => sends(CASES.markup).map(({ body }) => body)).toEqual(["Hello there"]);
  });

  it("that is blocked stays with an agent, and goes for an admin with a reason", async () => {
    await rig.open("desk");
    await rig.signIn("ben@harbour.example", `/conversations/${CASES.markup}`);
    await box().fill(STEERING);
    await alert().getByText("This must not go to a lead.").waitFor();
    await alert().getByText("Take it out, or ask an admin.").waitFor();
    expect(await rig.page.getByRole("button", { name: "Send anyway" }).count()).toBe(0);
    await box().fill("");
    await rig.page.context().clearCookies();
    await rig.page.goto(rig.running.origin);
    await rig.signIn("ana@harbour.example", `/conversations/${CASES.markup}`);
    await box().fill(STEERING);
    await alert().waitFor();
    expect(await rig.page.getByRole("button", { name: "Send anyway" }).isDisabled()).toBe(true);
    await rig.page.getByLabel("Why it goes out").selectOption({ label: "legal advice" });
    await rig.page.getByRole("button", { name: "Send anyway" }).click();
    await expect.poll(() => sends(CASES.markup).map(({ body }) => body)).toEqual([STEERING]);
  });
});

describe("the settings", () => {
  const part = (name: string) => rig.page.getByRole("region", { name });
  const settings = () => rig.running.organisation.settings;

  it("take business hours, closed dates and numbers, and ask before more leaves by itself", async () => {
    await rig.open("desk", "light", "America/New_York");
    await rig.signIn("ana@harbour.example");
    await rig.page.getByRole("button", { name: "Menu of Ana Duarte" }).click();
    await rig.page.getByRole("link", { name: "Settings" }).click();
    await part("Business hours").getByRole("switch").click();
    await part("Business hours").getByLabel("Monday, from").fill("8am");
    await part("Business hours").getByLabel("Another date").fill("2026-12-25");
    await part("Business hours").getByRole("button", { name: "Add the date" }).click();
    await part("Business hours").getByRole("button", { name: "Save hours" }).click();
    await expect.poll(() => settings().businessHours?.weekly[0]).toEqual({ weekday: 1, from: "08:00", to: "17:00" });
    expect(settings().businessHours).toMatchObject({ zone: "America/New_York", closedDates: ["2026-12-25"] });

    await part("Showings").getByLabel("Minutes of a showing").fill("45");
    await part("Showings").getByRole("button", { name: "Save" }).click();
    await expect.poll(() => settings().slotMinutes).toBe(45);

    await part("Sending").getByRole("combobox").selectOption("auto_send");
    await rig.page.getByRole("button", { name: "No, keep it careful" }).click();
    expect(settings().defaultSendMode).toBe("draft_only");
    await part("Sending").getByRole("combobox").selectOption("auto_send");
    await rig.page.getByRole("button", { name: "Yes, change it" }).click();
    await expect.poll(() => settings().defaultSendMode).toBe("auto_send");
    await part("Sending").getByRole("switch").click();
    await expect.poll(() => settings().isKillSwitchOn).toBe(true);
    expect(settings().businessHours).not.toBeNull();
  });

  it("are for admins", async () => {
    await rig.open("desk");
    await rig.signIn("ben@harbour.example", "/settings");
    await rig.page.getByText("Settings are for admins").waitFor();
  });
});
