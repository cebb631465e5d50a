/// <reference types="vite/client" />
import { describe, expect, it } from "vitest";

/** For consumers, cron and health, which work for all organisations. Whoever adds one says why in its docstring. */
const ACROSS_ORGANISATIONS = [
  "accountByMailAlias",
  "accountForWork",
  "accountHealth",
  "accountsDueForListings",
  "addDeadLetter",
  "changedSince",
  "countDeadLetters",
  "countIn",
  "countOut",
  "countUnseenDuplicates",
  "dueNotices",
  "feedOwner",
  "firstOrganisationOf",
  "listActiveAccounts",
  "recordAccountStatus",
  "recordIncident",
  "requestsQuery",
  "sweepHolds",
  "upsertConversation",
  "withdrawalsQuery",
];

const sources = import.meta.glob<string>("../../../workers/store/*.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});

function exportedQueries(): { name: string; second: string }[] {
  return Object.values(sources).flatMap((source) =>
    [...source.matchAll(/export (?:async )?function (\w+)\(\s*db: Database\s*,?\s*(\w*)/g)].map((match) => ({
      name: match[1] ?? "",
      second: match[2] ?? "",
    })),
  );
}

describe("the stores", () => {
  it("were read by this law", () => {
    expect(Object.keys(sources).length).toBeGreaterThan(8);
    expect(exportedQueries().length).toBeGreaterThan(20);
  });

  it("take the organisation first in every query that is not named here", () => {
    const unscoped = exportedQueries().filter((query) => query.second !== "organisationId");
    expect(unscoped.map((query) => query.name).sort()).toEqual(ACROSS_ORGANISATIONS);
  });
});
