// Refuses a time zone that the runtime does not know: no time could ever be computed in it.
import { isKnownZone } from "#domain/slots/zone";
import { Problem } from "./problem.ts";

/** Throws BAD_REQUEST that names the field `zone`. */
export function checkZone(zone: string): void {
  if (isKnownZone(zone)) return;
  const details = [{ path: "zone", message: "must be an IANA time zone" }];
  throw new Problem("BAD_REQUEST", "This time zone is not known. Write one such as America/New_York.", details);
}
