// Who shows units when, in the fake API: what is sent is checked by the contracts, and refused like by the real one.
import type { Hono } from "hono";
import { type Availability, overrideSchema, profileSchema, weekSchema } from "#contracts/api/availability";
import { Refused } from "./board.ts";
import { viewer } from "./routes.ts";
import { MEMBERS } from "./seed-units.ts";

const DAY_MS = 86_400_000;
const ZONE = "America/New_York";

export class FakeAvailability {
  readonly people: Map<string, Availability>;

  constructor() {
    const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
    const nobody = MEMBERS.map(({ id, name }) => ({
      user: { id, name },
      profile: null,
      rules: [],
      overrides: [],
      areMailsSent: true,
    }));
    this.people = new Map<string, Availability>(nobody.map((one) => [one.user.id, one]));
    const evening = (weekday: number) => ({ weekday, from: "19:30", to: "21:00" });
    this.change("us_admin", {
      profile: { zone: ZONE, bufferMinutes: 15, maxPerDay: null },
      rules: [...[1, 2, 3, 4].map(evening), { weekday: 6, from: "10:00", to: "14:00" }],
      overrides: [
        { date: inDays(3), intervals: [] },
        { date: inDays(5), intervals: [{ from: "09:00", to: "11:30" }] },
      ],
    });
    this.change("us_agent", {
      profile: { zone: ZONE, bufferMinutes: 20, maxPerDay: 4 },
      rules: [1, 2, 3, 4, 5].flatMap((weekday) => [
        { weekday, from: "09:00", to: "12:30" },
        { weekday, from: "14:00", to: "18:00" },
      ]),
    });
    this.change("us_new", { profile: { zone: ZONE, bufferMinutes: 15, maxPerDay: null } });
  }

  get(id: string): Availability {
    const held = this.people.get(id);
    if (held === undefined) throw new Refused("NOT_FOUND", "There is nothing here, or it is not yours to see.");
    return held;
  }

  change(id: string, change: Partial<Availability>): Availability {
    const next = { ...this.get(id), ...change };
    this.people.set(id, next);
    return next;
  }

  /** Null: the week holds again. */
  setDate(id: string, date: string, intervals: Availability["overrides"][number]["intervals"] | null): Availability {
    const others = this.get(id).overrides.filter((one) => one.date !== date);
    const overrides = intervals === null ? others : [...others, { date, intervals }];
    return this.change(id, { overrides: overrides.sort((a, b) => a.date.localeCompare(b.date)) });
  }
}

export function addAvailability(app: Hono, people: FakeAvailability): void {
  app.use("/api/availability/:id/*", async (c, next) => {
    const { role, user } = viewer(c);
    if (role !== "admin" && c.req.param("id") !== user.id) {
      throw new Refused("NOT_FOUND", "There is nothing here, or it is not yours to see.");
    }
    await next();
  });
  app.get("/api/availability/:id", (c) => c.json({ availability: people.get(c.req.param("id")) }));
  app.put("/api/availability/:id/profile", async (c) => {
    const profile = profileSchema.parse(await c.req.json());
    return c.json({ availability: people.change(c.req.param("id"), { profile }) });
  });
  app.put("/api/availability/:id/week", async (c) => {
    const { rules } = weekSchema.parse(await c.req.json());
    return c.json({ availability: people.change(c.req.param("id"), { rules }) });
  });
  app.put("/api/availability/:id/overrides/:date", async (c) => {
    const { intervals } = overrideSchema.parse(await c.req.json());
    return c.json({ availability: people.setDate(c.req.param("id"), c.req.param("date"), intervals) });
  });
  app.delete("/api/availability/:id/overrides/:date", (c) =>
    c.json({ availability: people.setDate(c.req.param("id"), c.req.param("date"), null) }),
  );
}
