import { expect, it } from "vitest";
import { formatDevVars, mergeDevVars, parseDevVars } from "./dev-vars.ts";

const fresh = { PLATFORM_BASE_URLS: `{"roomies":"http://127.0.0.1:8789"}` };

it("makes secrets of the right size at the first start", () => {
  const vars = mergeDevVars({}, fresh);
  expect(Buffer.from(vars["STORAGE_STATE_KEY"] ?? "", "base64")).toHaveLength(32);
  expect(vars["BETTER_AUTH_SECRET"]).toMatch(/^[\w-]{32,}$/);
  expect(mergeDevVars({}, fresh)["STORAGE_STATE_KEY"]).not.toBe(vars["STORAGE_STATE_KEY"]);
});

it("keeps secrets and a developer's own settings at the second, and takes the new addresses", () => {
  const first = { ...mergeDevVars({}, fresh), MY_SETTING: "mine" };
  const second = mergeDevVars(parseDevVars(formatDevVars(first)), { PLATFORM_BASE_URLS: "{}" });
  expect(second).toEqual({ ...first, PLATFORM_BASE_URLS: "{}" });
});

it("makes a secret again that was emptied", () => {
  expect(mergeDevVars({ BETTER_AUTH_SECRET: "" }, {})["BETTER_AUTH_SECRET"]).not.toBe("");
});

it("reads what a person wrote into the file, and passes over the rest", () => {
  expect(parseDevVars("# a remark\nA=plain=1\n\nB='{\"a\":1}'\nnonsense\n")).toEqual({ A: "plain=1", B: '{"a":1}' });
});

it("refuses to write a value that would be read back differently", () => {
  for (const value of ["it's", "a\nb", "$HOME"])
    expect(() => formatDevVars({ A: value })).toThrow("A cannot be written");
});
