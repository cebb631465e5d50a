import { describe, expect, it } from "vitest";
import { z } from "zod";
import { anonymous } from "./client.ts";
import { ROUTES } from "./route-table.ts";

const contentSchema = z.object({ "application/json": z.object({ schema: z.record(z.string(), z.unknown()) }) });
const tableSchema = z.object({ "text/csv": z.object({ schema: z.object({ type: z.literal("string") }) }) });
const operationSchema = z.object({
  summary: z.string().min(1),
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().optional() }).loose())
    .optional(),
  requestBody: z.object({ content: z.union([contentSchema, tableSchema]) }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string().min(1), content: contentSchema.optional() })),
});
const documentSchema = z.object({
  openapi: z.string().startsWith("3.1"),
  info: z.object({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
});

/** A calendar program reads no envelope. */
const PLAIN_TEXT = "get /calendar/{feed} 404";

async function readDocument() {
  const answer = await anonymous("GET", "/openapi.json");
  expect(answer.status).toBe(200);
  return documentSchema.parse(answer.body);
}

describe("the OpenAPI document", () => {
  it("describes every route of the API", async () => {
    const { paths } = await readDocument();
    const described = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`),
    );
    const expected = Object.keys(ROUTES).filter((name) => name !== "GET /openapi.json");
    expect(described.sort()).toEqual(expected.sort());
  });

  it("documents every error in the envelope, and a 404 wherever an id is named", async () => {
    const { paths } = await readDocument();
    for (const [path, operations] of Object.entries(paths)) {
      for (const [method, operation] of Object.entries(operations)) {
        const where = `${method} ${path}`;
        const statuses = Object.keys(operation.responses);
        expect([where, statuses]).toEqual([where, expect.arrayContaining(["500", "503"])]);
        if (path.includes("{id}")) expect([where, statuses]).toEqual([where, expect.arrayContaining(["401", "404"])]);
        for (const status of statuses.filter((one) => Number(one) >= 400 && `${where} ${one}` !== PLAIN_TEXT)) {
          const schema = operation.responses[status]?.content?.["application/json"].schema;
          expect([where, status, schema?.["properties"]]).toEqual([where, status, { error: expect.anything() }]);
        }
      }
    }
  });

  it("names path ids, the idempotency key and bodies", async () => {
    const { paths } = await readDocument();
    const reply = paths["/api/conversations/{id}/replies"]?.["post"];
    expect(reply?.parameters?.map((one) => [one.in, one.name, one.required])).toEqual(
      expect.arrayContaining([
        ["path", "id", true],
        ["header", "Idempotency-Key", true],
      ]),
    );
    expect(reply?.requestBody?.content).toHaveProperty(["application/json", "schema", "properties", "body"]);
    expect(paths["/api/units/import"]?.["post"]?.requestBody?.content).toHaveProperty(["text/csv"]);
    expect(Object.keys(reply?.responses ?? {})).toEqual(
      expect.arrayContaining(["201", "400", "404", "409", "413", "415", "422"]),
    );
  });

  it("points at nothing that is not there", async () => {
    const { text, body } = await anonymous("GET", "/openapi.json");
    const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) => match[1] ?? "");
    for (const reference of references) {
      const target = reference.split("/").reduce<unknown>((at, step) => Object(at)[step], body);
      expect([reference, target]).not.toEqual([reference, undefined]);
    }
  });
});
