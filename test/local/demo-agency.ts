// The demo agency as plain data: people, homes with their facts, and the five platform accounts of the twins.
// Names and numbers are invented. Adverts and the host's login are the twins' own.
import type { Platform } from "#domain/platform";
import type { RolloutStage, SendMode } from "#domain/rollout/send-mode";
import { DEMO_ACCOUNT } from "../fakes/platforms/kernel/demo-account.ts";

export const ADMIN_PASSWORD = "harbour-admin-1";
export const AGENT_PASSWORD = "harbour-agent-1";
const SECOND_AGENT_PASSWORD = "harbour-agent-2";
const OTHER_ADMIN_PASSWORD = "quayside-admin-1";

/** Entry of the credentials secret that all five demo accounts use. */
const CREDENTIALS_REF = "demo-host";

/** Reading the twins often and answering soon: for a demonstration only, never for a real platform. */
export const DEMO_POLL_INTERVAL_MS = 4_000;
export const DEMO_QUIET_WINDOW_MS = 3_000;
export const DEMO_VISIT_GAP_MS = 250;
export const DEMO_SENDS_PER_HOUR_MAX = 3_600;

export type DemoPerson = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: "admin" | "agent";
};

export type DemoOrganisation = {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly people: readonly DemoPerson[];
};

export type DemoAccount = {
  readonly id: string;
  readonly platform: Platform;
  readonly label: string;
  readonly sendMode: SendMode;
  readonly rolloutStage: RolloutStage;
  readonly credentialsRef: string;
};

/** A home; the n-th home is the n-th advert of every twin. */
export type DemoUnit = {
  readonly id: string;
  readonly label: string;
  readonly zone: string;
  readonly facts: Readonly<Record<string, string | number>>;
  /** User ids, first choice first. */
  readonly agents: readonly string[];
};

const agent: DemoPerson = {
  id: "us_harbour_agent",
  name: "Avery Agent",
  email: "agent@harbour.example",
  password: AGENT_PASSWORD,
  role: "agent",
};
const secondAgent: DemoPerson = {
  id: "us_harbour_agent_2",
  name: "Blake Second",
  email: "blake@harbour.example",
  password: SECOND_AGENT_PASSWORD,
  role: "agent",
};

export const HARBOUR: DemoOrganisation = {
  id: "org_harbour",
  name: "Harbour Lettings",
  slug: "harbour-lettings",
  people: [
    {
      id: "us_harbour_admin",
      name: "Morgan Admin",
      email: "admin@harbour.example",
      password: ADMIN_PASSWORD,
      role: "admin",
    },
    agent,
    secondAgent,
  ],
};

/** Has nothing: signed in here, nothing of Harbour Lettings may be seen. */
export const QUAYSIDE: DemoOrganisation = {
  id: "org_quayside",
  name: "Quayside Homes",
  slug: "quayside-homes",
  people: [
    {
      id: "us_quayside_admin",
      name: "Quinn Other",
      email: "admin@quayside.example",
      password: OTHER_ADMIN_PASSWORD,
      role: "admin",
    },
  ],
};

/** One answers by itself, so that both ways can be seen. */
export const ACCOUNTS: readonly DemoAccount[] = [
  account("spareroom", "SpareRoom", "draft_only"),
  account("roomies", "Roomies", "auto_send"),
  account("leasebreak", "Leasebreak", "draft_only"),
  account("renthop", "RentHop", "draft_only"),
  account("furnishedfinder", "Furnished Finder", "draft_only"),
];

export const UNITS: readonly [DemoUnit, DemoUnit] = [
  {
    id: "un_halsey",
    label: "Halsey Street, sunny room",
    zone: "America/New_York",
    agents: [agent.id, secondAgent.id],
    facts: {
      status: "Available",
      availableFrom: "December 1",
      rentMonthly: "$1,450 per month",
      deposit: "One month of rent ($1,450)",
      applicationFee: "$20 per applicant",
      pets: "Cats are welcome, no dogs",
      parking: "Street parking only",
      utilities: "Heat, hot water and internet are included, electricity is shared",
      internet: "Included",
      leaseTerms: "6 or 12 months",
      application: "Photo ID, two recent pay stubs and a short form",
      guarantor: "Guarantors are accepted",
      bedrooms: "1 private room in a 3-bedroom home",
      furnished: "Bed, desk and wardrobe are there",
      laundry: "In the building, coin-operated",
    },
  },
  {
    id: "un_fort_greene",
    label: "Fort Greene Park, one-bedroom",
    zone: "America/New_York",
    agents: [agent.id],
    facts: {
      status: "Available",
      availableFrom: "January 1",
      rentMonthly: "$2,900 per month",
      deposit: "One month of rent ($2,900)",
      applicationFee: "$20 per applicant",
      pets: "Cats and small dogs are welcome",
      petFee: "$35 per month",
      parking: "Garage two blocks away, $250 per month",
      utilities: "Heat and hot water are included, electricity and internet are not",
      leaseTerms: "12 months",
      application: "Photo ID, two recent pay stubs and a credit report",
      incomeRequirement: "40 times the monthly rent, guarantors are accepted",
      guarantor: "Guarantors are accepted",
      bedrooms: "1 bedroom, 1 bath",
      laundry: "In the basement, card-operated",
      dishwasher: "Yes",
      elevator: "Yes",
    },
  },
];

/** When an agent shows homes: weekday (1 = Monday), from and to in hours of the day, wall-clock time of the zone. */
export type DemoAvailability = {
  readonly userId: string;
  readonly zone: string;
  readonly bufferMinutes: number;
  readonly maxPerDay: number | null;
  readonly weekly: readonly (readonly [weekday: number, fromHour: number, toHour: number])[];
};

export const AVAILABILITY: readonly DemoAvailability[] = [
  {
    userId: agent.id,
    zone: "America/New_York",
    bufferMinutes: 15,
    maxPerDay: 8,
    weekly: [...[1, 2, 3, 4, 5].map((weekday) => [weekday, 10, 19] as const), [6, 10, 14]],
  },
  {
    userId: secondAgent.id,
    zone: "America/New_York",
    bufferMinutes: 30,
    maxPerDay: null,
    weekly: [
      [2, 12, 20],
      [4, 12, 20],
      [7, 11, 15],
    ],
  },
];

/** Login data behind the accounts' reference, for the worker's secret. */
export const DEMO_CREDENTIALS = {
  [CREDENTIALS_REF]: { username: DEMO_ACCOUNT.email, password: DEMO_ACCOUNT.password },
};

/** Who can sign in to the workboard. */
export const DEMO_LOGINS: readonly { readonly email: string; readonly password: string }[] = [
  ...HARBOUR.people,
  ...QUAYSIDE.people,
].map(({ email, password }) => ({ email, password }));

function account(platform: Platform, label: string, sendMode: SendMode): DemoAccount {
  return { id: `pa_${platform}`, platform, label, sendMode, rolloutStage: "full", credentialsRef: CREDENTIALS_REF };
}
