// Runs something at most once per interval, and always once more after the last call.

/** `run` is called at once, then at most every `intervalMs` while calls keep coming. */
export function makeThrottle(run: () => void, intervalMs: number): { call(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isWanted = false;

  function rest(): void {
    timer = setTimeout(() => {
      timer = null;
      if (!isWanted) return;
      isWanted = false;
      run();
      rest();
    }, intervalMs);
  }

  return {
    call() {
      if (timer !== null) {
        isWanted = true;
        return;
      }
      run();
      rest();
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      isWanted = false;
    },
  };
}
