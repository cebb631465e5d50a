// What a person reads when everything is up: where the workboard is, who can sign in, and where to play the lead.
import type { TwinPlace } from "./confirmations.ts";
import { HARBOUR } from "./demo-agency.ts";

export function summary(port: number, twins: readonly TwinPlace[]): string {
  const width = Math.max(...twins.map(({ platform }) => platform.length));
  return [
    "",
    `Workboard      http://localhost:${port}`,
    ...["admin", "agent"].flatMap((role) => {
      const person = HARBOUR.people.find((each) => each.role === role);
      return person === undefined ? [] : [`  as ${role.padEnd(8)}  ${person.email}  ${person.password}`];
    }),
    "Be the lead    write to the agency on a platform's twin, then answer on the workboard",
    ...twins.map(({ platform, origin }) => `  ${platform.padEnd(width)}  ${origin}/__twin`),
    "",
    "Ctrl-C ends everything; the data stays for the next start.",
  ].join("\n");
}
