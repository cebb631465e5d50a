// Units, listings and members of the fake API, in the shape of the real routes. What an admin sends is checked by the contracts.
import type { Context, Hono } from "hono";
import { assignmentChangeSchema } from "#contracts/api/assignment";
import {
  factChangeSchema,
  listingLinkSchema,
  newUnitSchema,
  unitChangeSchema,
  unitWindowsSchema,
} from "#contracts/api/unit";
import { Refused } from "./board.ts";
import { viewer } from "./routes.ts";
import { MEMBERS } from "./seed-units.ts";
import type { FakeUnits } from "./unit-board.ts";

export function addUnits(app: Hono, units: FakeUnits): void {
  const agentId = (c: Context) => (viewer(c).role === "admin" ? null : viewer(c).user.id);
  app.get("/api/members", (c) => {
    const id = agentId(c);
    return c.json({ members: MEMBERS.filter((one) => id === null || one.id === id) });
  });
  app.get("/api/units", (c) => c.json({ units: units.all(agentId(c)) }));
  for (const place of ["/api/units/*", "/api/listings/*"]) {
    app.use(place, async (c, next) => {
      if (viewer(c).role !== "admin") throw new Refused("NOT_ALLOWED", "Ask an admin.");
      await next();
    });
  }
  app.post("/api/units", async (c) => c.json({ unit: units.add(newUnitSchema.parse(await c.req.json())) }, 201));
  app.post("/api/units/import", async (c) => {
    const { dryRun, zone } = c.req.query();
    return c.json(units.importTable(await c.req.arrayBuffer(), dryRun === "1", zone ?? null));
  });
  app.patch("/api/units/:id", async (c) => {
    const { label, zone, groupSize } = unitChangeSchema.parse(await c.req.json());
    const change = {
      ...(label === undefined ? {} : { label }),
      ...(zone === undefined ? {} : { zone }),
      ...(groupSize === undefined ? {} : { groupSize }),
    };
    return c.json({ unit: units.change(c.req.param("id"), change) });
  });
  app.delete("/api/units/:id", (c) => c.json({ unit: units.remove(c.req.param("id")) }));
  app.put("/api/units/:id/windows", async (c) => {
    const { windows } = unitWindowsSchema.parse(await c.req.json());
    return c.json({ unit: units.change(c.req.param("id"), { windows }) });
  });
  app.put("/api/units/:id/facts/:name", async (c) => {
    const { value, validUntil } = factChangeSchema.parse(await c.req.json());
    const validUntilMs = validUntil === null ? null : Date.parse(validUntil);
    return c.json({ unit: units.record(c.req.param("id"), { name: c.req.param("name"), value, validUntilMs }) });
  });
  app.delete("/api/units/:id/facts/:name", (c) => {
    const facts = units.get(c.req.param("id")).facts.filter((one) => one.name !== c.req.param("name"));
    return c.json({ unit: units.change(c.req.param("id"), { facts }) });
  });
  app.put("/api/units/:id/assignments/:userId", async (c) => {
    const change = assignmentChangeSchema.parse(await c.req.json());
    return c.json({ unit: units.assign(c.req.param("id"), c.req.param("userId"), change) });
  });
  app.delete("/api/units/:id/assignments/:userId", (c) => {
    const held = units.get(c.req.param("id")).assignments;
    const assignments = held.filter((one) => one.user.id !== c.req.param("userId"));
    return c.json({ unit: units.change(c.req.param("id"), { assignments }) });
  });
  app.get("/api/listings", (c) => {
    const listings = [...units.listings.values()];
    return c.json({ listings: listings.sort((a, b) => Number(a.unitId !== null) - Number(b.unitId !== null)) });
  });
  app.put("/api/listings/:id/unit", async (c) => {
    const { unitId } = listingLinkSchema.parse(await c.req.json());
    return c.json({ listing: units.link(c.req.param("id"), unitId) });
  });
}
