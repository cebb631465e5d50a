// The clock of the local run: `wrangler dev` does not fire cron triggers by itself, so this does, once a minute.
import { isGood } from "./answers.ts";

const MINUTE_MS = 60_000;

/** Fires once now and then every minute. Answers whether the first tick was taken. */
export async function startMinuteTick(workerOrigin: string): Promise<boolean> {
  const url = `${workerOrigin}/cdn-cgi/local/scheduled?cron=${encodeURIComponent("* * * * *")}`;
  setInterval(() => void isGood(url), MINUTE_MS);
  return isGood(url);
}
