// Moves the clock of the isolate that imports it: what the product reads is the machine's clock and an offset. Alarms are
// still set in the machine's time, so that an actor is woken when it asked to be woken. The offset is gone with the isolate:
// a restart is a jump back.
import type { DurableObjectStorage } from "@cloudflare/workers-types";

const MachineDate = Date;
let offsetMs = 0;
const now = (): number => MachineDate.now() + offsetMs;

/** To be called once, before the product runs. */
export function takeOverTheClock(): void {
  globalThis.Date = new Proxy(MachineDate, {
    construct: (target, given) => (given.length === 0 ? new target(now()) : Reflect.construct(target, given)),
    get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
  });
}

/** From now on the product's clock stands this far from the machine's; negative: behind it. */
export function shiftClock(ms: number): void {
  offsetMs = ms;
}

/** Makes an actor's alarms come at the machine's time. To be called before the actor arms its first. */
export function alarmsInMachineTime(storage: DurableObjectStorage): void {
  const setAlarm = storage.setAlarm.bind(storage);
  storage.setAlarm = (at, options) => setAlarm(Number(at) - offsetMs, options);
}
