// Seals the storage state of a platform session at rest: AES-GCM with a key from a secret, bound to the account's id.
// Whoever reads the database without the secret reads noise; a sealed state moved to another account does not open.
import { type StorageState, storageStateSchema } from "#contracts/browser";

const IV_BYTES = 12;
const KEY_BYTES = 32;

/** Imports the secret `STORAGE_STATE_KEY`: base64 of 32 bytes. Throws when it is anything else. */
export async function importSealKey(base64: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  if (bytes.length !== KEY_BYTES) throw new Error("STORAGE_STATE_KEY must be base64 of 32 bytes");
  return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** iv ‖ ciphertext. */
export async function seal(key: CryptoKey, accountId: string, state: StorageState): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const plain = new TextEncoder().encode(JSON.stringify(state));
  const cipher = await crypto.subtle.encrypt(parametersOf(iv, accountId), key, plain);
  const sealed = new Uint8Array(IV_BYTES + cipher.byteLength);
  sealed.set(iv);
  sealed.set(new Uint8Array(cipher), IV_BYTES);
  return sealed;
}

/** Null when it does not open (another key, another account, damage): the account then logs in anew. */
export async function unseal(
  key: CryptoKey,
  accountId: string,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<StorageState | null> {
  try {
    const iv = sealed.slice(0, IV_BYTES);
    const plain = await crypto.subtle.decrypt(parametersOf(iv, accountId), key, sealed.slice(IV_BYTES));
    const parsed = storageStateSchema.safeParse(JSON.parse(new TextDecoder().decode(plain)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function parametersOf(iv: Uint8Array<ArrayBuffer>, accountId: string): SubtleCryptoEncryptAlgorithm {
  return { name: "AES-GCM", iv, additionalData: Uint8Array.from(new TextEncoder().encode(accountId)) };
}
