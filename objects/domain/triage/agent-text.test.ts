import { describe, expect, it } from "vitest";
import { agentTextFindings } from "./agent-text.ts";

const NO_FACTS = { facts: [] };
const found = (text: string, facts = NO_FACTS.facts as Parameters<typeof agentTextFindings>[1]["facts"]) =>
  agentTextFindings(text, { facts }).map(({ rule, severity }) => `${rule} ${severity}`);

describe("a text typed by an agent", () => {
  it("[T40] [T41] [T89] is blocked when it steers or refuses a protected class", () => {
    expect(found("It is a safe neighborhood with great schools.")).toEqual(["T40 steering block"]);
    expect(found("Sorry, we do not accept section 8 vouchers.")).toEqual(["T41 refuses_protected block"]);
  });

  it("[T42] [T43] [T89] is blocked when it asks for or holds identity or payment data", () => {
    expect(found("Please send your social security number.")).toEqual(["T42 asks_sensitive_data block"]);
    expect(found("Your card 4111 1111 1111 1111 was charged.")[0]).toBe("T43 holds_sensitive_data block");
  });

  it("[T44] [T89] is warned about a number that no record holds, and not about one that a record holds", () => {
    const rent = { name: "rentMonthly", value: 1300, record: "unit_facts/un_1/rentMonthly" };
    expect(found("The rent is $1,300.")).toEqual(["T44 unrecorded_number warn"]);
    expect(found("The rent is $1,300.", [rent])).toEqual([]);
  });

  it("[T45] [T46] [T48] [T89] is warned about a promise, abuse and money outside the agreed way", () => {
    expect(found("I promise you will get it.")).toEqual(["T45 promise warn"]);
    expect(found("Don't be stupid.")).toEqual(["T46 abuse warn"]);
    expect(found("Please pay via Zelle today.")).toEqual(["T48 off_platform_payment warn"]);
  });

  it("[T47] [T89] may say that a person writes; blocks come before warnings", () => {
    expect(found("I am a real person.")).toEqual([]);
    expect(found("I promise it is a safe neighborhood.")).toEqual(["T40 steering block", "T45 promise warn"]);
  });
});
