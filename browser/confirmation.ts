// Confirmations: a human opened the pages of one origin and wrote down what is there. They belong to that origin alone.
// A confirmed value replaces the pack's, unless the pack's evidence is younger: then the page was looked at again since. Unknown keys,
// other origins and unreadable values are ignored: the pack then stays as it is, and a guess stays refused.

import { z } from "zod";
import { PLATFORMS } from "#domain/platform";
import { isSelector } from "./markup.ts";
import type { Pack, PackEntry } from "./pack.ts";

export const confirmationSchema = z.object({
  platform: z.enum(PLATFORMS),
  /** Origin without a trailing slash, e.g. "https://www.roomies.com". */
  origin: z.url(),
  confirmed_on: z.iso.date(),
  by: z.string().min(1).max(200),
  /** Every key is named: there is no way to confirm everything at once. */
  entries: z.array(z.object({ key: z.string().min(1).max(80), value: z.string().min(1).max(500) })).max(200),
});
export type Confirmation = z.infer<typeof confirmationSchema>;

/** The pack as it stands for one origin. Applies only confirmations of the same platform and the same origin, later ones last. */
export function withConfirmations(pack: Pack, confirmations: readonly Confirmation[], origin: string): Pack {
  const entries = { ...pack.entries };
  for (const confirmation of confirmations) {
    if (confirmation.platform !== pack.platform || !isSameOrigin(confirmation.origin, origin)) continue;
    for (const { key, value } of confirmation.entries) {
      const entry = entries[key];
      if (entry === undefined || !isReadable(entry, value)) continue;
      const isOutdated = value !== entry.value && confirmation.confirmed_on < entry.checked_on;
      if (isOutdated) continue;
      const source = value === entry.value ? entry.source : confirmation.by;
      entries[key] = { ...entry, value, source, confirmed_on: confirmation.confirmed_on };
    }
  }
  return { ...pack, entries };
}

function isSameOrigin(left: string, right: string): boolean {
  return URL.canParse(left) && URL.canParse(right) && new URL(left).origin === new URL(right).origin;
}

/** Whether the value can stand where the entry's own stands. A path keeps its placeholders. */
function isReadable(entry: PackEntry, value: string): boolean {
  switch (entry.kind) {
    case "css":
      return isSelector(value);
    case "attribute":
      return /^[a-z][a-z0-9-]*$/i.test(value);
    case "path":
      return /^\/(?!\/)/.test(value) && entry.value.includes("{threadId}") === value.includes("{threadId}");
    case "text":
      return true;
  }
}
