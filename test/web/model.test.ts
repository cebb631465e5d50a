// The page of the language model in a real browser: what an admin sees, sets and tries; what an agent does not see.
import { describe, expect, it } from "vitest";
import { useWorkboard } from "./workboard.ts";

const rig = useWorkboard();
const part = (name: string) => rig.page.getByRole("region", { name });

describe("an admin", () => {
  it("sees which model is asked, what it cost today, and why it was not used", async () => {
    await rig.open("phone");
    await rig.signIn("ana@harbour.example", "/model");
    await part("Which model").getByText("OpenAI-compatible endpoint").waitFor();
    await part("Today").getByText("35,916 tokens").waitFor();
    await part("Today").getByText("5 its words had no record behind them").waitFor();
    await part("Try it").getByRole("button", { name: "Try it" }).click();
    await part("Try it").getByText("Thank you for asking. The rent is $1450 per month.").waitFor();
    await part("Try it").getByText("876 tokens").waitFor();
  });

  it("sets another, is asked only for what it needs, and reads what is missing", async () => {
    await rig.open("desk");
    await rig.signIn("ana@harbour.example", "/model");
    const card = part("Which model");
    await card.getByRole("button", { name: "Edit" }).click();
    await card.getByLabel("Endpoint", { exact: true }).waitFor();
    await card.getByLabel("Service").selectOption({ label: "Google" });
    expect(await card.getByLabel("Endpoint", { exact: true }).count()).toBe(0);
    await card.getByLabel("Name of the model").fill("gemini-2.5-flash");
    await card.getByLabel("Name of the key in MODEL_CREDENTIALS").fill("nobody");
    await card.getByRole("button", { name: "Save" }).click();
    await card.getByText("has no entry of this name").waitFor();
    await card.getByText("gemini-2.5-flash").waitFor();
    await expect.poll(() => rig.page.evaluate("document.activeElement.textContent")).toBe("Which model");
    await card.getByRole("button", { name: "Edit" }).click();
    await card.getByLabel("Service").selectOption({ label: "None: the rules decide alone" });
    await card.getByRole("button", { name: "Save" }).click();
    await card.getByText("no network, no key, no cost").waitFor();
    expect(await part("Try it").getByRole("button", { name: "Try it" }).isDisabled()).toBe(true);
  });
});
