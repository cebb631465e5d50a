// Owns intents that are said in so many words, so that no statistics are needed: no more messages, a machine, a visit that
// failed, another home, how an application stands, a wish to come, a farewell. spoken-intents.ts weighs them.
import { BOT } from "./guards/bot.ts";
import { anyOf, phrase, type Reads, without, words } from "./guards/matchers.ts";
import { OPT_OUT } from "./guards/opt-out.ts";

/** No more messages, however it is put. */
export const saysOptOut: Reads = OPT_OUT;
/** Asks or says whether a machine writes. */
export const saysBot: Reads = BOT;

/** Something went wrong through us: nobody came, times were changed, it took too long. */
export const saysFailure: Reads = anyOf(
  phrase(
    words("no_one nobody noone none_of_you nadie"),
    2,
    words(`
      let_(?:us|me)_in showed came was_there turned_up opened answered(?:_the_door)? se_presento vino llego abrio
      contesto
    `),
  ),
  phrase(
    words("someone agent somebody person"),
    1,
    words("who"),
    1,
    words("actually"),
    words("turns? shows? comes answers"),
  ),
  phrase(
    words("you they your_\\w+"),
    2,
    words("changed cancelled canceled moved switched"),
    5,
    words("on_me twice again already last_minute third_time without_telling"),
  ),
  phrase(
    words("third second fourth 3rd 2nd 4th"),
    "time",
    3,
    words("you_(?:changed|cancel\\w*|moved|forgot) i_(?:ask|asked|write|wrote)"),
  ),
  phrase(words("stood"), words("me us"), "up"),
  phrase(
    words("link page form portal website site app application button payment"),
    3,
    words(`
      broken dead crash(?:es|ed|ing)? fails? failed failing stuck timed_out 404 error
      (?:doesnt|does_not|isnt|not|wont|will_not)_(?:work|load|open|working|loading|opening)
    `),
  ),
  phrase(
    words("charged"),
    words("me us my_card my_account"),
    2,
    words("twice double again two_times three_times wrong"),
  ),
  phrase(
    words("nothing not_at_all"),
    words("like"),
    1,
    words("photos pictures pics listing ad advert description advertised described"),
  ),
  phrase(words("not isnt wasnt"), 1, words("as"), words("described advertised pictured shown listed")),
  phrase(words("nobodys nobody_is no_ones no_one_is noone_is"), 1, words("here there answering around home coming")),
  phrase(words("very really so such"), words("bad terrible poor awful"), words("service experience communication")),
);

/** Blames oneself, in words that would hurt if they were aimed at us. */
export const blamesOneself: Reads = anyOf(
  phrase(
    words("i_feel i_felt i_am im i_was feel_like"),
    3,
    words("idiots? stupid dumb silly embarrassed annoying pest fool terrible bad sorry"),
  ),
  phrase(words("sorry apolog\\w+"), 3, words("bother\\w* bug\\w* annoy\\w* asking again message messages")),
);

/** Another home than the one advertised. */
export const saysOtherHome: Reads = anyOf(
  phrase(
    words("any other another different one some"),
    1,
    words("places? units? apartments? rooms? flats? homes? properties studios? listings?"),
    2,
    words("of_yours that_(?:takes|allows|accepts|has) you_(?:have|manage|own|got) with near available"),
  ),
  phrase(
    words("this_one that_one este esta"),
    1,
    words("doesnt isnt wont no is_too not"),
    6,
    words("another other instead otr[oa] different something"),
  ),
  phrase(words("not_this_one wrong_(?:ad|listing|unit|apartment|one) the_other_(?:ad|listing|one|unit)")),
  phrase(
    words("what"),
    words("else"),
    2,
    words("do_you_have you_have have_you_got is_on_your on_your_books available_in near"),
  ),
  phrase(
    words("send show"),
    words("me us"),
    1,
    words("your other"),
    1,
    words("studios? listings? units? apartments? options rooms?"),
  ),
  phrase(words("more others"), words("like_(?:this|it) of_these")),
  phrase(
    words(`
      instead_(?:of_this|send|show) something_(?:bigger|smaller|cheaper|larger|closer) algo_mas_\\w+ otro_mas_\\w+
      (?:tiene|tienen|hay)_otr[oa]s?
    `),
  ),
);

const MAY_I = words(`
  can could may might would_like want wanted love able possible when let_me hoping puedo podria podemos quiero
  quisiera
`);
/** Wants to come and look. */
export const saysVisit: Reads = without(
  [
    phrase(
      words("see view look_at"),
      1,
      words("the some any more your"),
      words("photos? pictures? pics? floor_?plans? video lease contract application listing ad map"),
    ),
  ],
  anyOf(
    phrase(
      MAY_I,
      3,
      words(`
        (?:pop|swing|drop|stop|come)_(?:over|by|in|round|around|through) come_(?:and_)?(?:see|look|view) take_a_look
        have_a_look check_(?:it|the_\\w+|this_\\w+|this)_out look_at_(?:it|the_\\w+)
        see_(?:it|the_(?:place|apartment|room|flat|studio|unit|home|house))_(?:in_person|today|tomorrow|this|on|next|soon)
        pasar_a_ver\\w* ir_a_ver\\w* verl[oa] visitarl[oa] conocerl[oa]
      `),
    ),
  ),
);

/** Waits for somebody or something of their own before deciding. */
export const saysWaiting: Reads = anyOf(
  phrase(
    words("waiting wait checking check hear hearing"),
    words("on for with from"),
    words("my our roommates? hr"),
    1,
    "\\w+",
  ),
  phrase(words("hold_that_thought give_me_a_few_days need_a_few_days let_me_sleep_on")),
  phrase(words("esperando espero"), 2, words("mi respuesta_de")),
);

/** Turns the home down, whoever decided it. */
export const saysLeft: Reads = anyOf(
  phrase(
    words("partner husband wife girlfriend boyfriend roommate family parents company boss employer spouse kids"),
    1,
    words("doesnt didnt does_not did_not wasnt isnt"),
    1,
    words("like love want sold convinced fan agree"),
  ),
  phrase(
    words("company employer agency work boss"),
    2,
    words("decided booked placed put found arranged"),
    5,
    words("hotel elsewhere another instead housing"),
  ),
  phrase(
    words("found picked chose took signed rented got booked went_with decided_on settled_on going_with"),
    1,
    words("something somewhere another elsewhere different one place apartment"),
    1,
    words("else closer nearer cheaper bigger better place apartment instead already in near nearby"),
  ),
  phrase(words("no_me convencio no_nos no"), 1, words("convence convencio gusto gusta interesa")),
  phrase(words("went go going"), 2, words("different other another"), "direction"),
  phrase(words("(?:wont|will_not|not_going_to)_be_(?:taking|renting|moving|going)")),
);

/** How the lead's own application stands. */
export const saysApplicationStatus: Reads = anyOf(
  phrase(
    words(`
      sent submitted filled filed applied turned_in handed_in completed uploaded mande envie llene aplique aplicamos
    `),
    5,
    words("forms? applications? paperwork documents papers solicitud papeles it"),
    9,
    words(`
      news update updates heard hear status approved approval decision received got_it know when next noticias
      respuesta
    `),
  ),
  phrase(
    words("news update updates status word decision hear heard noticias respuesta"),
    3,
    words("approval my_application our_application my_app my_paperwork (?:mi|la)_solicitud"),
  ),
  phrase(words("any"), words("news update updates word decision"), 2, words("approv\\w+ application background_check")),
  phrase(
    words("am_i are_we was_i were_we did_i_get have_i_been have_we_been did_we_get"),
    1,
    words("approved accepted denied rejected in_the_running"),
  ),
  phrase(
    words("my our"),
    words("application paperwork"),
    3,
    words("approved denied rejected received complete status pending processed going stand stands"),
  ),
);
