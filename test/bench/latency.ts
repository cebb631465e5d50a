// `npm run latency`: how long a lead waits, from the message on the platform to the answer in the same thread, through the
// whole running product with a real browser: poll, quiet window, decision, send, proof. One lead at a time per platform.
//   npm run latency -- --leads 10
// Prints a table (milliseconds, p50 and p95) and counts answers exactly. The waits that are settings (poll interval, quiet
// window of the demo agency) are part of the figure and printed beside it.
import { PLATFORMS, type Platform } from "#domain/platform";
import { startProduct } from "../e2e/product.ts";
import { until } from "../e2e/until.ts";
import { signIn } from "../e2e/workboard-client.ts";
import { makeCookieClient } from "../fakes/platforms/kernel/cookie-client.ts";
import { HARBOUR } from "../local/demo-agency.ts";
import { percentile } from "./percentile.ts";

const LEADS_DEFAULT = 10;
const ANSWER_MS_MAX = 120_000;
const QUESTION = "Hi, is this still available?";

const leads = Number(process.argv[process.argv.indexOf("--leads") + 1]) || LEADS_DEFAULT;
const product = await startProduct();
try {
  const admin = HARBOUR.people.find((person) => person.role === "admin");
  if (admin === undefined) throw new Error("the demo agency has no admin");
  const workboard = await signIn(product.workboard, admin);
  for (const account of await workboard.accounts()) {
    await workboard.changeAccount(account.id, { sendMode: "auto_send" });
  }
  console.log(`${leads} leads per platform, all five at the same time, answered automatically`);
  const rows = await Promise.all(PLATFORMS.map((platform) => measure(platform, product.twins[platform])));
  console.table(Object.fromEntries(rows.map(({ platform, ...row }) => [platform, row])));
} finally {
  await product.discard();
}

async function measure(platform: Platform, origin: string) {
  const twin = makeCookieClient(origin);
  const waits: number[] = [];
  let twice = 0;
  for (let i = 0; i < leads; i++) {
    const startedAtMs = Date.now();
    const { threadId } = await twin.leadWrites({ name: `Jamie ${i}`, text: QUESTION, newThread: true });
    const answers = async () =>
      (await twin.messages()).filter((message) => message.threadId === threadId && message.from === "host");
    await until(
      `an answer on ${platform}`,
      ANSWER_MS_MAX,
      async () => ((await answers()).length > 0 ? true : null),
      50,
    );
    waits.push(Date.now() - startedAtMs);
    if ((await answers()).length > 1) twice++;
  }
  return { platform, leads, answeredTwice: twice, p50Ms: percentile(waits, 0.5), p95Ms: percentile(waits, 0.95) };
}
