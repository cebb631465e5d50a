// One inbox and one thread of each platform as a person would save them. Where a twin's pages come whole from its server they are the
// twin's; what scripts draw (Roomies' threads, FurnishedFinder) is written here from platforms.md, once more apart from the packs.
import type { Confirmation } from "#browser/confirmation";
import { withConfirmations } from "#browser/confirmation";
import { LIVE_ORIGINS } from "#browser/origins";
import type { Pack } from "#browser/pack";
import { packFor } from "#browser/platforms/registry";
import type { Platform } from "#domain/platform";
import { type CookieClient, makeCookieClient } from "../fakes/platforms/kernel/cookie-client.ts";
import * as leasebreak from "../fakes/platforms/leasebreak/host-visits.ts";
import * as leasebreakPaths from "../fakes/platforms/leasebreak/paths.ts";
import { startTwin } from "../fakes/platforms/main.ts";
import * as renthop from "../fakes/platforms/renthop/host-visits.ts";
import * as renthopPaths from "../fakes/platforms/renthop/paths.ts";
import * as roomies from "../fakes/platforms/roomies/host-visits.ts";
import * as roomiesPaths from "../fakes/platforms/roomies/paths.ts";
import * as spareroom from "../fakes/platforms/spareroom/host-visits.ts";
import * as spareroomPaths from "../fakes/platforms/spareroom/paths.ts";

export type SamplePages = {
  /** The pack, with what the twin confirms of its own pages. */
  readonly pack: Pack;
  readonly inbox: string;
  readonly emptyInbox: string;
  readonly thread: string;
  /** Where the thread is. */
  readonly threadAddress: string;
};

type Visits = {
  readonly inboxPath: string;
  readonly threadPath: (threadId: string) => string;
  readonly signIn: (client: CookieClient) => Promise<unknown>;
  readonly reply: (client: CookieClient, threadId: string, text: string) => Promise<unknown>;
};

const VISITS: Readonly<Partial<Record<Platform, Visits>>> = {
  spareroom: { inboxPath: spareroomPaths.PATHS.threads, ...spareroom },
  roomies: { inboxPath: roomiesPaths.PATHS.inbox, threadPath: roomiesPaths.threadPath, ...roomies },
  leasebreak: { inboxPath: leasebreakPaths.PATHS.inbox, threadPath: leasebreakPaths.threadPath, ...leasebreak },
  renthop: { inboxPath: renthopPaths.PATHS.inbox, threadPath: renthopPaths.threadPath, ...renthop },
};

/** Fresh pages with two leads, one of whom was answered. */
export async function samplePages(platform: Platform): Promise<SamplePages> {
  const visits = VISITS[platform];
  const twin = await startTwin({ platform, port: 0, dataDir: ":memory:" });
  try {
    const client = makeCookieClient(twin.origin);
    const pack = confirmedPack(platform, await client.manifest());
    if (visits === undefined) return { pack, ...furnishedfinderPages() };
    await visits.signIn(client);
    const { threadId } = await client.leadWrites({ name: "Alex P", text: "Hi, is the room free? 🏠" });
    await client.leadWrites({ name: "Sam T", text: "Can I come by on Sunday?" });
    await visits.reply(client, threadId, "Yes, it is.");
    const threadPath = visits.threadPath(threadId);
    const inbox = (await client.get(visits.inboxPath)).text;
    const thread = platform === "roomies" ? roomiesThread(threadId) : (await client.get(threadPath)).text;
    await client.control({ inbox: "empty" });
    const emptyInbox = (await client.get(visits.inboxPath)).text;
    return { pack, inbox, emptyInbox, thread, threadAddress: LIVE_ORIGINS[platform] + threadPath };
  } finally {
    await twin.close();
  }
}

function confirmedPack(
  platform: Platform,
  { confirmed_on, entries }: { confirmed_on: string; entries: readonly Entry[] },
) {
  const origin = LIVE_ORIGINS[platform];
  const confirmation: Confirmation = { platform, origin, confirmed_on, by: "twin manifest", entries: [...entries] };
  return withConfirmations(packFor(platform), [confirmation], origin);
}
type Entry = Confirmation["entries"][number];

/** As Alpine leaves it: templates filled, what waits for nothing any more hidden. */
function roomiesThread(threadId: string): string {
  const row = (id: string, colours: string, text: string) => `
    <li x-data="messageItem(message)" class="mb-2" data-key="${id}">
    <div class="inline-block px-4 py-2 rounded-lg ${colours}"><div class="whitespace-pre-line" x-text="message.content">${text}</div></div>
    <time class="text-xs" datetime="2026-11-20T20:0${id}:00.000000Z" x-text="clock(message.created_at)">3:0${id} PM</time></li>`;
  return `<!DOCTYPE html><html><head><title>Conversation</title></head><body><nav><a href="/inbox">Inbox</a></nav>
    <h1>Alex P</h1><p>looking for accommodation</p><a href="/rooms/880001">Sunny room</a>
    <p x-show="!loaded" style="display: none;">Loading messages</p>
    <ul>${row("1", "bg-gray-200", "Hi, is the room free? 🏠")}${row("2", "bg-teal text-white", "Yes, it is.")}</ul>
    <form method="post" action="/inbox/${threadId}"><textarea name="message"></textarea>
    <button type="submit" class="bg-brand-orange text-white">Send</button></form></body></html>`;
}

const FURNISHEDFINDER_ID = "messaging-8812";

function furnishedfinderPages(): Omit<SamplePages, "pack"> {
  const row = (name: string, date: string, preview: string) => `
    <button type="button" data-testid="channel-button"><div>AP</div><span class="truncate">${name}</span>
    <div class="row-date">${date}</div><div class="row-preview">${preview}</div></button>`;
  const item = (id: string, from: string, side: string, text: string) => `
    <li data-message-id="${id}"><div class="str-chat__message str-chat__message--${side} str-chat__message--received">
    <div class="str-chat__message-text"><span>Message from ${from},</span>
    <div data-testid="message-text-inner-wrapper"><p>${text}</p></div></div>
    <time datetime="2026-11-20T20:00:00Z">3:00 PM</time></div></li>`;
  const list = `${row("Sam T", "3:45 PM", "Can I come by on Sunday?")}${row("Alex P", "May. 12", "You: Yes, it is.")}`;
  const page = (list: string, channel: string) => `<!DOCTYPE html><html><head><title>Messages</title></head><body>
    <h1>Messages</h1><div class="list">${list}</div><div class="channel">${channel}</div></body></html>`;
  const thread = `<h3 class="str-chat__channel-header-title">Alex P</h3><a href="/property/522000_1">Sunny room $3,800/month</a>
    <ul>${item("m1", "Alex", "other", "Hi, is the room free? 🏠")}${item("m2", "Harriet", "me", "Yes, it is.")}</ul>
    <textarea data-testid="message-input"></textarea>
    <button type="button" data-testid="send-button" aria-label="Send">➤</button>`;
  return {
    inbox: page(list, ""),
    emptyInbox: page('<div class="str-chat__channel-list-empty">You have no channels currently</div>', ""),
    thread: page(list, thread),
    threadAddress: `${LIVE_ORIGINS.furnishedfinder}/members/tenant-message?filter=all&channel=${FURNISHEDFINDER_ID}`,
  };
}
