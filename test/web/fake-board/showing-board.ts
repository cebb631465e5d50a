// The state behind the fake API of an agent's day: showings, open times by the product's own slot rules, follow-ups, calendar
// addresses. It refuses like the real one: a taken time, a step that the table does not have.
import type { CalendarFeedView } from "#contracts/api/calendar";
import type { BookRequest, MoveRequest, ShowingView } from "#contracts/api/showing";
import { beforeStart } from "#domain/showing/refusal";
import { nextStatuses, type ShowingStatus } from "#domain/showing/status";
import { explainInstant } from "#domain/slots/explain";
import { findSlots } from "#domain/slots/offer";
import type { SlotScenario } from "#domain/slots/scenario";
import { Refused } from "./board.ts";
import { ANA, BEN, type FakeFollowUp, makeShowing, NEW_YORK, seedFollowUps, seedShowings } from "./seed-showings.ts";

const SLOT_MINUTES = 30;
const PEOPLE = [BEN, ANA];
/** Monday to Friday, in the morning and in the evening. */
const WEEKLY = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, fromMinute: 600, toMinute: 720 },
  { weekday, fromMinute: 1_050, toMinute: 1_200 },
]);

export class FakeDay {
  showings = new Map<string, ShowingView>();
  followUps = new Map<string, FakeFollowUp>();
  feeds = new Map<string, CalendarFeedView>();
  /** What the board takes for the present. */
  nowMs: number;
  private readonly keys = new Map<string, string>();

  constructor(nowMs: number) {
    this.nowMs = nowMs;
    this.begin(nowMs);
  }

  /** Starts anew, as if it were `nowMs`. */
  begin(nowMs: number): void {
    this.nowMs = nowMs;
    this.showings = new Map(seedShowings(nowMs).map((one) => [one.id, one]));
    this.followUps = new Map(seedFollowUps(nowMs).map((one) => [one.id, one]));
    this.feeds = new Map();
  }

  showing(id: string): ShowingView {
    const held = this.showings.get(id);
    if (held === undefined) throw new Refused("NOT_FOUND", "There is nothing here, or it is not yours to see.");
    return held;
  }

  setStatus(id: string, status: ShowingStatus): ShowingView {
    const held = this.showing(id);
    if (held.status === status) return held;
    if (!held.mayBecome.includes(status)) {
      throw new Refused("NOT_NOW", `A showing that is ${held.status} cannot become ${status}. Book a new one.`);
    }
    const early = beforeStart(status, Date.parse(held.start), this.nowMs);
    if (early !== null) throw new Refused(early.code, `${early.message} ${early.next}`);
    return this.put({ ...held, status, mayBecome: [...nextStatuses(status)], sequence: held.sequence + 1 });
  }

  book(key: string, request: BookRequest, viewerId: string): ShowingView {
    const known = this.keys.get(key);
    if (known !== undefined) return this.showing(known);
    const startMs = Date.parse(request.start);
    const agent = this.agentFor(request.unitId, startMs, request, viewerId, null);
    const made = makeShowing(`sh_${this.showings.size + 1}`, startMs, "confirmed", {
      agent,
      leadName: request.leadName ?? "Maya Okonkwo",
      conversationId: request.conversationId ?? null,
    });
    this.keys.set(key, made.id);
    return this.put(made);
  }

  move(id: string, key: string, request: MoveRequest, viewerId: string): ShowingView {
    const held = this.showing(id);
    if (this.keys.get(key) === id) return held;
    const startMs = Date.parse(request.start);
    const agent = this.agentFor(held.unit.id, startMs, request, viewerId, id);
    const { start, end, day } = makeShowing(id, startMs, "confirmed");
    this.keys.set(key, id);
    return this.put({
      ...held,
      start,
      end,
      day,
      agent,
      status: "confirmed",
      mayBecome: [...nextStatuses("confirmed")],
    });
  }

  /** A person said that these stand. */
  keep(conversationId: string): void {
    for (const one of this.showings.values()) {
      if (one.conversationId === conversationId) this.put({ ...one, isKeepAsked: false });
    }
  }

  slots(unitId: string, viewerId: string, exceptId: string | null) {
    const scenario = this.scenario(unitId, viewerId, exceptId);
    return {
      zone: scenario.unit.zone,
      slots: findSlots(scenario).map(({ startMs, endMs, agentIds }) => ({
        start: new Date(startMs).toISOString(),
        end: new Date(endMs).toISOString(),
        agents: agentIds.map(nameOf),
      })),
    };
  }

  explain(unitId: string, at: string, viewerId: string, exceptId: string | null) {
    const reasons = explainInstant(this.scenario(unitId, viewerId, exceptId), Date.parse(at));
    return {
      at: new Date(at).toISOString(),
      isOpen: reasons.at(-1)?.effect === "admits",
      reasons: reasons.map(({ rule, agentId, effect, detail }) => ({
        rule,
        agent: agentId === undefined ? null : nameOf(agentId),
        effect,
        detail: PEOPLE.reduce((text, { id, name }) => text.replaceAll(id, name), detail),
      })),
    };
  }

  dueFollowUps(): FakeFollowUp[] {
    return [...this.followUps.values()].sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  }

  private put(showing: ShowingView): ShowingView {
    this.showings.set(showing.id, showing);
    return showing;
  }

  private agentFor(
    unitId: string,
    startMs: number,
    request: { readonly agentId?: string | undefined; readonly isOverride?: boolean | undefined },
    viewerId: string,
    exceptId: string | null,
  ) {
    if (request.isOverride === true) return nameOf(request.agentId ?? viewerId);
    const slot = findSlots(this.scenario(unitId, viewerId, exceptId)).find((one) => one.startMs === startMs);
    const able = (slot?.agentIds ?? []).filter((id) => request.agentId === undefined || id === request.agentId);
    if (able[0] === undefined) {
      throw new Refused("TIME_TAKEN", "Somebody else has just taken this time. Choose another one.");
    }
    return nameOf(able[0]);
  }

  /** An agent's own times, an admin's everybody's. */
  private scenario(unitId: string, viewerId: string, exceptId: string | null): SlotScenario {
    const people = viewerId === ANA.id ? PEOPLE : PEOPLE.filter(({ id }) => id === viewerId);
    const zone = [...this.showings.values()].find((one) => one.unit.id === unitId)?.unit.zone ?? NEW_YORK;
    return {
      nowMs: this.nowMs,
      horizonDays: 14,
      slotMinutes: SLOT_MINUTES,
      stepMinutes: SLOT_MINUTES,
      minNoticeMinutes: 120,
      unit: { id: unitId, zone, windows: null, groupSize: 1 },
      agents: people.map(({ id }, n) => ({
        id,
        zone: NEW_YORK,
        priority: 100 + n,
        maxPerDay: 8,
        bufferMinutes: 15,
        weekly: WEEKLY,
        overrides: [],
      })),
      bookings: [...this.showings.values()]
        .filter((one) => one.id !== exceptId)
        .map((one) => ({
          agentId: one.agent.id,
          unitId: one.unit.id,
          status: one.status,
          startMs: Date.parse(one.start),
          endMs: Date.parse(one.end),
        })),
    };
  }
}

function nameOf(id: string) {
  return PEOPLE.find((one) => one.id === id) ?? { id, name: id };
}
