import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELD_CHARS_MAX, MESSAGE_CHARS_MAX } from "./limits.ts";
import { parseLeadMail } from "./parse-lead-mail.ts";

const SUBJECT = "Booking inquiry from Ana for Sunny studio";

/** A booking inquiry with every field; `change` replaces whole lines. */
function booking(change: Readonly<Record<string, string>> = {}): string {
  const lines = [
    "New booking inquiry",
    "Ana is interested in your property",
    "",
    "Hello, is the studio still free?",
    "I am a traveler nurse with a car.",
    "",
    "----------",
    "Traveler Details",
    "Email verified",
    "Phone number verified",
    "LinkedIn verified",
    "Stay Details",
    "Move-in",
    "Jun 13, 2026",
    "Move-out",
    "Sep 11, 2026",
    "Occupants",
    "2",
    "Pets",
    "Yes, one cat",
    "Email",
    "ana.lead@mail.example",
    "Phone",
    "(555) 010-7788",
    "----------",
    "Your Matched Listing",
    "Sunny studio",
    "Exact",
    "----------",
    "Reply to This Inquiry",
    "Speed wins the booking: a traveler often books with the first Property Manager who answers.",
  ];
  return lines.map((line) => change[line] ?? line).join("\n");
}

const finder = (text: string | null, subject = SUBJECT, html: string | null = null) =>
  parseLeadMail("furnishedfinder", { subject, text, html });

describe("a lead mail of FurnishedFinder", () => {
  it("[L7] [L8] gives everything that stands in it", () => {
    expect(finder(booking())).toEqual({
      subjectKind: "booking_inquiry",
      name: "Ana",
      email: "ana.lead@mail.example",
      phone: "(555) 010-7788",
      moveIn: { date: "2026-06-13", raw: "Jun 13, 2026" },
      moveOut: { date: "2026-09-11", raw: "Sep 11, 2026" },
      occupants: { count: 2, raw: "2" },
      pets: { answer: "yes", raw: "Yes, one cat" },
      message: "Hello, is the studio still free?\nI am a traveler nurse with a car.",
      listingTitle: "Sunny studio",
      doubts: [],
      isGuess: false,
    });
  });

  it.each([
    ["New Tenant Lead matched your properties", "matched_lead", "Ana", "Sunny studio"],
    ["A tenant needs a place in Austin", "tenant_needs_place", "Ana", "Sunny studio"],
    ["Direct Message from Bo for Room for two", "direct_message", "Bo", "Room for two"],
    ["Booking inquiry from Bo", "booking_inquiry", "Bo", "Sunny studio"],
    ["New Message from Bo for Loft", "new_message", "Bo", "Loft"],
    ["New Message from for Loft", "new_message", "Ana", "Loft"],
  ])("[L7] takes from the subject what it holds, and the rest from the body: %s", (subject, kind, name, listing) => {
    expect(finder(booking(), subject)).toMatchObject({ subjectKind: kind, name, listingTitle: listing });
  });

  it("[L7] is none with another subject", () => {
    expect(finder(booking(), "Your receipt")).toBeNull();
  });

  it.each([
    ["the next label", { "(555) 010-7788": "", "----------": "" }],
    ["a divider", { "(555) 010-7788": "----------" }],
    ["a dash", { "(555) 010-7788": "–" }],
    ["words that are no number", { "(555) 010-7788": "ask me at noon" }],
    ["no line at all", { Phone: "", "(555) 010-7788": "" }],
  ])("[L8] has no phone when it is followed by %s", (_, change) => {
    expect(finder(booking(change))).toMatchObject({ phone: null, email: "ana.lead@mail.example", doubts: [] });
  });

  it("[L8] does not take a label's name for the value of the one before", () => {
    const fields = finder(booking({ "ana.lead@mail.example": "Phone", Phone: "" }));
    expect(fields).toMatchObject({ email: null, phone: "(555) 010-7788" });
  });

  it("[L8] is not misled by prose that holds labels", () => {
    const prose = "Phone\n555 999 0000\nPets\nNo\nMove-in\nJan 1, 2030\nEmail\nother@mail.example";
    const fields = finder(booking({ "Hello, is the studio still free?": prose }));
    expect(fields).toMatchObject({
      phone: "(555) 010-7788",
      email: "ana.lead@mail.example",
      moveIn: { date: "2026-06-13" },
      pets: { answer: "yes" },
      doubts: [],
    });
    expect(fields?.message).toContain("555 999 0000");
  });

  it("[L9] leaves a field empty that stands there with two values, and says so", () => {
    const prose = "Traveler Details\nEmail\nother@mail.example\nOccupants\n2";
    const fields = finder(booking({ "Hello, is the studio still free?": prose }));
    expect(fields).toMatchObject({ email: null, occupants: { count: 2 }, doubts: ["email"] });
  });

  it.each([
    ["ASAP", null],
    ["Flexible", null],
    ["as soon as possible!", null],
    ["Jun 13", null],
    ["6/13/26", "2026-06-13"],
  ])("[L10] keeps %s for a date as it is written", (raw, date) => {
    expect(finder(booking({ "Jun 13, 2026": raw }))?.moveIn).toEqual({ date, raw });
  });

  it.each([
    ["2", 2],
    ["5+", null],
    ["12", 12],
    ["2 adults, 1 child", 2],
  ])("counts the occupants of %s", (raw, count) => {
    expect(finder(booking({ "2": raw }))?.occupants).toEqual({ raw, count });
  });

  it.each([
    ["No", "no"],
    ["yes", "yes"],
    ["Not yet decided", null],
    ["One dog", null],
  ])("reads pets %s", (raw, answer) => {
    expect(finder(booking({ "Yes, one cat": raw }))?.pets).toEqual({ raw, answer });
  });

  it("[L11] reads nothing from quoted history", () => {
    const old = booking({ "ana.lead@mail.example": "old@mail.example", "2": "7" });
    const short = booking({ Email: "", "ana.lead@mail.example": "" });
    for (const history of [
      old
        .split("\n")
        .map((line) => `> ${line}`)
        .join("\n"),
      `On Mon, May 4, 2026 at 9:00 AM Ana <a@b.example> wrote:\n${old}`,
      `On Mon, May 4, 2026 at 9:00 AM Ana\n<a@b.example> wrote:\n\n${old}`,
      `-----Original Message-----\n${old}`,
      `From: Ana\nSent: Monday\n${old}`,
    ]) {
      expect(finder(`${short}\n\n${history}`)).toMatchObject({ email: null, occupants: { count: 2 }, doubts: [] });
    }
  });

  it("[L11] takes no boilerplate, badge or divider for words of the lead", () => {
    const message = finder(booking())?.message ?? "";
    for (const word of ["verified", "Speed wins", "---", "interested", "Details"]) expect(message).not.toContain(word);
    const bare = booking({ "Hello, is the studio still free?": "", "I am a traveler nurse with a car.": "" });
    expect(finder(bare)?.message).toBeNull();
  });

  it("reads the address of a mailto link", () => {
    const link = "ana.lead@mail.example <mailto:ana.lead@mail.example>";
    expect(finder(booking({ "ana.lead@mail.example": link }))?.email).toBe("ana.lead@mail.example");
    expect(finder(booking({ "ana.lead@mail.example": "a@mail.example b@mail.example" }))?.email).toBeNull();
  });

  it("is read from its HTML when the plain part says nothing", () => {
    const html = booking()
      .split("\n")
      .map((line) => `<tr><td><span>${line}</span>&nbsp;</td></tr>`)
      .join("");
    const fromText = finder(booking());
    expect(finder("Please use a client that shows HTML.", SUBJECT, html)).toEqual(fromText);
    expect(finder(null, SUBJECT, html)).toEqual(fromText);
    expect(finder(booking(), SUBJECT, "<p>nothing</p>")).toEqual(fromText);
  });
});

describe("a lead mail of RentHop", () => {
  const renthop = (text: string) => parseLeadMail("renthop", { subject: "New inquiry", text, html: null });

  it("[L12] gives what stands as label and value, and says that the shape is a guess", () => {
    const text =
      "You have a lead!\nName: Ana Lead\nEmail: ana@mail.example\nPhone: 555-010-7788\nListing: 12 Harbour Lane\n" +
      "Comments: Hello, is it free?\nI can come on Monday.\n-----\nThe team";
    expect(renthop(text)).toEqual({
      subjectKind: null,
      name: "Ana Lead",
      email: "ana@mail.example",
      phone: "555-010-7788",
      moveIn: null,
      moveOut: null,
      occupants: null,
      pets: null,
      message: "Hello, is it free?\nI can come on Monday.",
      listingTitle: "12 Harbour Lane",
      doubts: [],
      isGuess: true,
    });
  });

  it.each([
    "Your password was changed. Name it well.",
    "Name: Ana",
    "Email: ana@mail.example",
    "Name\nAna\nEmail\nana@mail.example",
    "",
  ])("[L12] gives nothing without a name and a way to answer: %j", (text) => {
    expect(renthop(text)).toBeNull();
  });

  it("[L9] [L12] doubts a field that the lead's own words state again", () => {
    const text = "Name: Ana\nEmail: ana@mail.example\nPhone: 555-010-7788\nComments: hi\nEmail: other@mail.example";
    expect(renthop(text)).toMatchObject({ email: null, phone: "555-010-7788", doubts: ["email"], message: "hi" });
  });
});

describe("any text", () => {
  it("[L13] gives fields without control or direction characters, within their length", () => {
    const name = `\u202eلينا\u200f\0 A${"n".repeat(3_000)}`;
    const fields = finder(
      booking({ "Hello, is the studio still free?": `a\0b\u2066c ${"😀".repeat(MESSAGE_CHARS_MAX)}` }),
      `Direct Message from ${name} for Loft`,
    );
    expect(fields?.name?.startsWith("لينا A")).toBe(true);
    expect(fields?.name?.length).toBeLessThanOrEqual(FIELD_CHARS_MAX);
    expect(fields?.message).toMatch(/^abc 😀/);
    expect(fields?.message?.length).toBeLessThanOrEqual(MESSAGE_CHARS_MAX);
  });

  it("[L13] keeps names of every script, and emoji whole", () => {
    const fields = finder(
      booking({ "Hello, is the studio still free?": "👩‍👩‍👧 سلام" }),
      "New Message from محمد for Loft",
    );
    expect(fields).toMatchObject({ name: "محمد" });
    expect(fields?.message).toContain("👩‍👩‍👧 سلام");
  });

  it("[L13] is read in bounded time and without throwing", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "Traveler Details",
        "Email",
        "Phone",
        "\n",
        ":",
        "-----",
        "> ",
        "\0",
        "On ",
        "wrote:",
        "<td>",
        "Name: A",
      ),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom("furnishedfinder", "renthop", "roomies"), (pieces, platform) => {
        const text = pieces.join("");
        const fields = parseLeadMail(platform, { subject: `New Message from ${text}`, text, html: text });
        expect(JSON.stringify(fields)).not.toMatch(/\\u0000|\u202e/);
      }),
    );
    const started = performance.now();
    for (const filler of [" ", "\n", "Traveler Details\nEmail\n", "-", "a:", "On \n", "> "]) {
      finder(filler.repeat(400_000));
      parseLeadMail("renthop", { subject: "", text: filler.repeat(400_000), html: null });
    }
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it("holds no lead's fields on platforms that send none", () => {
    for (const platform of ["spareroom", "roomies", "leasebreak"] as const) {
      expect(parseLeadMail(platform, { subject: SUBJECT, text: booking(), html: null })).toBeNull();
    }
  });
});
