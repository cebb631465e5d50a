// `npm run ingest`: how long a lead's message waits on the platform before it is in its conversation.
//   npm run ingest                     50 accounts on a simulated day, by the product's own rules (seconds)
//   npm run ingest -- --real           five accounts, a real browser, an inbox read every ten minutes, and the mail door
//   npm run ingest -- --leads 10 --real
// The simulation's browser times are assumptions (simulate-ingest.ts); the real run measures with the twins on this machine.
import { join } from "node:path";
import { latencySummary } from "#domain/account/ingest-latency";
import { PLATFORMS, type Platform } from "#domain/platform";
import { type Product, startProduct } from "../e2e/product.ts";
import { until } from "../e2e/until.ts";
import { signIn, type WorkboardClient } from "../e2e/workboard-client.ts";
import { makeCookieClient } from "../fakes/platforms/kernel/cookie-client.ts";
import { ACCOUNTS, HARBOUR } from "../local/demo-agency.ts";
import { openLocalStore } from "../local/local-store.ts";
import { simulateIngest } from "./simulate-ingest.ts";

const ACCOUNTS_SIMULATED = 50;
const DEFAULT_POLL_MS = 45_000;
const PRUDENT_POLL_MS = 600_000;
const SEEDS = [1, 2, 3];
const LEADS_DEFAULT = 6;
const SEEN_MS_MAX = 60_000;

/** The domain each platform's mail comes from (objects/domain/lead-mail/senders.ts). */
const MAIL_DOMAINS: Readonly<Record<Platform, string>> = {
  spareroom: "spareroom.com",
  roomies: "roomies.com",
  leasebreak: "leasebreak.com",
  renthop: "renthop.com",
  furnishedfinder: "leads.furnishedfinder.com",
};

const words = process.argv.slice(2);
const leads = Number(words[words.indexOf("--leads") + 1]) || LEADS_DEFAULT;
if (words.includes("--real")) await measureReal();
else simulate();

function simulate(): void {
  const row = (pollIntervalMs: number, hasMailDoor: boolean, seed: number) => {
    const found = simulateIngest({ accounts: ACCOUNTS_SIMULATED, pollIntervalMs, hasMailDoor, seed });
    const pollsPerAccountHour = Math.round((found.polls / ACCOUNTS_SIMULATED / 25) * 10) / 10;
    return { interval: `${pollIntervalMs / 1_000} s`, mailDoor: hasMailDoor, seed, ...found, pollsPerAccountHour };
  };
  console.log(`${ACCOUNTS_SIMULATED} accounts, one simulated day`);
  console.table(
    SEEDS.flatMap((seed) => [
      row(DEFAULT_POLL_MS, false, seed),
      row(PRUDENT_POLL_MS, false, seed),
      row(PRUDENT_POLL_MS, true, seed),
    ]),
  );
}

async function measureReal(): Promise<void> {
  const product = await startProduct();
  try {
    await openMailDoors(product);
    const admin = HARBOUR.people.find((person) => person.role === "admin");
    if (admin === undefined) throw new Error("the demo agency has no admin");
    const workboard = await signIn(product.workboard, admin);
    await until("the first read of every inbox", SEEN_MS_MAX, async () =>
      (await workboard.accounts()).every(({ lastSuccessAt }) => lastSuccessAt !== null) ? true : null,
    );
    console.log(
      `${leads} leads per platform, one after another on each; inboxes read every 10 minutes; a mail per message`,
    );
    const rows = await Promise.all(PLATFORMS.map((platform) => measure(product, workboard, platform)));
    console.table(Object.fromEntries(rows));
    const health = (await workboard.accounts()).map(({ platform, ingest }) => [platform, ingest] as const);
    console.log("as the product itself counted it (an upper bound):");
    console.table(Object.fromEntries(health));
  } finally {
    await product.discard();
  }
}

/** Gives every account an alias and the prudent pace, while the product does not run. */
async function openMailDoors(product: Product): Promise<void> {
  await product.stop();
  const store = await openLocalStore(join(product.dataFolder, "state"));
  try {
    const statements = ACCOUNTS.map(
      ({ id, platform }) =>
        `UPDATE platform_accounts SET quiet_poll_ms = ${PRUDENT_POLL_MS}, mail_alias = '${aliasOf(platform)}' WHERE id = '${id}';`,
    );
    await store.runSql(statements.join("\n"));
  } finally {
    await store.close();
  }
  await product.restart();
}

async function measure(product: Product, workboard: WorkboardClient, platform: Platform) {
  const twin = makeCookieClient(product.twins[platform]);
  const waits: number[] = [];
  for (let n = 0; n < leads; n++) {
    const name = `${platform.slice(0, 3)}q${"abcdefghijklmnopqrstuvwxyz"[n % 26]} Ingest`;
    const writtenAtMs = Date.now();
    await twin.leadWrites({ name, text: "Hi, is this still available?", newThread: true });
    await deliverMail(product.workboard, platform, n);
    const row = await until(
      `a conversation on ${platform}`,
      SEEN_MS_MAX,
      async () =>
        (await workboard.conversations()).find(
          (one) => one.platform === platform && one.leadName?.startsWith(name.split(" ")[0] ?? name),
        ) ?? null,
    );
    const { messages } = await workboard.conversation(row.id);
    waits.push(Date.parse(messages[0]?.seenAt ?? "") - writtenAtMs);
  }
  return [platform, latencySummary(waits)] as const;
}

async function deliverMail(origin: string, platform: Platform, n: number): Promise<void> {
  const from = `messages@${MAIL_DOMAINS[platform]}`;
  const to = `${aliasOf(platform)}@in.harbour.example`;
  const headers = [
    `From: <${from}>`,
    `To: <${to}>`,
    "Subject: You have a new message",
    `Date: ${new Date().toUTCString()}`,
    `Message-ID: <${platform}-${n}-${Date.now()}@mail.example>`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
  ];
  const address = `${origin}/cdn-cgi/local/email?${new URLSearchParams({ from, to })}`;
  const answer = await fetch(address, { method: "POST", body: [...headers, "", "Open your inbox.", ""].join("\r\n") });
  if (!answer.ok) throw new Error(`the mail door answered ${answer.status}: ${await answer.text()}`);
}

function aliasOf(platform: Platform): string {
  return `mailalias${platform}`;
}
