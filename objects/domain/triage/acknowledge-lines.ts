// Owns the words of acknowledgements, in English and in Spanish. No fact of a home stands here, nothing reads as an offer of
// times or as a showing that is booked, and nothing is promised but that a person looks by the time that is named.
export type Pair = readonly [english: string, spanish: string];

/** Inside business hours. */
export const ACKNOWLEDGEMENTS: Pair = [
  "Thank you for your message. A colleague will read it and answer you shortly.",
  "Gracias por su mensaje. Un colega lo leerá y le responderá en breve.",
];

/** Outside of them. `{when}`: "tomorrow after 9:00 AM". */
export const CLOSED: Pair = [
  "Thank you for your message. Our office is closed right now; a colleague will read it {when} and answer you then.",
  "Gracias por su mensaje. Nuestra oficina está cerrada en este momento; un colega lo leerá {when} y le responderá entonces.",
];

/** Danger: whom to call comes before everything else. */
export const EMERGENCY: Pair = [
  "If anyone is in danger, leave the place and call 911 or your local emergency services first. Do not wait for our answer.",
  "Si alguien está en peligro, salga del lugar y llame primero al 911 o a los servicios de emergencia. No espere nuestra respuesta.",
];

/** Danger while nobody is there. */
export const OPENS: Pair = [
  "We have passed your message on. Our office is closed right now and opens again {when}.",
  "Hemos transmitido su mensaje. Nuestra oficina está cerrada en este momento y vuelve a atender {when}.",
];
