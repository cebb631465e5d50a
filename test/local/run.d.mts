// The types of run.mjs, which is plain JavaScript because it runs before TypeScript can.
type LockedPackages = Readonly<Record<string, { readonly version?: string; readonly optional?: boolean }>>;

/** True when everything in the lock file is installed in the locked version; null stands for a file that is missing. */
export function arePackagesInstalled(wanted: LockedPackages | null, installed: LockedPackages | null): boolean;
