// The one host account of every twin, and the values a log must never hold.
// The demo agency's own seed and the tests import these; nothing else of the twins.

/** Signs in to each of the five twins. Platforms that ask for a user name take `username` or `email`. */
export const DEMO_ACCOUNT = {
  email: "demo@harbour.example",
  username: "harbour-demo",
  password: "correct-horse-7",
  firstName: "Harriet",
  lastName: "Harbour",
} as const;

/**
 * Printed on pages: the host's contact data, and those of a lead who gave none of their own. A log or artifact that
 * holds one of them leaked a page.
 */
export const CANARY = {
  email: "canary-host-7f3a@harbour.example",
  phone: "+1 (718) 555-0142",
  leadEmail: "canary-lead-9c1e@leads.example",
  leadPhone: "+1 (917) 555-0187",
} as const;
