// Owns the recognition of people under eighteen who would rent, live or come alone: the writer, or the one it is for; in English
// and Spanish. A family with children, a dog's age, a floor and a distance are none.
import { anyOf, phrase, type Reads, together, without, words } from "./matchers.ts";

const YOUNG = words(`
  1[0-7] ten eleven twelve thirteen fourteen fifteen sixteen seventeen diez once doce trece catorce quince dieciseis
  diecisiete
`);
/** "16 minutes", "17th floor", "12 month lease": numbers that are no age. */
const MEASURES = phrase(
  YOUNG,
  words(`
    minutes? mins? hours? hrs? days? weeks? weekly months? mos? years_(?:of|in|ago|at|and_counting|lease|experience)
    miles? mi(?=_(?:away|from|to)\\b|[.,]?$) blocks? stops? km lbs? pounds? feet ft st th nd percent units? k people guests beds? bedrooms? minutos
    horas dias semanas meses cuadras millas am pm credits? hundred thousand dollars usd bucks inches th_floor
  `),
);
const SPANS = phrase(
  words("for in over past last about almost nearly within since after"),
  1,
  YOUNG,
  words("years?(?!_old) yrs?(?!_old) anos"),
);
const OF_A_PET = phrase(words("dogs? cats? pets? pup cats? car perro gato"), 3, YOUNG);
/** Doors and homes are numbered, and children are told of by their parents. */
const OF_A_DOOR = phrase(words("unit units apt apartment suite floor room no or"), "1[0-7][a-z]");
const OF_A_FAMILY = phrase(words("hubby husband wife me,?"), 3, words("\\d{1,2}_?yo"), "and", words("\\d{1,2}_?yo"));
/** "17 yrs 10 months": who counts months is young. */
const COUNTS_MONTHS = /\b1[0-7] ?y(?:ea)?rs?(?: old)?,? (?:and )?\d{1,2} (?:months?|mos?)\b/u;
const PET_AGED = phrase(
  YOUNG,
  words("(?:years?_old|year_old|yo|yr_old)"),
  1,
  words("dogs? cats? pets? pup lab retriever terrier beagle car building furniture"),
);

const AGED = words("years?(?:_olds?)? yrs?(?:_old)? yo y/o anos old");
const I_AM = words(`
  i_am im i_just_turned i_turned just_turned turned i_turn ill_be i_will_be my_age_is age_is aged? were we_are both
  were_both we_are_both tengo tenemos cumplo cumpli and_im
`);
const SELF = anyOf(
  phrase(I_AM, 1, YOUNG, AGED),
  new RegExp(
    `(?<![a-z0-9])${I_AM} (?:only |just |currently |actually |about to be |almost |like |turning |both )?${YOUNG}(?: ?[.,!?)]|$| (?:and|but|so|next|this|in|with|soon|now|rn|tho|though|looking|male|female|girl|boy|from|can|is|y|i|we|my|if)\\b)`,
    "u",
  ),
  /\b(?:im|i am) (?:only |just |still |barely )?(?:1[3-7]|thirteen|fourteen|fifteen|sixteen|seventeen)\b(?! (?:of|to|out|percent|or|x|for|times|th|away)\b|[-/%])/u,
  phrase(YOUNG, AGED, 2, words("here girl boy student male female looking needing who_needs renting tenant living")),
  /\b1[0-7] ?(?:[mf]|yo|y\/o)\b(?! (?:dog|cat|pet|son|daughter|kid|and dog))/u,
  /\((?:1[0-7]) (?:and|&) (?:1[0-7])\)(?=.*\b(?:need|want|looking|rent)\b)/u,
  /\b(?:are|aged?|ages) 1[0-7],? (?:and |& )?1[0-7]\b/u,
  phrase(words("rent sign live move_out lease apply"), 2, "at", words("1[3-7] sixteen seventeen fifteen")),
  phrase(words("im i_am as_an?"), 1, words("teen teenager minor adolescent")),
  phrase(words("hes shes he_is she_is"), words("1[89] 2\\d"), 1, words("im i_am"), YOUNG),
);
const NOT_YET = words(`
  im_a_minor i_am_a_minor a_minor_(?:rent|sign|lease|apply|live) minors_(?:rent|sign|lease|apply) underage under_?age
  under_(?:the_age_of_)?(?:18|eighteen) not_old_enough not_an_adult age_(?:minimum|limit)_im cumplo_(?:18|dieciocho)
  too_young_to_(?:sign|rent|lease|apply) (?:can|could|may)_an?_(?:1[0-7]|sixteen|seventeen|fifteen)_(?:years?_old|yo)
  (?:mom|dad|parents?)_(?:would_|will_)?(?:have|has|need|needs)_to_sign not_(?:yet_|quite_|even_)?(?:18|eighteen)
  (?:almost|nearly|about_to_be|close_to|turn|be|turning|until_im|when_im|once_im|before_im)_(?:18|eighteen)
  my_(?:18th|eighteenth)_birthday (?<!turned_)(?<!turn_)(?:18|eighteen)_(?:in|en|next|this|soon)(?:_\\w+)? decimo_grado noveno_grado emancipated menor(?:es)?_de_edad
  soy_menor (?:in|a|still_in|am_in|im_in)_(?:high_?school|middle_school|junior_high) high_?schooler
  high_?school_(?:students?|senior|junior|sophomore|freshman)
  (?:9th|10th|11th|12th|ninth|tenth|eleventh|twelfth)_grade(?:r)? la_prepa secundaria preparatoria
  dont_tell_my_(?:mom|dad|parents|mother|father) (?:without|w/o)_(?:a_|my_|our_)?(?:parents?|mom|dad|guardian)
  my_(?:mom|dad|parents)_(?:dont|doesnt)_know sin_(?:mis_padres|mi_mama|mi_papa|que_sepan_mis_padres)
  ran_away_from_home run_away_from_home
`);
const OF_A_SCHOOL = [
  phrase(
    words("teach teaches work works working teacher nurse coach counselor principal job"),
    4,
    words("high_?school(?:ers?|_students?)? middle_school junior_high preparatoria secundaria"),
  ),
  phrase(
    words("near by to from next_to close_to the a"),
    1,
    words("high_?school middle_school"),
    words("nearby nearest is are in on around zoned"),
  ),
  phrase(
    words("teach teaches taught alumn[oa]s maestr[oa] profe(?:sor)?[a]? clases enseno"),
    9,
    words("\\w+_grade secundaria prepa(?:ratoria)?"),
  ),
  phrase(words("high_school middle_school"), 2, words("teacher nurse coach counselor principal")),
  phrase("underage drinking"),
];
const CHILD = words(`
  grandson granddaughter grandchild stepson stepdaughter son daughter kid kids child teen(?:ager)? brother sister
  niece nephew cousin girl boy hija hijo hermana hermano sobrin[oa] she he
`);
const BY_ITSELF = phrase(
  words(`
    alone by_(?:him|her|them)sel(?:f|ves) on_(?:his|her|their)_own only_tenant sole_tenant
    only_one_(?:living|on_the_lease) unaccompanied without_(?:me|us|an_adult|a_parent|parents)
    (?:will|would|to|can|could|who_will|who_would|going_to)_(?:sign|rent|live|stay|move_in|apply|be_living|come_to_(?:the|see))
    who_signs sign_the_lease vivir(?:a|ia)?_sol[oa] sol[oa]
  `),
);
const AGE_OF_CHILD = anyOf(
  phrase(CHILD, 3, YOUNG),
  phrase(YOUNG, words("(?:years?_olds?|yo|yr_old|year_old) de_edad anos"), 1, CHILD),
  phrase(CHILD, words("of"), YOUNG),
  phrase(words("my our"), YOUNG, AGED),
);

/** Someone under eighteen who would rent, live or come without an adult. */
export const MINORS: Reads = anyOf(
  COUNTS_MONTHS,
  without([MEASURES, SPANS, OF_A_PET, PET_AGED, OF_A_DOOR, OF_A_FAMILY], SELF),
  without(OF_A_SCHOOL, anyOf(phrase(NOT_YET))),
  together(without([MEASURES, SPANS, OF_A_PET, PET_AGED, OF_A_DOOR, OF_A_FAMILY], AGE_OF_CHILD), BY_ITSELF),
  without(
    [MEASURES, SPANS, OF_A_PET, PET_AGED, OF_A_DOOR, OF_A_FAMILY],
    (reading) => AGE_OF_CHILD(reading) && phraseAlone.test(reading),
  ),
);

/** Told in two sentences: "My daughter is 15 and will live there. Can she sign the lease?" */
const phraseAlone = phrase(
  words("alone by_(?:her|him)self on_(?:her|his)_own only_tenant can_(?:she|he)_(?:sign|rent|apply) who_signs"),
);

/** Words of school, of parents and of an age, that grown people use, too. */
export const MINORS_HINTS: Reads = anyOf(
  phrase(
    words(`
      detention sats? prom homeroom gcses? sophomore freshman junior senior_year (?:learners|work(?:ing)?)_(?:permit|papers)
      birth_(?:year|certificate) born 20(?:0[89]|1\\d) bday birthday grown_up kid teen minors?(?!_(?:question|issue|thing|detail|point|repair)) adult legal_age youngest
      permission guardian social_worker runaway backpack schoolers? \\w+th_graders? \\w+th_grade my_parents allowed_at
      mayoria_de_edad permiso mis_padres mi_mama (?:mom|dad|parents?|mum)_(?:signs?|writes?|found|cant)
      old_enough too_young 18\\+ eighteen legally
    `),
  ),
  phrase(
    words("1[4-7] fourteen fifteen sixteen seventeen dieciseis diecisiete quince"),
    words("w n but moving alone here gonna y and i me too lol can"),
  ),
  phrase(words("im are both we_are were is at of de"), "1[4-7]"),
);

/** Grown up, by the age that is said. */
const GROWN = phrase(
  words("im i_am tengo cumpli aged we_are were"),
  words("(?:19|[2-9]\\d)(?!_(?:min|km|blocks|days|weeks|months|dias|semanas)\\w*)"),
);

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)";
const OF_A_DATE = new RegExp(
  `\\b${MONTH} (?:the )?1[0-7](?:th)?\\b|\\b1[0-7](?:th)? (?:of |de )?${MONTH}\\b|^\\s*\\d{1,2}(?::\\d\\d)? ?(?:[ap]m)?[.!?]*\\s*$`,
);

/** Numbers and schools that tell of nobody's youth; a day of the month only where nothing else hints at it. */
export const LIKE_MINORS: Reads = anyOf(
  MEASURES,
  SPANS,
  OF_A_PET,
  PET_AGED,
  OF_A_DOOR,
  GROWN,
  ...OF_A_SCHOOL,
  (reading) => OF_A_DATE.test(reading) && !MINORS_HINTS(reading),
);
