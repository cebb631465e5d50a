// The page of evidence and "Why?" in a real browser.
import { describe, expect, it } from "vitest";
import { CASES } from "./fake-board/seed.ts";
import { useWorkboard } from "./workboard.ts";

const rig = useWorkboard();

describe("an admin", () => {
  it("sees whether an account may send automatically, by intent, and follows what would have gone wrong", async () => {
    await rig.open("desk");
    await rig.signIn();
    await rig.page.getByRole("link", { name: "Evidence", exact: true }).click();
    await rig.page.getByText("Not sure yet: few were wrong").waitFor();
    const row = rig.page.getByRole("row", { name: /Wants a showing/ });
    expect(await row.getByRole("cell").nth(5).textContent()).toBe("100 % (99 to 100 %, of 399)");
    await rig.page.getByLabel("Time").selectOption("7");
    await rig.page.getByText("No decisions in this time").waitFor();
    await rig.page.getByLabel("Time").selectOption("90");
    await rig.page.getByRole("link", { name: "Grace O’Malley: Asks about price" }).click();
    await rig.page.getByRole("heading", { level: 1, name: "Grace O’Malley" }).waitFor();
  });
});

describe("an agent", () => {
  it("asks why beside a draft, and reads the reasons and what became of it", async () => {
    await rig.open("phone");
    await rig.signIn("ben@harbour.example", `/conversations/${CASES.draft}`);
    await rig.page
      .getByRole("region", { name: "Draft of the assistant" })
      .getByRole("button", { name: "Why?" })
      .click();
    const dialog = rig.page.getByRole("dialog", { name: "Why?" });
    await dialog.getByText("Edited, then sent: 20 % of the words; taken out: 2450; added: 2400.").waitFor();
    await dialog.getByText("unit_facts/un_1/rentMonthly").waitFor();
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect.poll(() => dialog.count()).toBe(0);
  });

  it("has no way to the evidence", async () => {
    await rig.open("desk");
    await rig.signIn("ben@harbour.example", "/evidence");
    await rig.page.getByText("Evidence is for admins").waitFor();
    expect(await rig.page.getByRole("link", { name: "Evidence", exact: true }).count()).toBe(0);
  });
});
