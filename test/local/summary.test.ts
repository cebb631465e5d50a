import { expect, it } from "vitest";
import { HARBOUR } from "./demo-agency.ts";
import { summary } from "./summary.ts";

it("says where the workboard is, who signs in as what, and where to be the lead", () => {
  const text = summary(9000, [{ platform: "roomies", origin: "http://127.0.0.1:9002" }]);
  expect(text).toContain("http://localhost:9000");
  expect(text).toContain("http://127.0.0.1:9002/__twin");
  for (const role of ["admin", "agent"]) {
    const person = HARBOUR.people.find((each) => each.role === role);
    expect(text).toMatch(new RegExp(`as ${role} +${person?.email} +${person?.password}\n`));
  }
});
