// Tells a person at the terminal what happens: one line per step with how long it took. Knows no step.

/** Runs a step and says its name and duration when it is done; a step may add a word on what it found. */
export async function step<T>(name: string, run: (note: (text: string) => void) => T | Promise<T>): Promise<T> {
  const startedAtMs = performance.now();
  let note = "";
  const result = await run((text) => {
    note = `, ${text}`;
  });
  console.log(`${name}${note} (${seconds(performance.now() - startedAtMs)})`);
  return result;
}

/** 1234 → "1.2 s" */
export function seconds(durationMs: number): string {
  return `${(durationMs / 1000).toFixed(1)} s`;
}
