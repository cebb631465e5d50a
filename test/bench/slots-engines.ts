// The engines that the slot benchmark compares, each loaded only when it is asked for.
import type { Slot, SlotScenario } from "#domain/slots/scenario";

export type Engine = (scenario: SlotScenario) => readonly Slot[];

export const ENGINES = {
  ours: async (): Promise<Engine> => (await import("#domain/slots/offer")).findSlots,
  "date-fns": async (): Promise<Engine> => (await import("./slots-date-fns.ts")).slotsWithDateFns,
  dayjs: async (): Promise<Engine> => (await import("./slots-dayjs.ts")).slotsWithDayjs,
} as const;
export type EngineName = keyof typeof ENGINES;

/** True for the name of an engine. */
export function isEngineName(name: string): name is EngineName {
  return Object.hasOwn(ENGINES, name);
}
