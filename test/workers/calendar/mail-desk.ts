// Two agents of a fresh agency and the minute's mails to them, through doors that a test makes: what leaves, read as a calendar
// reads it, and what is noted.
import { env } from "cloudflare:workers";
import { asc, eq } from "drizzle-orm";
import ICAL from "ical.js";
import PostalMime from "postal-mime";
import type { ShowingStatus } from "#domain/showing/status";
import { agentNotices } from "#migrations/schema";
import { mailAgents } from "#workers/cron/mail-agents";
import { type Deps, type MailDoor, makeDeps } from "#workers/deps";
import { reschedule } from "#workers/store/showings-move";
import { changeStatus } from "#workers/store/showings-status";
import { type Agency, db, freshId, type Person } from "../api/agency.ts";
import { MINUTE, makeOpenAgency } from "../api/showings-agency.ts";

declare global {
  namespace Cloudflare {
    interface Env {
      MAIL: SendEmail;
    }
  }
}

export const FROM = "showings@agency.example";

/** A door that notes what goes through, or does what `act` does first. */
export function makeDoor(act: (to: string) => Promise<void> = async () => {}) {
  const sent: { readonly to: string; readonly mail: string }[] = [];
  const door: MailDoor = {
    from: FROM,
    send: async (to, mail) => {
      await act(to);
      sent.push({ to, mail });
    },
  };
  return { door, sent };
}

/** What a calendar reads in a mail, and what a person does. */
export async function summaryOf(to: string, mail: string) {
  const { subject = "", attachments, text = "" } = await PostalMime.parse(mail, { attachmentEncoding: "utf8" });
  const calendar = new ICAL.Component(ICAL.parse(String(attachments[0]?.content)));
  const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? new ICAL.Component("vevent"));
  return {
    to,
    subject: subject.split(":")[0],
    text,
    method: String(calendar.getFirstPropertyValue("method")),
    uid: event.uid,
    sequence: event.sequence,
    startMs: event.startDate.toJSDate().getTime(),
  };
}

/** An agency whose changes all happen at one instant. */
export class MailDesk {
  readonly agency: Agency;
  readonly first: Person;
  readonly second: Person;
  readonly nowMs = Date.now();

  constructor({ agency, first, second }: Awaited<ReturnType<typeof makeOpenAgency>>) {
    this.agency = agency;
    this.first = first;
    this.second = second;
  }

  static async open(): Promise<MailDesk> {
    return new MailDesk(await makeOpenAgency());
  }

  deps(mail: MailDoor | null, atMs = this.nowMs): Deps {
    return { ...makeDeps(env), now: () => atMs, mail };
  }

  /** One tick of the schedule; answers the mails to this agency's people. */
  async tick(atMs = this.nowMs) {
    const { door, sent } = makeDoor();
    await mailAgents(this.deps(door, atMs));
    const own = sent.filter(({ to }) => [this.first.email, this.second.email].includes(to));
    return await Promise.all(own.map(({ to, mail }) => summaryOf(to, mail)));
  }

  notices() {
    return db
      .select()
      .from(agentNotices)
      .where(eq(agentNotices.organisationId, this.agency.id))
      .orderBy(asc(agentNotices.sequence), asc(agentNotices.agentId))
      .all();
  }

  async move(showingId: string, agentId: string, startMs: number): Promise<void> {
    const time = { startMs, endMs: startMs + 30 * MINUTE, nowMs: this.nowMs };
    const wish = { idempotencyKey: freshId("key"), agentIds: [agentId], ...time };
    const moved = await reschedule(db, this.agency.id, showingId, wish);
    if (!moved.ok) throw new Error(moved.error.code);
  }

  async become(showingId: string, to: ShowingStatus, nowMs = this.nowMs): Promise<void> {
    const changed = await changeStatus(db, this.agency.id, showingId, to, nowMs);
    if (!changed.ok) throw new Error(changed.error.code);
  }
}
