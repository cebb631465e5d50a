import { describe, expect, it } from "vitest";
import { chooseModel } from "#workers/model/choose-model";
import { modelCredentialsSchema } from "#workers/model/credentials";
import { stubSettings } from "./desk.ts";

const deps = {
  workersAi: null,
  modelCredentials: (ref: string) =>
    ref === "ours" ? modelCredentialsSchema.parse({ apiKey: "k", origin: "https://api.example/ignored" }) : null,
};
const isChosen = (baseUrl: string | null, credentialsRef: string | null = "ours") =>
  chooseModel(deps, stubSettings("m", { baseUrl, credentialsRef })).ok;

describe("an endpoint", () => {
  it.each([
    ["https://api.example/v1", true],
    ["https://api.example/v1/", true],
    ["http://api.example/v1", false],
    ["https://api.example.evil/v1", false],
    ["https://api.example@evil.example/v1", false],
    ["https://user:pw@api.example/v1", false],
    ["https://api.example/v1?to=evil", false],
    ["https://other.example/v1", false],
    ["ftp://api.example/v1", false],
    ["not an address", false],
    [null, false],
  ])("[M18] at %s may be asked with the key of https://api.example: %s", (baseUrl, expected) => {
    expect(isChosen(baseUrl)).toBe(expected);
  });

  it.each([
    ["http://localhost:11434/v1", true],
    ["http://127.0.0.1:8080/v1", true],
    ["http://localhost.evil.example/v1", false],
    ["https://api.example/v1", false],
  ])("[M18] at %s may be asked without a key: %s", (baseUrl, expected) => {
    expect(isChosen(baseUrl, null)).toBe(expected);
  });
});

it("[M18] a service of its own needs a key by a name that the secret knows", () => {
  expect(chooseModel(deps, stubSettings("m", { provider: "google", credentialsRef: "ours" }))).toMatchObject({
    ok: true,
  });
  for (const credentialsRef of ["theirs", "__proto__", null]) {
    expect(chooseModel(deps, stubSettings("m", { provider: "google", credentialsRef })).ok).toBe(false);
  }
  expect(chooseModel(deps, stubSettings("", { provider: "google", credentialsRef: "ours" })).ok).toBe(false);
  expect(chooseModel(deps, stubSettings("m", { provider: null }))).toEqual({ ok: true, value: null });
});
