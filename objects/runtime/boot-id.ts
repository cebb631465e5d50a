// Names this run of the process, so that what was handed to an earlier run is known as lost. Made on first use: chance is not
// to be had while a module is loaded.
let bootId: string | null = null;

export function currentBootId(): string {
  bootId ??= crypto.randomUUID();
  return bootId;
}
