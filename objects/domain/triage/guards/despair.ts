// Owns the recognition of somebody who may hurt themselves, however quietly it is said; in English and Spanish. A commute that
// kills and a view to die for are none.
import { anyOf, phrase, without, words } from "./matchers.ts";

/** Someone may hurt themselves. */
export const DESPAIR = without(
  [
    phrase(words("want_to be"), words("live alive here"), words("in with at there like on under near by downtown")),
    phrase(words("die dying kill killing"), 2, words("for to_(?:see|move|live|get) view kitchen laughing")),
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
    phrase("pills", 2, words("in_front on_the_table here out_on ready beside next_to and_i and_im")),
    phrase(
      words("took taken swallowed"),
      1,
      words("all too_many a_lot the_whole"),
      3,
      words("pills tablets medication"),
    ),
    phrase(words("wrote written writing"), 1, words("the my"), words("letters? goodbye\\w*")),
    phrase(words("by_the_time you_read_this"), 2, words("you_read_this wont_need i_wont i_will_not ill_be_gone")),
    phrase(words("tired_of"), words("living existing life being_alive")),
    /\btired of being(?= ?[.!,;]|$)/u,
    phrase(
      words("nobody no_one noone"),
      1,
      words("would will"),
      words("notice miss care"),
      4,
      words("gone died disappeared dead vanished"),
    ),
    phrase(
      words("dont do_not cant no"),
      1,
      words("see find"),
      2,
      words("point reason"),
      2,
      words("any_of_(?:this|it) anything go_on going_on life living"),
    ),
    phrase(words("wont will_not not_going_to"), "be around", words("much any"), words("longer more")),
    phrase(words("scared afraid frightened"), "of what i", words("might could may")),
    phrase(words("not dont"), 1, "wake up", words("tomorrow again anymore any_more")),
    phrase(words("thinking_about think_about"), 1, words("the_bridge ending_it ending_things jumping dying")),
    phrase(words("no"), 1, words("despertar despertarme"), words("manana mas nunca")),
    phrase(words("want wish need"), 1, words("it_all everything"), words("to_end to_be_over to_stop")),
    phrase(words("want wish need"), "it all to", words("end stop")),
    phrase(words("ni sin no_tengo"), "ganas de", words("seguir vivir nada")),
    phrase(words("no_quiero"), 1, words("vivir seguir_viviendo existir"), 1, words("mas ya asi")),
    phrase(
      words(
        "ya_no_quiero_(?:vivir|seguir|estar_aqui) quitarme_la_vida matarme acabar_con_(?:mi_vida|todo) me_quiero_morir quiero_morir(?:me)?",
      ),
    ),
  ),
);
