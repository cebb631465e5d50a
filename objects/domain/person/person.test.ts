// Who a lead is: contacts in their own words (P1-P7), and names (P10).
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contactsIn, contactsOfLead } from "./contact.ts";
import { fullNameOf } from "./full-name.ts";
import { CONTACTS_MAX, SEARCHED_CHARS_MAX } from "./limits.ts";

const values = (text: string, knownIds: readonly string[] = []) => contactsIn(text, knownIds).map((one) => one.value);
const lead = (text: string) => ({ isLead: true, text });
const us = (text: string) => ({ isLead: false, text });

describe("whose contact it is", () => {
  it("[P1] takes what the lead wrote and nothing of ours", () => {
    const spoken = [us("Call us: 212-555-0100"), lead("I called 212-555-0100. Mine is 347-555-0142"), us("Ok")];
    expect(contactsOfLead(spoken, [])).toEqual([{ kind: "phone", value: "13475550142" }]);
  });

  it("[P1] keeps the lead's contact when we repeat it afterwards", () => {
    const spoken = [lead("jane@mail.example"), us("We wrote to jane@mail.example"), lead("JANE@mail.example again")];
    expect(contactsOfLead(spoken, [])).toEqual([{ kind: "email", value: "jane@mail.example" }]);
  });

  it("[P3] takes no address of a platform, and none that nobody reads", () => {
    expect(values("m-81f@messages.furnishedfinder.com, x@spareroom.co.uk, no-reply@mail.example")).toEqual([]);
    expect(values("jane@notspareroom.com")).toEqual(["jane@notspareroom.com"]);
  });
});

describe("an e-mail address", () => {
  it.each([
    ["my email is a.b@x.co", "a.b@x.co"],
    ["(Jane.Doe@Mail.Example).", "jane.doe@mail.example"],
    ["mailto:jane@mail.example?subject=room", "jane@mail.example"],
    ["<jane@mail.example>", "jane@mail.example"],
    ["'jane@mail.example'", "jane@mail.example"],
    ["o'brien@mail.example", "o'brien@mail.example"],
    ["jane (at) mail [dot] example", "jane@mail.example"],
    ["j@a-b.co.uk, thanks", "j@a-b.co.uk"],
  ])("is found in %s", (text, address) => {
    expect(values(text)).toEqual([address]);
  });

  it.each([
    "@jane",
    "jane@",
    "jane@mail",
    "a@b@c.com",
    "jane..x@mail.example",
    "j@-x.com",
    "meet me at noon.com",
    "j@x.1",
  ])("is not found in %s", (text) => {
    expect(values(text)).toEqual([]);
  });

  it("[P2] is one with and without a tag where a mailbox name cannot hold one, and two elsewhere", () => {
    expect(new Set(values("Jane.Doe+roomies@gmail.com janedoe@googlemail.com JANEDOE+x@gmail.com")).size).toBe(1);
    expect(new Set(values("jane+a@outlook.com jane@outlook.com")).size).toBe(1);
    expect(new Set(values("jane.doe@outlook.com janedoe@outlook.com")).size).toBe(2);
    expect(new Set(values("jane+a@mail.example jane@mail.example j.ane@mail.example")).size).toBe(3);
  });
});

describe("a telephone number", () => {
  it.each([
    ["+1 (212) 555-0142", "12125550142"],
    ["212.555.0142", "12125550142"],
    ["212-555-0142", "12125550142"],
    ["(212)555-0142", "12125550142"],
    ["(212) 555 0142", "12125550142"],
    ["1-212-555-0142", "12125550142"],
    ["212 555 0142", "12125550142"],
    ["call me at 2125550142 thanks", "12125550142"],
    ["2125550142 is my cell", "12125550142"],
    ["Thank you,\nJane\n2125550142", "12125550142"],
    ["my budget is 2000, call 212 555 0142", "12125550142"],
    ["I can pay $2000. Call 212-555-0142", "12125550142"],
    ["212-555-0142x33", "12125550142"],
    ["+12125550142", "12125550142"],
    ["\u202a+1\u00a0212\u2011555\u20110142\u202c", "12125550142"],
    ["0044 20 7946 0958", "442079460958"],
    ["+44 (0)20 7946 0958", "442079460958"],
    ["+44 7700 900123", "447700900123"],
    ["011 44 20 7946 0958", "442079460958"],
    ["020 7946 0958", "442079460958"],
    ["text 07700900123", "447700900123"],
    ["07700 900123", "447700900123"],
    ["+353 87 123 4567", "353871234567"],
    ["0049 170 1234567", "491701234567"],
  ])("[P4] is read from %s", (text, digits) => {
    expect(values(text)).toEqual([digits]);
  });

  it("[P4] is found twice in one line, whatever stands between", () => {
    expect(values("212-555-0142/347-555-0199 or 646-555-0111, 917 555 0123")).toHaveLength(4);
    expect(values("from 2026-11-20 on: 212-555-0142")).toEqual(["12125550142"]);
    expect(values("I'm in 11211. 212-555-0142")).toEqual(["12125550142"]);
  });

  it.each([
    "rent is $2,450 or 2450 a month, 1450-1600",
    "anything between 1 850 950 1000?",
    "800 850 900 950 1000",
    "$212 555 0142",
    "budget 650 700 2000",
    "zip 11211-1234 or 11211",
    "from 2026-11-20 to 2027-05-31",
    "11/20/2026 - 05/31/2027, 20.11.2026",
    "at 5:30 or 17:30 - 18:30",
    "unit 4C, apt 1204, 118 Kent Ave 4C",
    "listing 2125550142",
    "listing number 2125550142",
    "ref: 2125550142",
    "I saw #2125550142",
    "https://www.example.com/rooms/2125550142?x=3475550199",
    "thread 4815162342, order 9876543210",
    "my ssn is 123-45-6789",
    "acct number 4455667788 routing 021000021",
    "4111 1111 1111 1111",
    "212-555-0142-33",
    "2125550142_17",
    "v212.555.0142",
  ])("[P5] is not seen in %s", (text) => {
    expect(values(text)).toEqual([]);
  });

  it("[P5] is not seen in an id of the thread or its advert, however it stands there", () => {
    expect(values("2125550142", ["2125550142"])).toEqual([]);
    expect(values("call 2125550142", ["9_1"])).toEqual(["12125550142"]);
  });

  it.each([
    "800-555-0142",
    "888.555.0142",
    "900-555-0142",
    "211-555-0142",
    "212-911-0142",
    "112-555-0142",
    "0800 496 0958",
  ])("[P6] %s is no person's", (text) => {
    expect(values(text)).toEqual([]);
  });
});

describe("hostile text", () => {
  const pieces = ["1", "212", "555-0142", "-", ".", " ", "(", ")", "+", "+1", "00", "@", "a@", "@a.", "a.", "%", "\n"];
  const hostile = fc
    .array(fc.tuple(fc.constantFrom(...pieces), fc.integer({ min: 1, max: 4_000 })), { maxLength: 6 })
    .map((parts) => parts.map(([piece, times]) => piece.repeat(times)).join(""));

  it("[P7] is read to its end, and gives nothing but contacts", () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: "binary", maxLength: 300 })), (text) => {
        for (const { kind, value } of contactsIn(text, [])) {
          if (kind === "phone") expect(value).toMatch(/^[1-9][0-9]{7,14}$/);
          else expect(value).toMatch(/^[^@\s]{1,64}@[a-z0-9.-]{3,253}$/);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("[P7] gives a bounded number of contacts, of a bounded amount of text", () => {
    const many = Array.from({ length: 50 }, (_, n) => `jane${n}@mail.example`).join(" ");
    expect(contactsOfLead([lead(many)], [])).toHaveLength(CONTACTS_MAX);
    const long = "x".repeat(SEARCHED_CHARS_MAX);
    expect(contactsOfLead([lead(long), lead("jane@mail.example")], [])).toEqual([]);
  });
});

describe("a name", () => {
  it("[P10] is the same in any case and spacing, and full with two words", () => {
    expect(fullNameOf("  Ana\u00a0 LEAD ")).toBe(fullNameOf("ana lead"));
    expect(fullNameOf("Tomás Echeverría")).toBe(fullNameOf("TOMÁS ECHEVERRÍA"));
    for (const short of ["Jamie", "Jamie L.", "", null, "J K", "x".repeat(1_000)]) expect(fullNameOf(short)).toBeNull();
  });
});
