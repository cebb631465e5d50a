// Owns the questions a unit's record can answer: the whole table, and which topic explains which away.
// A topic without a fact in the record is never answered; policy.ts hands it to a person.
import { APPLICATION_TOPICS } from "./application-topics.ts";
import { POLICY_TOPICS } from "./policy-topics.ts";
import { PRICE_TOPICS } from "./price-topics.ts";
import type { Topic } from "./topic.ts";
import { UNIT_TOPICS } from "./unit-topics.ts";

/** A specific topic explains away the broader ones its words also touch. */
const COVERS: Readonly<Record<string, readonly string[]>> = {
  negotiation: ["rent"],
  application_fee: ["application", "rent", "credit", "fees", "rent_terms"],
  broker_fee: ["rent", "fees"],
  move_in_cost: ["rent", "move_in_date", "deposit", "fees"],
  deposit: ["hold"],
  deposit_terms: ["deposit", "rent", "payment"],
  rent_terms: ["rent", "occupants"],
  fees: ["rent"],
  utilities_cost: ["utilities", "internet", "rent"],
  early_end: ["lease_terms"],
  sublet: ["lease_terms"],
  renewal: ["lease_terms"],
  lease_change: ["lease_terms"],
  payment: ["rent"],
  ev_charging: ["parking", "utilities"],
  application_status: ["application", "approval_time"],
  approval_time: ["application", "requirements", "rent"],
  documents: ["application", "requirements"],
  requirements: ["application"],
  co_applicants: ["application", "occupants"],
  pet_fee: ["pets", "rent", "deposit", "fees", "deposit_terms"],
  parking_cost: ["parking", "rent", "fees"],
  internet: ["utilities"],
  transit: ["nearby"],
  utilities: ["rent"],
  income: ["application", "rent", "requirements", "documents"],
  credit_check: ["application", "requirements", "credit"],
  evictions: ["application", "requirements", "credit"],
  credit: ["application", "requirements"],
  guarantor: ["application", "requirements"],
  photos: ["view", "condition", "floor"],
  kitchen: ["utilities"],
  heating: ["utilities"],
  storage: ["parking"],
  move_in_date: ["availability"],
  insurance: ["rent"],
  hold: ["deposit"],
};

/** The closed table; a piece of a message may match several. */
export const ALL_TOPICS: readonly Topic[] = [...POLICY_TOPICS, ...PRICE_TOPICS, ...APPLICATION_TOPICS, ...UNIT_TOPICS];

/** Topics without those that another of them explains away. */
export function withoutCovered(topics: readonly Topic[]): readonly Topic[] {
  const covered = new Set(topics.flatMap((topic) => COVERS[topic.id] ?? []));
  return topics.filter((topic) => !covered.has(topic.id));
}
