// Finds the account's alias in the address a mail was delivered to. The envelope's recipient counts, never a To header.
import { asciiLowerCase, readAddress } from "#domain/lead-mail/mail-address";

/** Long enough that nobody finds one by trying, short enough to be typed into a platform's settings. */
const ALIAS = /^[a-z0-9]{12,40}$/;

/** The local part before any "+", in lower case; the domain is whatever is routed to this worker. Null: no alias. */
export function aliasOf(recipient: string): string | null {
  const address = readAddress(recipient);
  const alias = asciiLowerCase(address?.local.split("+")[0] ?? "");
  return ALIAS.test(alias) ? alias : null;
}
