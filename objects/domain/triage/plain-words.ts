// Owns intents that are said in so many words, so that no statistics are needed: no more messages, a machine, a visit that
// failed, another home, how an application stands, a move or the end of a booked visit. intents-in-context.ts weighs them.
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
    words(
      "let_(?:us|me)_in showed came was_there turned_up opened answered(?:_the_door)? se_presento vino llego abrio contesto",
    ),
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
  phrase(words("very really so such"), words("bad terrible poor awful"), words("service experience communication")),
);

/** Asks whether the advertisement is real; that it is available, and from when, answers it. */
export const asksWhetherReal: Reads = anyOf(
  phrase(
    words("is_this is_the is_your is_that is_it"),
    2,
    words("listing ad advert post apartment place room unit"),
    1,
    words("real genuine for_real current still_current"),
  ),
  phrase(words("are_the are_these"), 1, words("photos pictures pics"), 1, words("real current recent accurate")),
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
    words(
      "instead_(?:of_this|send|show) something_(?:bigger|smaller|cheaper|larger|else|closer) algo_mas_\\w+ otro_mas_\\w+ (?:tiene|tienen|hay)_otr[oa]s?",
    ),
  ),
);

const MAY_I = words(
  "can could may might would_like want wanted love able possible when let_me hoping puedo podria podemos quiero quisiera",
);
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
      words(
        "(?:pop|swing|drop|stop|come)_(?:over|by|in|round|around|through) come_(?:and_)?(?:see|look|view) take_a_look have_a_look check_(?:it|the_\\w+|this_\\w+|this)_out look_at_(?:it|the_\\w+) see_(?:it|the_(?:place|apartment|room|flat|studio|unit|home|house))_(?:in_person|today|tomorrow|this|on|next|soon) pasar_a_ver\\w* ir_a_ver\\w* verl[oa] visitarl[oa] conocerl[oa]",
      ),
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
    words(
      "sent submitted filled filed applied turned_in handed_in completed uploaded mande envie llene aplique aplicamos",
    ),
    5,
    words("forms? applications? paperwork documents papers solicitud papeles it"),
    9,
    words(
      "news update updates heard hear status approved approval decision received got_it know when next noticias respuesta",
    ),
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

const NO_MORE = words("dont do_not wont no not never");
/** The visit is off and no other is wanted. */
export const saysNoNewTime: Reads = anyOf(
  phrase(
    NO_MORE,
    1,
    words("need want looking_for require"),
    2,
    words("new other another different"),
    1,
    words("time times date slot appointment day"),
  ),
  phrase(words("no_need_to_reschedule not_reschedul\\w+ dont_reschedule no_reagend\\w+ sin_reagendar")),
  phrase(words("(?:free_up|release|give_away|let_go_of)_my_(?:slot|time|spot|appointment)")),
);

/** The booked time does not hold any more; another is wanted. */
export const saysMove: Reads = without(
  [phrase(words("if unless"), 6, words("doesnt_work wont_work"))],
  anyOf(
    phrase(
      words("doesnt does_not wont will_not isnt_going_to not_going_to no_longer"),
      1,
      words("work works suit fit possible"),
    ),
    phrase(
      words("cant cannot wont_be_able_to unable_to not_able_to no_(?:puedo|podre|podremos|voy_a_poder)"),
      1,
      words("make do come be attend at el la ir llegar asistir"),
      3,
      words(
        "it \\d+ \\d+:\\d+ that_time then friday monday tuesday wednesday thursday saturday sunday lunes martes miercoles jueves viernes sabado domingo today tomorrow hoy manana",
      ),
    ),
    phrase(words("running"), 1, words("late behind")),
    phrase(
      words(
        "what_else_(?:do_)?you_(?:got|have) any_(?:other_)?time_after other_times another_(?:time|day|date|slot) different_(?:time|day|date) push_it move_it later_(?:that|the_same)_day otro_(?:dia|horario) otra_(?:hora|fecha)",
      ),
    ),
    phrase(words("would_suit suits works_better would_work_better better"), 4, words("than instead_of")),
  ),
);

/** Comes to the booked visit, whatever else the words are. */
export const saysComing: Reads = without(
  [phrase(words("cant cannot wont not couldnt wont_be if unless no"), 3, words("make come there ir llegar"))],
  anyOf(
    phrase(
      words("ill i_will we_will well i_can we_can im_going_to going_to"),
      1,
      words("make_it make_(?:it_)?(?:\\w+day|\\d+) be_there be_on_time come see_you"),
    ),
    phrase(words("in on"), words("my our"), words("calend[ae]rs? agenda schedule")),
    phrase(words("\\d+"), words("min minutes"), words("early before_that beforehand")),
    phrase(words("be get come arrive arriving there running"), 2, words("early")),
    phrase(
      words(
        "on_my_way on_our_way omw see_you_(?:then|there|friday|monday|tuesday|wednesday|thursday|saturday|sunday|tomorrow|soon) looking_forward ahi_estar\\w* nos_vemos ahi_nos_vemos cuente_conmigo count_on_me",
      ),
    ),
  ),
);

/** A greeting and nothing else. */
export const isGreetingAlone = (reading: string): boolean =>
  /^(?:(?:hi|hii|hello|hey|heya|hiya|hola|yo|greetings|howdy|good (?:morning|afternoon|evening|day)|morning|evening|buenos dias|buenas(?: tardes| noches)?|saludos|que tal|dear|sir|madam|maam|friend|landlord|owner|team|all|everyone|there|to you|how are you(?: doing)?(?: today)?|hows it going|i hope (?:you are |youre )?(?:well|fine|good)|hope (?:you are |youre )?(?:well|fine|good|doing well)|como esta[ns]?|nice to meet you)[ ,.!?:)\-\n\p{Extended_Pictographic}]*)+$/u.test(
    reading,
  );

/** Thanks that end a talk: they begin the message, ask nothing and turn nothing down. */
export const isThanksAlone = (reading: string): boolean =>
  /^(?:ok |great |perfect |awesome |wow |oh |many |muchas |mil )*(?:thank you|thanks|thx|gracias|cheers|appreciate it|much appreciated)\b/u.test(
    reading,
  ) &&
  reading.split(/\s+/u).length <= THANKS_WORDS_MAX &&
  !/\?|\b(?:but|however|sorry|unfortunately|instead|decided|found|picked|chose|went|pass|not|no|dont|cant|wont|pero|ya|when|what|how|can|could|will|please|want|need|like|confirm|see you|there|friday|monday|calend[ae]r)\b/u.test(
    reading,
  );
const THANKS_WORDS_MAX = 14;

/** No word in it: a number, a question mark, a picture's placeholder, keys that were hit by chance. */
export function isWordless(reading: string): boolean {
  const plain = reading.replace(/\[[a-z ]{2,20}\]|<[a-z ]{2,20}>|https?:\S+/gu, " ").trim();
  if (/\p{Extended_Pictographic}/u.test(plain)) return false;
  const tokens = plain.split(/[^\p{L}\p{N}]+/u).filter((token) => token !== "");
  if (tokens.length > 2) return false;
  return tokens.every((token) => /^\d{1,3}$/u.test(token) || isKeyMash(token));
}

/** A run of letters that no language writes: hardly a vowel, or the same few keys of a row again and again. */
function isKeyMash(token: string): boolean {
  if (!/^[a-z]{4,}$/u.test(token)) return false;
  const vowels = token.match(/[aeiouy]/gu)?.length ?? 0;
  return vowels / token.length < 0.25 || /^(?:asd|sdf|dfg|fgh|ghj|hjk|jkl|qwe|wer|zxc|xcv)/u.test(token);
}
