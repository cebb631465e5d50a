// Redacted pages of platforms that changed, in KV and short-lived: what an admin needs to write a new pack. One per account and pack key;
// a newer one replaces it. The key begins with the organisation, so that no other organisation's can be listed or read.
import { z } from "zod";
import { FAULT_CODES } from "#contracts/browser";
import { PLATFORMS } from "#domain/platform";

const ARTEFACT_TTL_SECONDS = 14 * 86_400;
/** An adapter has some forty keys. */
const LISTED_MAX = 100;
/** Keys as packs hold them; anything else is nobody's. */
const PACK_KEY = /^[a-z]{1,20}\.[a-z_]{1,40}$/;

const metadataSchema = z.object({
  platform: z.enum(PLATFORMS),
  packKey: z.string(),
  packVersion: z.number(),
  faultCode: z.enum(FAULT_CODES),
  atMs: z.number(),
  bytes: z.number(),
});
export type ArtefactMetadata = z.infer<typeof metadataSchema>;

/** Keeps a redacted page, instead of an older one of the same pack key. */
export async function putArtefact(
  packs: KVNamespace,
  organisationId: string,
  accountId: string,
  artefact: { readonly metadata: ArtefactMetadata; readonly text: string },
): Promise<void> {
  await packs.put(keyOf(organisationId, accountId, artefact.metadata.packKey), artefact.text, {
    expirationTtl: ARTEFACT_TTL_SECONDS,
    metadata: artefact.metadata,
  });
}

/** What is kept of an account, newest first. */
export async function listArtefacts(
  packs: KVNamespace,
  organisationId: string,
  accountId: string,
): Promise<readonly ArtefactMetadata[]> {
  const found = await packs.list({ prefix: keyOf(organisationId, accountId, ""), limit: LISTED_MAX });
  const known = found.keys.flatMap(({ metadata }) => metadataSchema.safeParse(metadata).data ?? []);
  return known.toSorted((left, right) => right.atMs - left.atMs);
}

/** The redacted page, or null when none is kept under this key. */
export async function getArtefact(
  packs: KVNamespace,
  organisationId: string,
  accountId: string,
  packKey: string,
): Promise<string | null> {
  return PACK_KEY.test(packKey) ? await packs.get(keyOf(organisationId, accountId, packKey), "text") : null;
}

function keyOf(organisationId: string, accountId: string, packKey: string): string {
  return `artefacts/${organisationId}/${accountId}/${packKey}`;
}
