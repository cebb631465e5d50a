// A promise that is not waited for longer than a while: what was asked of a killed process may never be answered.

/** Rejects after `msMax`; what was asked goes on, and its end is not looked at any more. */
export async function within<T>(msMax: number, asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${msMax} ms`)), msMax);
  });
  asked.catch(() => undefined);
  try {
    return await Promise.race([asked, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
