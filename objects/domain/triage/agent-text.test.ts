import { describe, expect, it } from "vitest";
import { agentTextBlock } from "./agent-text.ts";

describe("a text typed by an agent", () => {
  it("[T40] [T41] is stopped when it steers or refuses a protected class", () => {
    expect(agentTextBlock("It is a safe neighborhood with great schools.")?.rule).toBe("T40 steering");
    expect(agentTextBlock("Sorry, we do not accept section 8 vouchers.")?.rule).toBe("T41 refuses_protected");
  });

  it("[T42] [T43] is stopped when it asks for or holds identity or payment data", () => {
    expect(agentTextBlock("Please send your social security number.")?.rule).toBe("T42 asks_sensitive_data");
    expect(agentTextBlock("Your card 4111 1111 1111 1111 was charged.")?.rule).toBe("T43 holds_sensitive_data");
  });

  it("[T44] [T47] may state what no record holds, and that a person writes", () => {
    expect(agentTextBlock("I am a real person. The rent could be $1,300, call me at 5.")).toBeNull();
  });
});
