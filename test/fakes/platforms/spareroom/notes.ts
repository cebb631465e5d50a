// The host's private note and label on a conversation: kept by the site, never shown to the lead.

import type { SpareroomTwin } from "./switches.ts";

export const NOTE_LENGTH_MAX = 1024;

export const LABELS = {
  "1": "Viewing arranged",
  "2": "Viewing completed",
  "3": "Suitable",
  "4": "Maybe",
  "5": "Rejected",
  "6": "Waiting for paperwork",
} as const;

export type Note = { readonly labelId: string; readonly text: string };

export function noteOf(twin: SpareroomTwin, threadId: string): Note {
  const kept = twin.recall(`note.${threadId}`);
  return kept === null ? { labelId: "", text: "" } : (kept as Note); // only saveNote writes the key
}

export function saveNote(twin: SpareroomTwin, threadId: string, note: Note): void {
  twin.remember(`note.${threadId}`, note);
}
