// The leads of the FurnishedFinder twin: the table, one lead's labels, and the alert e-mails.

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CookieClient, makeCookieClient } from "../kernel/cookie-client.ts";
import type { RunningTwin } from "../kernel/listen.ts";
import { startTwin } from "../main.ts";
import { type HostBrowser, makeHostBrowser, NOW } from "./host-visits.ts";
import { channelPath, PATHS } from "./paths.ts";

const DETAILS = {
  moveIn: "2026-08-01",
  moveOut: "2026-10-30",
  travelers: "2",
  budget: "$4,000",
  pets: "Yes",
  occupation: "Nurse",
  phone: "+1 555 0100",
  email: "taylor@leads.example",
};
let twin: RunningTwin;
let lab: CookieClient;
let host: HostBrowser;

beforeAll(async () => {
  twin = await startTwin({ platform: "furnishedfinder", port: 0, dataDir: ":memory:", now: () => NOW });
});
afterAll(() => twin.close());
beforeEach(async () => {
  lab = makeCookieClient(twin.origin);
  await lab.reset();
  host = makeHostBrowser(twin.origin);
  await host.logIn();
});

describe("the page of leads", () => {
  it("has a row per request under its kind, with stay, rent, day and the way to reply", async () => {
    const { threadId } = await lab.leadWrites({ name: "Taylor Vance", text: "Hello", details: DETAILS });
    await lab.leadWrites({ name: "Bo", text: "Hello", details: { kind: "General Housing Requests" } });
    const $ = await host.content(PATHS.leads);
    expect(
      $("h2")
        .toArray()
        .map((each) => $(each).text()),
    ).toEqual(["Direct Booking Requests", "General Housing Requests"]);
    const cells = $("tr[data-href]").first().children("td");
    expect(cells.toArray().map((cell) => $(cell).text())).toEqual([
      "522000_1",
      "Bedford-Stuyvesant, Brooklyn",
      "Taylor V.",
      "8/1/26 - 10/30/26 (90 nights)",
      "$1,450",
      "11/20/26",
      "Reply To Tenant",
    ]);
    expect(cells.last().find("button").attr("data-href")).toBe(channelPath(threadId));
  });

  it("says that there are none, or shows neither rows nor those words", async () => {
    expect((await host.content(PATHS.leads))(".no-leads")).toHaveLength(1);
    await lab.control({ inbox: "empty_unmarked" });
    expect((await host.content(PATHS.leads))(".no-leads, tr[data-href]")).toHaveLength(0);
  });

  it("leads to one lead's labels, with phone and e-mail only when the traveler gave them", async () => {
    await lab.leadWrites({ name: "Taylor Vance", text: "Hello", details: DETAILS });
    await lab.leadWrites({ name: "Bo", text: "Hello" });
    const fields = async (row: number) => {
      const href = (await host.content(PATHS.leads))("tr[data-href]").eq(row).attr("data-href") ?? "";
      const $ = await host.content(href);
      return Object.fromEntries(
        $(".lead-field")
          .toArray()
          .map((field) => [$(field).children().first().text(), $(field).children().last().text()]),
      );
    };
    expect(await fields(1)).toEqual({
      "Requested travel dates": "Aug 1, 2026 - Oct 30, 2026",
      Travelers: "2",
      Budget: "$4,000",
      "Reason for travel": "Traveling Healthcare",
      "Traveling with pets": "Yes",
      "Date received": "11/20/26",
      Occupation: "Nurse",
      "Work location": "Not provided",
      "Number of bedrooms": "1",
      "Desired amenities": "Not provided",
      Phone: "+1 555 0100",
      Email: "taylor@leads.example",
    });
    expect(await fields(0)).toMatchObject({ "Requested travel dates": "Flexible" });
    expect(await fields(0)).not.toHaveProperty("Phone");
    expect((await host.get(`${PATHS.leads}?leadId=1`)).status).toBe(404);
  });
});

describe("the alert e-mails", () => {
  it("have a sender, subject and reply address by kind, and the values below their labels", async () => {
    const booking = await lab.leadWrites({ name: "Taylor Vance", text: "Is it free?", details: DETAILS });
    await lab.leadWrites({ threadId: booking.threadId, text: "Hello?" });
    await lab.leadWrites({ name: "Bo", text: "Hi", details: { moveOut: "ASAP" } });
    const mails = await lab.mails();
    expect(mails.map(({ from, subject }) => [from, subject])).toEqual([
      ["no.reply@leads.furnishedfinder.com", "Booking inquiry from Taylor for Sunny room on Halsey Street"],
      ["messaging@leads.furnishedfinder.com", "New Message from Taylor for Sunny room on Halsey Street"],
      ["messaging@leads.furnishedfinder.com", "Direct Message from Bo for Sunny room on Halsey Street"],
    ]);
    for (const { replyTo } of mails) expect(replyTo).toMatch(/^conversation-[0-9a-f]+@leads\.furnishedfinder\.com$/);
    expect(new Set(mails.map(({ replyTo }) => replyTo)).size).toBe(2);
    const [first, second, third] = mails.map(({ text }) => text);
    for (const pair of ["Move-in\nAug 1, 2026", "Occupants\n2", "Email\ntaylor@leads.example", "Phone\n+1 555 0100"]) {
      expect(first).toContain(pair);
    }
    expect(second).toContain("> Is it free?");
    expect(third).toContain("Move-in\nFlexible\nMove-out\nASAP");
    expect(third).not.toContain("Phone");
  });
});
