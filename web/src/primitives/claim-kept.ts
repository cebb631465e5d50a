// Whose unsent texts this tab keeps. Another person who signs in here never sees them.

const OWNER_SLOT = "owner";

/** Keeps what is kept when it is the same person's (or nobody's yet), and forgets it otherwise. */
export function claimKept(storage: Pick<Storage, "getItem" | "setItem" | "clear">, userId: string): void {
  const owner = storage.getItem(OWNER_SLOT);
  if (owner !== null && owner !== userId) storage.clear();
  storage.setItem(OWNER_SLOT, userId);
}
