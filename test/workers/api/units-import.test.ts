import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { auditListSchema } from "#contracts/api/organisation";
import { unitListSchema } from "#contracts/api/unit";
import { IMPORT_BYTES_MAX, IMPORT_ROWS_MAX, type ImportAnswer, importAnswerSchema } from "#contracts/api/unit-import";
import { unitFacts, units } from "#migrations/schema";
import { factsOf } from "#workers/store/units";
import { applyImport } from "#workers/store/units-import";
import { type Agency, db, makeAgency, makePerson } from "./agency.ts";
import { type Answer, type Client, codeOf, signIn } from "./client.ts";

/** Two imports of 5,000 rows, on a machine that does something else too. */
const LONGEST_MS_MAX = 60_000;
const CSV = { "content-type": "text/csv; charset=utf-8" };

let agency: Agency;
let admin: Client;

beforeAll(async () => {
  agency = await makeAgency();
  admin = await signIn(await makePerson(agency, "admin"));
});

function send(table: string, query = "zone=America/New_York", call: Client = admin): Promise<Answer> {
  return call("POST", `/api/units/import?${query}`, table, CSV);
}

async function imported(table: string, query?: string): Promise<ImportAnswer> {
  const answer = await send(table, query);
  expect([answer.status, answer.text]).toEqual([200, answer.text]);
  return importAnswerSchema.parse(answer.body);
}

async function countUnits(): Promise<number> {
  return unitListSchema.parse((await admin("GET", "/api/units")).body).units.length;
}

describe("a table of units", () => {
  it("adds units with their facts, changes those of the same label, and says what it left out", async () => {
    const answer = await imported(
      [
        "Unit,Monthly rent,Pets,Group size,Landlord",
        "12 harbour LANE,1500,,2,Ms X",
        '"Halsey Street, 2R","$2,100 per month","""Cats"" only",,Mr Y',
      ].join("\r\n"),
    );
    expect(answer).toMatchObject({ isApplied: true, errors: [], ignoredColumns: ["Landlord"], unchanged: 0 });
    expect(answer.changed).toEqual([
      {
        row: 2,
        id: agency.unitId,
        label: "12 Harbour Lane",
        changes: [
          { field: "groupSize", from: 1, to: 2 },
          { field: "rentMonthly", from: 1450, to: 1500 },
        ],
      },
    ]);
    const halsey = answer.created[0]?.id ?? "";
    expect(await factsOf(db, agency.id, halsey)).toMatchObject({
      label: "Halsey Street, 2R",
      zone: "America/New_York",
      facts: { rentMonthly: "$2,100 per month", pets: '"Cats" only' },
    });
    expect((await factsOf(db, agency.id, agency.unitId)).facts).toEqual({ rentMonthly: 1500 });
    const { entries } = auditListSchema.parse((await admin("GET", "/api/audit")).body);
    expect(entries.filter((entry) => entry.action === "units.imported").map((entry) => entry.detail)).toEqual([
      { created: 1, changed: 1 },
    ]);
  });

  it("read a second time changes nothing", async () => {
    const table = "Label,Rent,Pets\nSecond time,1450.50,\u{1f408} only\nThird time,007,\n";
    expect((await imported(table)).created).toHaveLength(2);
    const again = await imported(table);
    expect(again).toMatchObject({ isApplied: true, created: [], changed: [], unchanged: 2 });
  });

  it("sent twice at once adds no unit twice", async () => {
    const table = `Label,Rent\n${Array.from({ length: 50 }, (_, at) => `Twice ${at},${1000 + at}`).join("\n")}`;
    const before = await countUnits();
    const answers = await Promise.all([send(table), send(table), send(table)]);
    expect(answers.filter((answer) => answer.status === 200).length).toBeGreaterThanOrEqual(1);
    for (const answer of answers) expect([200, 409]).toContain(answer.status);
    expect((await countUnits()) - before).toBe(50);
  });

  it("is refused whole when a unit of a new label was made meanwhile", async () => {
    const change = { field: "rentMonthly", isFact: true, from: null, to: 7 };
    const unit = { row: 2, zone: "Europe/London", groupSize: 1, changes: [change] };
    const created = [
      { ...unit, id: "un_late_1", label: "Never made" },
      { ...unit, id: "un_late_2", label: "12 harbour lane" },
    ];
    expect(await applyImport(db, agency.id, created, [], 1)).toBe(false);
    expect((await factsOf(db, agency.id, "un_late_1")).label).toBeNull();
  });

  it("as a dry run says what it would do and does nothing", async () => {
    const before = await countUnits();
    const answer = await imported("Label,Rent\nOnly planned,1\n", "zone=Europe/London&dryRun=1");
    expect(answer.isApplied).toBe(false);
    expect(answer.created).toEqual([
      { row: 2, id: null, label: "Only planned", changes: [{ field: "rentMonthly", from: null, to: 1 }] },
    ]);
    expect(await countUnits()).toBe(before);
  });

  it("[U9] with one error changes nothing at all", async () => {
    const before = await countUnits();
    const answer = await imported("Label,Group size\nA good one,2\nA bad one,none\n12 Harbour Lane,9\n");
    expect(answer).toMatchObject({ isApplied: false, errorCount: 1 });
    expect(answer.errors).toMatchObject([{ row: 3, column: "Group size", code: "GROUP_SIZE_WRONG" }]);
    expect(await countUnits()).toBe(before);
    expect(answer.changed).toMatchObject([{ label: "12 Harbour Lane" }]);
    expect(unitListSchema.parse((await admin("GET", "/api/units")).body).units[0]?.groupSize).not.toBe(9);
  });

  it("renews a fact that went stale", async () => {
    const { created } = await imported("Label,Rent\nStale home,1\n");
    const unitId = created[0]?.id ?? "";
    await db
      .insert(unitFacts)
      .values({ organisationId: agency.id, unitId, name: "pets", value: "Cats", updatedAtMs: 1, validUntilMs: 2 });
    const again = await imported("Label,Pets\nStale home,Cats\n");
    expect(again.changed).toMatchObject([{ changes: [{ field: "pets", from: null, to: "Cats" }] }]);
    expect((await factsOf(db, agency.id, unitId)).facts).toEqual({ rentMonthly: 1, pets: "Cats" });
  });

  it(
    "of the longest length is applied whole, and again without a change",
    async () => {
      const own = await makeAgency();
      const call = await signIn(await makePerson(own, "admin"));
      const pets = "Cats and small dogs are welcome; please ask. ".repeat(6);
      const rows = Array.from({ length: IMPORT_ROWS_MAX }, (_, at) => `Unit ${at},${at},${pets}`);
      const table = `Label,Rent,Pets\n${rows.join("\n")}`;
      expect(table.length).toBeGreaterThan(IMPORT_BYTES_MAX * 0.6);
      const first = importAnswerSchema.parse((await send(table, "zone=Europe/London", call)).body);
      expect([first.isApplied, first.created.length, first.errors]).toEqual([true, IMPORT_ROWS_MAX, []]);
      const again = importAnswerSchema.parse((await send(table, "", call)).body);
      expect([again.unchanged, again.created.length, again.changed.length]).toEqual([IMPORT_ROWS_MAX, 0, 0]);
    },
    LONGEST_MS_MAX,
  );

  it("touches no unit of another organisation, even of the same label", async () => {
    const other = await makeAgency();
    const call = await signIn(await makePerson(other, "admin"));
    const answer = importAnswerSchema.parse((await send("Label,Rent\n12 Harbour Lane,9\n", "", call)).body);
    expect(answer.changed.map(({ id }) => id)).toEqual([other.unitId]);
    expect((await factsOf(db, agency.id, agency.unitId)).facts).toMatchObject({ rentMonthly: 1500 });
    expect(await db.select().from(units).where(eq(units.id, other.unitId)).get()).toMatchObject({
      organisationId: other.id,
    });
  });
});

describe("the file", () => {
  it.each([
    ["semicolons", 'Label;Rent\n"A; b";1,5\n', [["A; b", "1,5"]]],
    ["semicolons and quoted headers", '"Label";"Rent"\n"A, b";"$1,450"\n', [["A, b", "$1,450"]]],
    ["tabs", "Label\tRent\nA, b\t$1,450\n", [["A, b", "$1,450"]]],
    [
      "a byte order mark and CRLF",
      "\ufeffLabel,Rent\r\nA,1\r\n\r\nB,2\r\n",
      [
        ["A", 1],
        ["B", 2],
      ],
    ],
    ["line breaks in a value", 'Label,Pets\n"A","one\r\ntwo"\n', [["A", "one two"]]],
    ["one column", "Label\nA\n", [["A"]]],
    ["no last line break", "Label,Rent\nA,1", [["A", 1]]],
  ])("may have %s", async (_, table, expected) => {
    const { created, errors } = await imported(table, "zone=Europe/London&dryRun=1");
    expect(errors).toEqual([]);
    expect(created.map(({ label, changes }) => [label, ...changes.map(({ to }) => to)])).toEqual(expected);
  });

  it.each([
    ["a quote that is never closed", 'Label,Rent\nA,1\n"B,2\n', 3, "QUOTES_WRONG"],
    ["a quote inside a value", 'Label,Rent\nA,1"2\n', 2, "QUOTES_WRONG"],
    ["something behind a quote", 'Label,Rent\n"A"b,1\n', 2, "QUOTES_WRONG"],
    ["nothing in it", "", 1, "NO_HEADER"],
    ["no column for the label", "Rent\n1\n", 1, "NO_LABEL_COLUMN"],
  ])("with %s is an error of a row", async (_, table, row, code) => {
    const answer = await imported(table);
    expect(answer).toMatchObject({ isApplied: false, errors: [{ row, code }] });
  });

  it("must be UTF-8", async () => {
    const utf16 = new Uint8Array([0xff, 0xfe, 0x4c, 0x00]);
    const answer = await admin("POST", "/api/units/import", utf16, CSV);
    expect(answer.body).toMatchObject({ isApplied: false, errors: [{ row: 1, column: null, code: "NOT_UTF8" }] });
  });

  it("must say that it is CSV, and nothing else may", async () => {
    const json = await admin("POST", "/api/units/import", "Label\nA\n", { "content-type": "application/json" });
    expect(codeOf(json)).toBe("UNSUPPORTED_MEDIA_TYPE");
    expect(codeOf(await admin("POST", "/api/units", "Label\nA\n", CSV))).toBe("UNSUPPORTED_MEDIA_TYPE");
  });

  it("has a limit of its own", async () => {
    const line = "x".repeat(1_000);
    const table = (bytes: number) => `Label,Nothing\n${`A,${line}\n`.repeat(Math.ceil(bytes / 1_003))}`;
    expect((await send(table(100_000), "dryRun=1")).status).toBe(200);
    expect(codeOf(await send(table(IMPORT_BYTES_MAX), "dryRun=1"))).toBe("TOO_LARGE");
  });

  it("does not name a zone that nobody knows", async () => {
    expect(codeOf(await send("Label\nA\n", "zone=Mars/Olympus"))).toBe("BAD_REQUEST");
    expect(codeOf(await send("Label\nA\n", "dryRun=maybe"))).toBe("BAD_REQUEST");
  });
});
