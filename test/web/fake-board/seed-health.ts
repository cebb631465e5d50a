// The incidents and dead letters the fake board starts with: one of every kind a person can meet.
import type { DeadLetterView } from "#contracts/api/dead-letter";
import type { IncidentView } from "#contracts/api/incident";
import { CASES } from "./seed.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const ROOMIES = { id: "ac_roomies", name: "Harbour Lettings, main", platform: "roomies" } as const;
const LONG = {
  id: "ac_furnishedfinder",
  name: "Harbour Lettings — mid-term and travel nurses, north side",
  platform: "furnishedfinder",
} as const;

export function seedIncidents(nowMs: number): IncidentView[] {
  return [
    {
      id: `duplicate.${CASES.duplicate}.3`,
      kind: "duplicate",
      at: iso(nowMs - 6 * MINUTE_MS),
      conversation: { id: CASES.duplicate, leadName: "Tomás Echeverría" },
      account: ROOMIES,
      detail: { sendId: `${CASES.duplicate}.3` },
      seen: null,
    },
    {
      id: "dead_letter.q1",
      kind: "dead_letter",
      at: iso(nowMs - 31 * MINUTE_MS),
      conversation: { id: CASES.handOff, leadName: "Bartholomew Featherstonehaugh-Cholmondeley de la Fontaine" },
      account: LONG,
      detail: { deadLetterId: "q1", job: "send" },
      seen: null,
    },
    {
      id: "dead_letter.q2",
      kind: "dead_letter",
      at: iso(nowMs - 2 * HOUR_MS),
      conversation: null,
      account: ROOMIES,
      detail: { deadLetterId: "q2", job: "ingest" },
      seen: null,
    },
    {
      id: "page_drift.leasebreak",
      kind: "page_drift",
      at: iso(nowMs - 40 * HOUR_MS),
      conversation: null,
      account: { id: "ac_leasebreak", name: "Harbour Lettings, main", platform: "leasebreak" },
      detail: {},
      seen: { at: iso(nowMs - 39 * HOUR_MS), by: "Ana Duarte" },
    },
  ];
}

export function seedLetters(nowMs: number): DeadLetterView[] {
  const waiting = { replayedAt: null, leadName: null, accountId: "ac_roomies", conversationId: null };
  return [
    {
      ...waiting,
      id: "q1",
      job: "send",
      at: iso(nowMs - 31 * MINUTE_MS),
      accountId: LONG.id,
      conversationId: CASES.handOff,
      leadName: "Bartholomew Featherstonehaugh-Cholmondeley de la Fontaine",
    },
    { ...waiting, id: "q2", job: "ingest", at: iso(nowMs - 2 * HOUR_MS) },
    {
      ...waiting,
      id: "q3",
      job: "project",
      at: iso(nowMs - 3 * HOUR_MS),
      accountId: null,
      conversationId: CASES.rightToLeft,
      leadName: "نور الحداد",
    },
  ];
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
