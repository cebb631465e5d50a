// Writes a notice to an agent as a mail (RFC 5322) with the event in it, for a calendar to take. Sends nothing.
// A library writes it, not we: the MIME tree of nodemailer, kept up, without dependencies, a twentieth of the Worker. The event stands beside the
// text, where calendars look, and in an attached file, for those that look there.
import MimeNode from "nodemailer/lib/mime-node";
import type { AgentNotice } from "#domain/calendar/agent-notice";
import { LINE_CHARS_MAX } from "#domain/calendar/limits";
import { plainLine } from "#domain/lead-mail/lines";
import { type CalendarPerson, inviteText } from "./write-calendar.ts";

/** Who writes to whom, and when (epoch milliseconds). `id` is the mail's own: the same mail again has the same. */
export type MailFrame = {
  readonly id: string;
  readonly from: CalendarPerson;
  readonly to: CalendarPerson;
  readonly atMs: number;
};

/** Lines as on the wire; nothing of a mail is read from anywhere. */
const OPTIONS = { newline: "\r\n", disableFileAccess: true, disableUrlAccess: true };

/** [K14] The whole mail, in ASCII. */
export async function inviteMail(notice: AgentNotice, { id, from, to, atMs }: MailFrame): Promise<string> {
  const mail = new MimeNode("multipart/mixed", OPTIONS).setHeader({
    from: addressOf(from),
    to: addressOf(to),
    subject: notice.subject,
    date: new Date(atMs),
    "message-id": `<${id}@${from.email.split("@")[1] ?? "localhost"}>`,
  });
  const calendar = inviteText(notice.event, from, to);
  const method = notice.event.status === "CANCELLED" ? "CANCEL" : "REQUEST";
  const body = mail.createChild("multipart/alternative", OPTIONS);
  body.createChild("text/plain; charset=utf-8", OPTIONS).setContent(notice.text);
  body.createChild(`text/calendar; charset=utf-8; method=${method}`, OPTIONS).setContent(calendar);
  mail
    .createChild("application/ics", { ...OPTIONS, filename: "showing.ics" })
    .setHeader({ "content-disposition": "attachment", "content-transfer-encoding": "base64" })
    .setContent(calendar);
  return (await mail.build()).toString("ascii");
}

function addressOf({ name, email }: CalendarPerson) {
  return { name: plainLine(name, LINE_CHARS_MAX), address: email };
}
