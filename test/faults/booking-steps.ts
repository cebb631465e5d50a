// The steps of a booking as the rig's worker passes them, and where a fault may wait for one. Bundled with the worker too.

/**
 * wished: the conversation wrote the lead's choice down. read: a consumer took it, and D1 is asked next. answered: D1 answered,
 * the conversation does not know yet. settled: it knows, and what the lead is told is about to leave.
 */
export const BOOKING_STEPS = ["wished", "read", "answered", "settled"] as const;
export type BookingStep = (typeof BOOKING_STEPS)[number];

/** GET, then the step's name: answers when a conversation is in it. */
export const STEP_PATH = "/api/__faults/step/";
