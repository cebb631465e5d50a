// Incidents and jobs that were given up, in words: what happened, and what a person does about it.
import type { DeadLetterView } from "#contracts/api/dead-letter";
import type { IncidentView } from "#contracts/api/incident";

export const JOB_WORDS: Readonly<Record<DeadLetterView["job"], string>> = {
  ingest: "Reading an inbox",
  listings: "Reading own adverts",
  decide: "Working out an answer",
  follow_up: "Writing a follow-up",
  send: "Sending a message",
  reconcile: "Checking whether a message arrived",
  book: "Writing a showing down",
  ask: "Asking whether a showing stands",
  project: "Bringing a conversation to the board",
};

/** What happened, and what to do. */
export function incidentWords(incident: IncidentView): { readonly title: string; readonly next: string } {
  switch (incident.kind) {
    case "duplicate":
      return {
        title: "A message of ours shows twice",
        next: "The assistant stopped there. Look at the thread on the platform, and tell the lead if it needs a word.",
      };
    case "dead_letter":
      return { title: `Given up: ${jobTitle(incident.detail["job"])}`, next: givenUpNext(incident) };
    default:
      return {
        title: "A platform’s page changed",
        next: "Reading or sending there may fail. Look at the page, and have its selectors confirmed again.",
      };
  }
}

function jobTitle(job: unknown): string {
  const words = Object.entries(JOB_WORDS).find(([name]) => name === job)?.[1] ?? "a job";
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

function givenUpNext(incident: IncidentView): string {
  return incident.conversation === null
    ? "See below whether the account is well, then try it again."
    : "A person was asked to take the conversation over. When the cause is gone, try it again below.";
}
