// When two names are the same name. A hint for people and nothing more: two persons may share a name (P10).
import { NAME_CHARS_MAX } from "./limits.ts";

/** [P10] The name as it is compared; null when it is no full name: an initial does not count as a word. */
export function fullNameOf(name: string | null): string | null {
  if (name === null || name.length > NAME_CHARS_MAX) return null;
  const words = name
    .normalize("NFKC")
    .toLowerCase()
    .split(/\s/u)
    .filter((word) => word !== "");
  const written = words.filter((word) => /\p{L}.*\p{L}/u.test(word));
  return written.length < 2 ? null : words.join(" ");
}
