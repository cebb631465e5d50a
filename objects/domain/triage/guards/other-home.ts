// Owns the words for the home, the landlord or the job of another time, whom a story is about: what is said of them is not said to
// us. English; in Spanish the rules name the past themselves.
import { phrase, words } from "./matchers.ts";

/** The home or the landlord of another time, whom the trouble is with. */
export const OTHER_HOME = phrase(
  words("my our his her the a"),
  1,
  words("old last previous former present current ex prior other"),
  1,
  words("landlords? landlady building place apartment home house flat super company one job boss owner"),
);
