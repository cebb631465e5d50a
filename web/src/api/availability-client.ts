// The API of people's availability, and how its answers enter the cache. For pages that are loaded late.
import { type QueryClient, queryOptions } from "@tanstack/solid-query";
import {
  type AgentProfile,
  type Availability,
  availabilityAnswerSchema,
  type DayTimes,
  type WeekTimes,
} from "#contracts/api/availability";
import { type Answer, jsonInit, read, server } from "./client.ts";

const person = server.availability[":id"];
const keyOf = (userId: string) => ["availability", userId] as const;

export const availabilityApi = {
  of: (id: string) => availability(person.$get({ param: { id } })),
  setProfile: (id: string, json: AgentProfile) => availability(person.profile.$put({ param: { id }, json })),
  setWeek: (id: string, rules: WeekTimes[]) => availability(person.week.$put({ param: { id }, json: { rules } })),
  /** Without an interval the person is away on that day. */
  setDate: (id: string, date: string, intervals: DayTimes[]) =>
    availability(person.overrides[":date"].$put({ param: { id, date }, json: { intervals } })),
  /** The week holds on that day again. */
  clearDate: (id: string, date: string) =>
    availability(person.overrides[":date"].$delete({ param: { id, date } }, { init: jsonInit({}) })),
};

/** One's own, for an admin anybody's. */
export const availabilityQuery = (userId: string) =>
  queryOptions({ queryKey: keyOf(userId), queryFn: () => availabilityApi.of(userId) });

export function keepAvailability(client: QueryClient, availability: Availability): void {
  client.setQueryData<Availability>(keyOf(availability.user.id), availability);
}

/** Somebody else may have changed it: read it again. */
export function refreshAvailability(client: QueryClient, userId: string): void {
  void client.invalidateQueries({ queryKey: keyOf(userId) });
}

async function availability(sent: Promise<Answer>): Promise<Availability> {
  return (await read(availabilityAnswerSchema, sent)).availability;
}
