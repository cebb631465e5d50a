// The health page in a real browser: what an admin sees live, looks at, and tries again; what an agent does not see.
import { describe, expect, it } from "vitest";
import { CASES } from "./fake-board/seed.ts";
import { useWorkboard } from "./workboard.ts";

const rig = useWorkboard();
const part = (name: string) => rig.page.getByRole("region", { name });
const rowsOf = (name: string) => part(name).getByRole("listitem");
const link = (unseen: string) => rig.page.getByRole("link", { name: `Health ${unseen}`.trim(), exact: true });

describe("an admin", () => {
  it("sees an incident live on every page, follows it to its lead, and takes it off the badge by looking", async () => {
    await rig.open("desk");
    await rig.signIn();
    await link(", 3 unseen incidents").waitFor();
    rig.running.board.happen({
      id: "duplicate.new",
      kind: "duplicate",
      at: new Date().toISOString(),
      conversation: { id: CASES.failed, leadName: "Grace O’Malley" },
      account: null,
      detail: {},
      seen: null,
    });
    await link(", 4 unseen incidents").click();
    await expect.poll(() => rowsOf("Incidents").count()).toBe(4);
    const newest = rowsOf("Incidents").first();
    await newest.getByText("A message of ours shows twice", { exact: true }).waitFor();
    await newest.getByRole("button", { name: /^Seen/ }).press("Enter");
    await expect.poll(() => rig.running.board.incidents.get("duplicate.new")?.seen?.by).toBe("Ana Duarte");
    await link(", 3 unseen incidents").waitFor();
    await expect.poll(() => rowsOf("Incidents").count()).toBe(3);
    await expect.poll(() => rig.page.evaluate("document.activeElement.textContent")).toBe("Incidents");
    await rig.page.getByRole("button", { name: "Show seen ones too" }).click();
    await part("Incidents").getByText("Seen by Ana Duarte, just now").waitFor();
    await rig.page.getByRole("link", { name: "Grace O’Malley" }).click();
    await rig.page.getByRole("heading", { level: 1, name: "Grace O’Malley" }).waitFor();
  });

  it("tries what was given up again, one and then all, and what is tried is looked at", async () => {
    await rig.open("phone");
    await rig.signIn("ana@harbour.example", "/health");
    await expect.poll(() => rowsOf("Given up").count()).toBe(3);
    const inbox = rowsOf("Given up").filter({ hasText: "Reading an inbox" });
    await inbox.getByRole("link", { name: "Roomies · Harbour Lettings, main" }).waitFor();
    await inbox.getByRole("button", { name: /^Try again/ }).click();
    await expect.poll(() => rowsOf("Given up").count()).toBe(2);
    expect(rig.running.board.waitingLetters().map((letter) => letter.id)).toEqual(["q1", "q3"]);
    await link(", 2 unseen incidents").waitFor();
    await rig.page.getByRole("button", { name: "Try all 2 again" }).click();
    await part("Given up").getByText("Nothing was given up.").waitFor();
    await rig.page.getByRole("status", { name: "Notices" }).getByText("Trying 2 again.").waitFor();
    await link(", 1 unseen incident").waitFor();
    await rowsOf("Incidents").getByRole("button", { name: /^Seen/ }).click();
    await part("Incidents").getByText("Nothing waits to be looked at.").waitFor();
    await link("").waitFor();
  });

  it("sees how long leads wait to be read, and why an account pauses or stands still", async () => {
    await rig.open("desk");
    await rig.signIn("ana@harbour.example", "/health");
    const line = (platform: string) => rowsOf("Accounts").filter({ hasText: platform });
    await line("Roomies").getByText("The inbox did not open in time, five times in a row.").waitFor();
    expect(await line("Roomies").getByText("Pauses after errors").count()).toBe(1);
    expect(await line("SpareRoom").locator("dd").allInnerTexts()).toEqual(["4 min ago", "12 s", "38 s", "212"]);
    expect(await line("Leasebreak").locator("dd[data-slow]").textContent()).toContain("68 s");
    expect(await line("RentHop").getByText("solve the puzzle, then resume.").count()).toBe(1);
    expect(await line("Furnished Finder").getByText("not measured yet").count()).toBe(2);
    await rig.page.getByRole("link", { name: "Change accounts" }).click();
    const card = rig.page.getByRole("article", { name: "Roomies" });
    await card.getByRole("alert").getByText("The inbox did not open in time, five times in a row.").waitFor();
    await card.getByText("Half are here within 21 s, 95 % within 53 s").waitFor();
  });

  it("is told when the page's own script did not come, and gets it by loading again", async () => {
    await rig.open("desk");
    await rig.page.route("**/health-page-*.js", (route) => route.abort());
    await rig.signIn("ana@harbour.example", "/health");
    await rig.page.getByText("This page did not load").waitFor();
    await rig.page.unroute("**/health-page-*.js");
    await rig.page.getByRole("button", { name: "Load it again" }).click();
    await expect.poll(() => rowsOf("Given up").count()).toBe(3);
  });
});

describe("an agent", () => {
  it("sees neither the page nor the way to it", async () => {
    await rig.open("desk");
    await rig.signIn("ben@harbour.example", "/health");
    await rig.page.getByText("Health is for admins").waitFor();
    expect(await rig.page.getByRole("link", { name: /^Health/ }).count()).toBe(0);
  });
});
