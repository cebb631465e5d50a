// Owns what plain words mean about a visit that is booked, offered or over: it is off, it must move, the lead comes, stands at
// the door, or asks about the visit itself. Whether there is such a visit is known elsewhere.
import { anyOf, phrase, type Reads, without, words } from "./guards/matchers.ts";

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
      words(`
        it \\d+ \\d+:\\d+ that_time then friday monday tuesday wednesday thursday saturday sunday lunes martes
        miercoles jueves viernes sabado domingo today tomorrow hoy manana
      `),
    ),
    phrase(words("running"), 1, words("late behind")),
    phrase(
      words("push bump switch swap change move shift cambiar mover pasar"),
      3,
      words("to for por a al"),
      1,
      words(`
        mon tue tues wed thu thur thurs fri sat sun \\d+ friday monday tuesday wednesday thursday saturday sunday lunes martes miercoles
        jueves viernes sabado domingo tomorrow manana later next_week otro_dia
      `),
    ),
    phrase(
      words(`
        what_else_(?:do_)?you_(?:got|have) any_(?:other_)?time_after other_times another_(?:time|day|date|slot)
        different_(?:time|day|date) push_it move_it cambiar_(?:la|mi)_(?:cita|visita|hora) mover_(?:la|mi)_(?:cita|visita) later_(?:that|the_same)_day otro_(?:dia|horario)
        otra_(?:hora|fecha)
      `),
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
      words(`
        on_my_way on_our_way omw
        see_you_(?:then|there|friday|monday|tuesday|wednesday|thursday|saturday|sunday|tomorrow|soon) looking_forward
        ahi_estar\\w* nos_vemos ahi_nos_vemos cuente_conmigo count_on_me
      `),
    ),
  ),
);

/** Stands at the door now, or comes some minutes late: somebody must know at once. */
export const saysAtDoor: Reads = anyOf(
  phrase(words("\\d+ few couple"), 1, words("mins? minutes"), words("late behind tarde")),
  phrase(
    words("im i_am were we_are waiting standing estoy estamos"),
    1,
    words(`
      (?:outside|downstairs|afuera|abajo)_(?:and|but|now|waiting|already|y|ya)
      at_the_(?:door|entrance|gate|building|front) in_front_of_the en_la_(?:puerta|entrada)
    `),
  ),
  /\b(?:im|i am|were|we are|estoy|estamos) (?:already |now |ya )?(?:outside|downstairs|afuera|abajo)(?:[,.!]|$)/u,
  phrase(words("where_are_you nobody_opens no_one_opens donde_estan")),
);

/** Asks about the visit itself: who, how long, what to bring. */
export const asksAboutVisit: Reads = (reading) =>
  /\b(?:visit|viewing|showing|tour|appointment|visita|cita)\b/u.test(reading) &&
  /\b(?:bring|take|long|last|lasts|wear|with me|who will|dura|llevar)\b/u.test(reading) &&
  !/\b(?:schedule|book|available|take a tour|take the tour)\b/u.test(reading);

/** The same where a visit is on the table or booked: no word for it is needed. */
export const asksAboutMeeting: Reads = anyOf(
  phrase(words("will_you_be_there will_you_be_showing in_person_or somebody_else someone_else")),
  phrase(words("what"), 1, words("should_i do_i can_i should_we do_we"), 1, "bring"),
  phrase(
    words("who"),
    words("will_i do_i am_i will_we will_be_there will_show is_showing shows"),
    1,
    words("meet meeting there me us it"),
  ),
  phrase(words("how_long"), words("does will"), words("it that this"), words("take last")),
  phrase(words("which"), words("entrance door gate buzzer bell")),
);

/** A visit that is over: "thanks for the tour". */
export const saysSeen: Reads = anyOf(
  phrase(
    words("thanks_for thank_you_for loved liked enjoyed after gracias_por"),
    2,
    words("tour viewing visit showing visita recorrido"),
  ),
  phrase(
    words("we i"),
    1,
    words("saw visited toured viewed"),
    1,
    words("it the_(?:place|apartment|flat|room|unit|house) yesterday"),
  ),
);
