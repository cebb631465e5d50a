// Owns the recognition of somebody who may hurt themselves, however quietly it is said; in English and Spanish. A commute that
// kills and a view to die for are none.
import { anyOf, phrase, without, words } from "./matchers.ts";

/** Someone may hurt themselves. */
export const DESPAIR = without(
  [
    phrase(words("want_to be"), words("live alive here"), words("in with at there like on under near by downtown")),
    phrase(words("die dying kill killing"), 2, words("for to_(?:see|move|live|get) view kitchen laughing")),
    phrase(words("living going_on"), words("like_an? with in out at here there near by under alone")),
    phrase(words("commut\\w+ heat rent traffic stairs"), 2, words("killing kills")),
  ],
  anyOf(
    phrase(
      words("dont do_not cant cannot no_longer didnt"),
      1,
      words("want wanna"),
      1,
      words("live be_(?:alive|here|around) exist wake_up go_on"),
      words("any_?more"),
    ),
    phrase(
      words("want wanna going ready thinking"),
      2,
      words("die kill_myself end_(?:it_all|my_life) hurt_myself disappear_forever"),
    ),
    phrase(words("kill hurt harm cut"), "myself"),
    phrase(
      words("cant cannot can_not"),
      1,
      words("go_on keep_going"),
      1,
      words("any_?more any_longer like_this living"),
    ),
    phrase(
      words("no_point no_reason no_sense"),
      1,
      words("in to of for"),
      1,
      words("being_here being_alive living live be_here be_alive going_on go_on staying_alive life"),
    ),
    phrase(words("nobody no_one noone"), 1, words("would_miss will_miss misses"), words("me")),
    phrase(words("nadie_me_(?:va_a_)?extran\\w+")),
    phrase(words("better_off"), words("without_me dead")),
    phrase(
      words("tired sick cansad[oa] hart[oa]"),
      1,
      words("of de"),
      1,
      words("living being_alive life_itself vivir"),
    ),
    phrase(words("want_to wanna"), words("disappear(?!_(?:into|on|from_(?:work|the_city))) vanish stop_existing")),
    phrase(words("ending end"), words("it_all my_life it_tonight it_(?:and|,)")),
    phrase(
      words("no dont cant do_not"),
      2,
      words("see find encuentro veo"),
      1,
      words("a any the"),
      words("point sense reason"),
      3,
      words("living life going_on anymore any_more"),
    ),
    phrase(
      words("no_le_veo no_veo no_encuentro no_le_encuentro"),
      2,
      words("sentido caso"),
      4,
      words("vivir viviendo vida seguir"),
    ),
    phrase(
      words(
        "suicid\\w+ take_my_(?:own_)?life end_my_life no_reason_to_live better_off_(?:dead|without_me) nothing_to_live_for",
      ),
    ),
    phrase(words("goodbye"), 1, words("forever world")),
    phrase(words("no_quiero"), 1, words("vivir seguir_viviendo existir"), 1, words("mas ya asi")),
    phrase(
      words(
        "ya_no_quiero_(?:vivir|seguir|estar_aqui) quitarme_la_vida matarme acabar_con_(?:mi_vida|todo) me_quiero_morir quiero_morir(?:me)?",
      ),
    ),
  ),
);
