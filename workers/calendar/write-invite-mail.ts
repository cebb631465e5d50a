// Writes a notice to an agent as a mail (RFC 5322) with the event in it, for a calendar to take. Sends nothing.
// A library writes it, not we: the composer of nodemailer, kept up, without dependencies, 41 kB gzip. It puts the event both
// beside the text, where calendars look, and into an attached file, and encodes names and long lines by the standards.
import MailComposer from "nodemailer/lib/mail-composer";
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

/** [K14] The whole mail, in ASCII. */
export async function inviteMail(notice: AgentNotice, { id, from, to, atMs }: MailFrame): Promise<string> {
  const bytes = await new MailComposer({
    from: addressOf(from),
    to: addressOf(to),
    subject: notice.subject,
    date: new Date(atMs),
    messageId: `<${id}@${from.email.split("@")[1] ?? "localhost"}>`,
    text: notice.text,
    icalEvent: {
      method: notice.event.status === "CANCELLED" ? "CANCEL" : "REQUEST",
      filename: "showing.ics",
      content: inviteText(notice.event, from, to),
    },
    newline: "\r\n",
    // Nothing of a mail is read from anywhere.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
  return bytes.toString("ascii");
}

function addressOf({ name, email }: CalendarPerson) {
  return { name: plainLine(name, LINE_CHARS_MAX), address: email };
}
