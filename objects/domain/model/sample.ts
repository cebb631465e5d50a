// A harmless message, to try a model with: of no lead and of no unit. Tests begin from it, too.
import type { DecisionInput } from "../triage/decision.ts";

export const SAMPLE: DecisionInput = {
  text: "How much is the rent? You can write me at sample@mail.example.",
  platform: null,
  history: [],
  unit: { rentMonthly: 1450 },
  records: {},
  slots: [],
  offered: [],
  hasShowing: false,
  now: null,
  zone: null,
  leadName: null,
  organisationName: null,
};
