// What the twins say of their own pages, as confirmations: the adapters act only on what somebody confirmed, and on a
// twin's pages the twin itself may. They hold for the twin's origin alone, never for the real site.
import type { Confirmation } from "#browser/confirmation";
import type { Platform } from "#domain/platform";
import type { Manifest } from "../fakes/platforms/kernel/control-routes.ts";

export type TwinPlace = { readonly platform: Platform; readonly origin: string };

/** Asks a running twin for its manifest. */
export async function confirmationOf(twin: TwinPlace): Promise<Confirmation> {
  const answer = await fetch(`${twin.origin}/__twin/manifest`);
  const manifest: Manifest = JSON.parse(await answer.text());
  return {
    platform: twin.platform,
    origin: twin.origin,
    confirmed_on: manifest.confirmed_on,
    by: "twin manifest",
    entries: manifest.entries.map(({ key, value }) => ({ key, value })),
  };
}
