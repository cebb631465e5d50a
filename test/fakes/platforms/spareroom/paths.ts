// The addresses of the SpareRoom twin (US paths).

const ROOT = "/roommate";

export const PATHS = {
  login: `${ROOT}/logon.pl`,
  logout: `${ROOT}/logout.pl`,
  threads: `${ROOT}/mythreads_beta.pl`,
  oldThreads: [`${ROOT}/mythreads.pl`, `${ROOT}/messages.pl`],
  listings: `${ROOT}/mylistings.pl`,
  advert: `${ROOT}/flatshare_detail.pl`,
  renew: `${ROOT}/advert_renew.pl`,
  deactivate: `${ROOT}/advert_deactivate.pl`,
  block: `${ROOT}/block_user.pl`,
  report: `${ROOT}/report.pl`,
} as const;
