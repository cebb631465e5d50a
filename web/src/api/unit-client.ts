// The API of units, listings and members, for pages that are loaded late. It holds no state and caches nothing.
import { type AssignmentChange, memberListSchema } from "#contracts/api/assignment";
import {
  listingAnswerSchema,
  listingListSchema,
  type UnitChange,
  type UnitView,
  unitAnswerSchema,
  unitListSchema,
} from "#contracts/api/unit";
import { importAnswerSchema } from "#contracts/api/unit-import";
import { type Answer, jsonInit, read, server } from "./client.ts";

export type NewUnit = { readonly label: string; readonly zone: string; readonly groupSize: number };
export type FactChange = { readonly value: string | number; readonly validUntil: string | null };

const { units, listings } = server;
/** For requests without fields: whatever changes something has to say that it is JSON. */
const EMPTY = { init: jsonInit({}) };

export const unitApi = {
  units: async () => (await read(unitListSchema, units.$get())).units,
  add: (json: NewUnit) => unit(units.$post({ json })),
  change: (id: string, json: UnitChange) => unit(units[":id"].$patch({ param: { id }, json })),
  remove: (id: string) => unit(units[":id"].$delete({ param: { id } }, EMPTY)),
  setWindows: (id: string, windows: UnitView["windows"]) =>
    unit(units[":id"].windows.$put({ param: { id }, json: { windows } })),
  recordFact: (id: string, name: string, json: FactChange) =>
    unit(units[":id"].facts[":name"].$put({ param: { id, name }, json })),
  removeFact: (id: string, name: string) => unit(units[":id"].facts[":name"].$delete({ param: { id, name } }, EMPTY)),
  assign: (id: string, userId: string, json: AssignmentChange) =>
    unit(units[":id"].assignments[":userId"].$put({ param: { id, userId }, json })),
  unassign: (id: string, userId: string) =>
    unit(units[":id"].assignments[":userId"].$delete({ param: { id, userId } }, EMPTY)),

  listings: async () => (await read(listingListSchema, listings.$get())).listings,
  linkListing: async (id: string, unitId: string | null) =>
    (await read(listingAnswerSchema, listings[":id"].unit.$put({ param: { id }, json: { unitId } }))).listing,
  members: async () => (await read(memberListSchema, server.members.$get())).members,

  /** `zone` is for new units whose row names none. */
  importTable: (table: Blob, isDryRun: boolean, zone: string) =>
    read(
      importAnswerSchema,
      units.import.$post(
        { query: { dryRun: isDryRun ? "1" : "0", ...(zone === "" ? {} : { zone }) } },
        { init: { body: table, headers: { "content-type": "text/csv" } } },
      ),
    ),
};

async function unit(sent: Promise<Answer>): Promise<UnitView> {
  return (await read(unitAnswerSchema, sent)).unit;
}
