// Owns the recognition of danger to people or the home now: gas, fire, water, no heat, lock-outs, people in the house who should
// not be, violence, illness; in English and Spanish. Praise ("this place is fire"), equipment and what is over are no danger.
import { DESPAIR } from "./despair.ts";
import { anyOf, outside, phrase, type Reads, together, without, words } from "./matchers.ts";
import { HARMLESS, IF_ONLY, OVER } from "./no-danger.ts";

const GAS = anyOf(
  phrase(words("smell(?:s|ing|ed)? leak(?:s|ing|ed)? odor stink\\w* reek\\w*"), 4, "gas"),
  phrase(
    words("carbon_monoxide co_(?:alarm|detector|alert|poison\\w*)"),
    4,
    words("going went beep(?:ing|s)? ringing leak\\w* now here help again on poison\\w* chirping"),
  ),
  phrase("gas", 2, words("leaking hissing coming_(?:out|from)")),
  phrase(words("gas_(?:leak(?:ing)?|hissing|smell|odor)")),
  phrase(words("gas propane"), 1, words("detector alarm"), 2, words("screaming going ringing beeping on went")),
  phrase(words("smell odor reeks? stinks? leak"), 3, "propane"),
  phrase(words("huele olor fuga escape"), 3, "gas"),
);
const FIRE = anyOf(
  phrase(
    words(`
      theres there_is caught catch(?:ing)? started big small electrical building apartment
    `),
    1,
    "fire",
    words("in at on now help here upstairs downstairs next broke spread\\w* please call everyone started coming"),
  ),
  phrase(words("theres there_is caught started"), 3, "fire"),
  /(?:^|[.!] ?)fire+(?:!|\.|,)? (?:in|at|on|here|help|please|upstairs|next)\b|^(?:fire+[! ]*)+$/u,
  phrase(
    words(`
      in_flames full_of_smoke filled_with_smoke smoke_everywhere there_?(?:s|_is)_smoke electrical_fire
      smell_of_(?:smoke|burning) burning_(?:smell|wires?)
      (?:building|house|apartment|kitchen|flat|unit|stove|dryer|room|neighbor\\w*|car)(?:_\\w+){0,3}_(?:is|are|caught)_on_fire(?!_with)
    `),
  ),
  phrase("smoke", 2, words("coming filling pouring in_the out from")),
  phrase(
    words("lots?_of heavy black thick smell(?:s|ing)?(?:_like)?(?!_of_\\w+_and) i_smell we_smell"),
    3,
    words("smoke burning"),
  ),
  phrase("fire alarms?", words("is are going went wont ringing keeps?")),
  phrase(
    words("building flat house apartment kitchen place neighbors? casa edificio room"),
    2,
    words("burning(?!_(?:question|man)) ardiendo en_llamas quemando"),
  ),
  phrase("fire department", words("is was came on coming")),
  phrase(
    words(`
      sparks sparking electrocut\\w* electric_shock got_(?:shocked|zapped)
      (?:outlet|socket|panel|stove|oven|dryer)_is_(?:smoking|burning|melting)
    `),
  ),
  phrase(
    words("exposed hanging live electrical"),
    1,
    "wires?",
    3,
    words("out down sparking hanging everywhere exposed from"),
  ),
  phrase(words("exposed hanging live"), words("wires? wiring")),
  phrase(words("hay sale saliendo veo"), 2, words("incendio fuego (?<!(?:detector|alarma|sensor)_(?:de_)?)humo")),
  phrase(words("hay_un_incendio se_(?:esta_)?quema\\w* (?:se_)?incendia\\w* humo_saliendo")),
);
const SHUT = anyOf(
  phrase(
    words("im i_am were we_are got i_got am just_got i_just hes shes"),
    words("lock(?:ed)?(?:_(?:myself|us))?_out"),
    1,
    words(`
    of_(?:the|my|our)_(?:apartment|unit|house|home|place|building|room) in_the_(?:cold|rain|snow|hall\\w*) and please help it
    with now right
  `),
  ),
  phrase(
    words(`
      (?:stuck|stranded)_outside keys?_(?:dont|doesnt|wont|not)_work
      (?:door|lock)_(?:is_)?(?:broken|jammed|wont_(?:open|close|lock)) (?:elevator|lift)_(?:is_)?stuck
      keys_(?:are_)?(?:locked_)?inside key_(?:broke|snapped|is_stuck|wont_(?:turn|work))
    `),
  ),
  phrase(words("door gate lock"), 2, words("locked shut closed slammed"), words("behind_(?:us|me) on_(?:us|me)")),
  phrase(
    words("cant cannot unable_to"),
    words("get_(?:in|into|out|inside|back_in)(?:_of)? open_the_door"),
    1,
    words(`
      my our it the_(?:bathroom|bedroom|stairwell|basement|closet|roof|car)
      the_(?:apartment|unit|place|home|house|building|room|elevator|lift) home
    `),
  ),
  phrase(
    words("stuck"),
    words("in inside on"),
    1,
    words("elevator lift apartment bathroom stairwell roof balcony basement garage"),
  ),
  phrase(
    words(`
      me_quede_(?:afuera|fuera|encerrad[oa]) (?:estoy|estamos|esta)_(?:encerrad|atrapad)[oa]s?
      no_(?:tengo|traigo)_(?:las_|mis_)?llaves no_puedo_(?:entrar|salir) perdi_(?:mis|las|la)_llaves?
    `),
  ),
);
const WATER = anyOf(
  phrase(
    words(`
      is_flood(?:ed|ing) flooding_(?:in|now|here|the) sewage_(?:is|all|coming|back\\w*|everywhere) overflowing (?:water|agua)_(?:all_over|everywhere|por_todos_lados|coming)
      inundad\\w* inundacion inundando
    `),
  ),
  phrase(words("heater boiler radiator tank hose"), 1, words("burst exploded leaking")),
  phrase(words("pipes? tub toilet"), 1, words("just is has"), 1, words("burst\\w* broke\\w* exploded leaking")),
  phrase(
    words("water sewage ceiling"),
    2,
    words(`
      pouring gushing leaking coming_(?:through|in|from|down|out) everywhere spraying dripping collaps\\w+ caved
      backing backed all_over falling came_down fell
    `),
  ),
  phrase(
    words("ceiling roof wall window balcony stairs? tree"),
    1,
    words("just is has are part"),
    3,
    words("collaps\\w+ caved cav(?:ing|ed)_in falling fell came_down crashed leak\\w*"),
  ),
  phrase(words("fuga"), 1, "de agua"),
  phrase(words("tuberia tubo caneria llave techo"), 3, words("rota agua rompio revento goteando")),
  phrase(words("se_rompio revento"), 2, words("tubo tuberia caneria calentador")),
  phrase(words("se_cayo se_cae cayo"), 2, words("techo ceiling pared")),
);
const NO_SUPPLY = anyOf(
  phrase(
    words("no"),
    words("heat(?:ing)? power electricity hot_water"),
    9,
    words("baby newborn infant grandm\\w+ elderly kids children oxygen freezing mother father \\d+_degrees minus sick"),
  ),
  phrase(
    words("lost"),
    1,
    words("heat power water heating electricity"),
    2,
    words("and since in we pipes now our for"),
  ),
  phrase(words("pipes? are_freezing pipes_(?:froze|frozen)"), words("freezing frozen froze")),
  phrase(words("water"), 1, words("rising rises up_to")),
  phrase(words("sin no_(?:hay|tenemos|tengo)"), words("calefaccion agua luz gas agua_caliente")),
);
const VIOLENCE = anyOf(
  phrase(
    words("someone somebody man guy intruder people stranger burglar\\w* they he"),
    3,
    words(`
      broke breaking broken break trying_to_(?:break|get|open) kicked kicking banging pounding forcing climbing force
      break_down
    `),
    words("in into on_(?:my|the|our)_door my_window my_door the_door our_door through my_window the_window"),
  ),
  phrase(
    words(`
      (?:screams|screaming)_(?:for_help|from|next_door) trying_(?:keys|the_lock|to_unlock)_(?:on|in)_(?:my|our)
      se_metieron estan_robando entraron_a_robar (?:just|i_was|i_got_just)_(?:mugged|attacked|assaulted|jumped|stabbed) just_got_(?:mugged|attacked|robbed)
      followed_me_(?:in|into|home|to)\\w* wont_leave_me_alone blood_everywhere lots_of_blood cut_myself_(?:badly|bad)
      huele_a_quemado threatens?_to_(?:kill|hurt|hit)\\w* pelea_con (?:con|tiene)_un_(?:cuchillo|arma)s? con_cuchillos
      (?:is|are|keeps?|man|guy)_(?:following|stalking)_me been_robbed an_intruder there_(?:are|were)_gun_?shots?
      (?:was|got|is|been|just|someone|somebody)_(?:shot|stabbed) bomb_threat
      active_shooter me_(?:estan|esta)_(?:robando|atacando) balacera disparos hay_(?:un_)?(?:ladron|ladrones|intrus[oa])
    `),
  ),
  phrase(words("break-?_?in_(?:now|happening|in_progress|tonight|just)")),
  phrase("being", words("attacked abused followed stalked robbed beaten held")),
  phrase(
    words("he she husband boyfriend ex wife partner girlfriend roommate"),
    5,
    words("hit hits hitting beat beats beating hurt hurts hurting abus\\w+ threaten\\w*"),
    words("me us my_\\w+"),
  ),
  phrase(words("is am are keeps? was been"), "threaten\\w+", words("me us to")),
  phrase(
    words("with_a pointed_a has_a pulled_a con_un con_una"),
    words("gun knife weapon bat machete pistol cuchillo pistola arma"),
  ),
  phrase(words("me_(?:esta|estan)_amenaz\\w+ me_amenaz\\w+ me_(?:pega|golpea|golpeo)")),
);
const HARMED = anyOf(
  phrase(
    words("call called calling dial llam(?:e|en|ar)"),
    1,
    words("911 9-1-1 999 112 (?:the_)?police an_ambulance la_policia una_ambulancia"),
  ),
  phrase(
    words(`
      unconscious overdos(?:e|ed|ing) dead_body
      (?:isnt|not|wont|stopped)_(?:responding|respond|waking_up|wake_up) oxigeno oxygen_(?:machine|concentrator|tank)
      cant_get_up (?:losing|lost)_(?:a_lot_of_)?blood chest_pains? having_a_(?:seizure|stroke|heart_attack|baby_now)
      (?:chemical|toxic|burning)_(?:smell|fumes|odor) (?:just|has|she|he|who|agent|mom|dad)_(?:fainted|passed_out|collapsed)
      in_danger not_safe_(?:right_now|here|now) (?:i_am|im)_not_safe want_to_die
      (?:need|send|get|for)_(?:an?|the)_ambul(?:ance|ancia) (?:una|la)_ambulancia_(?:por|ya|rapido|urgente)
    `),
  ),
  phrase(words("not isnt stopped hardly"), words("breathing breathe")),
  phrase(
    words("he she mother father mom dad baby aunt uncle roommate wife husband"),
    2,
    words("cant cannot"),
    "breathe",
  ),
  phrase(
    words("is are was hes shes someone somebody he she"),
    2,
    words(`
      bleeding dying injured hurt_badly unresponsive collapsed electrocuted turning_blue not_responding
    `),
  ),
  phrase(words("kill hurt harm end"), words("myself my_life herself himself")),
  phrase(
    words("someone somebody anybody person voice woman man child"),
    2,
    words("shouting screaming yelling calling crying"),
    2,
    "help",
  ),
  phrase(
    words("we i both all roommate everyone everybody"),
    4,
    words("dizzy lightheaded light-headed nauseous"),
    12,
    words("heater boiler furnace stove gas co alarm"),
  ),
  phrase(words("heater boiler furnace stove gas"), 12, words("dizzy lightheaded light-headed")),
  phrase(words("dead"), words("for_(?:days|weeks|hours|a_while)")),
  phrase(words("lock door window"), words("was is has_been been"), 1, words("forced pried jimmied kicked_in smashed")),
  phrase(words("crack cracks ceiling roof"), 5, words("growing sagging widening getting_(?:bigger|wider)")),
  phrase(words("throat lips tongue face"), words("is are"), 1, words("swelling swollen closing blue")),
  phrase(
    words("cortina techo cocina estufa cama"),
    3,
    words("agarro_fuego ya_agarro prendio_fuego echando_(?:lumbre|humo|chispas)"),
  ),
  phrase(words("echando saliendo"), 1, words("lumbre chispas")),
  phrase(words("fell_on struck"), 1, words("person someone people somebody kid man woman")),
  phrase(
    words("fell"),
    1,
    words("down_the_stairs off_the_\\w+ from_the_\\w+"),
    5,
    words("hurt help bleeding cant move unconscious"),
  ),
  phrase(words("child kid baby man woman person someone somebody neighbor"), 1, words("fell jumped drowning")),
  phrase(words("inconsciente no_respira desmay\\w+ sangrando herid[oa] infarto necesito_ayuda_urgente")),
);
const SAID_SO = anyOf(
  phrase(
    words("have having theres there_is this_is its is got it_is real medical"),
    words("(?:an?_)?(?:\\w+_)?emergency"),
  ),
  phrase(
    words("emergency emergencia"),
    words("in at here right_now now please with repair help en aqui maintenance_(?:please|now|at|needed)"),
  ),
  /^(?:\w+ ){0,2}(?:emergency|emergencia)(?:[.! ,]|$)/u,
  phrase(words("urgent(?:ly)?"), words("maintenance repair leak")),
  phrase(words("es_una una"), "emergencia"),
);

/** Words of danger that stories hold, too: of a job, a year, a relative, a film. */
const LONE = anyOf(
  phrase("lock(?:ed)?", words("myself us me ourselves out"), 1, words("out of the in and my please help it")),
  phrase(
    words(`
      lock(?:ed)?[-_]?out lockout left_outside trapped lost_(?:my|the|our)_keys encerrad[oa]s? atrapad[oa]s? on_fire flames fire
      incendio explosion explosions? exploded explod(?:e|ing) sewage flood(?:ed|ing|s)? overflow(?:ed|s) broken_into kicked_in
      following_me stalking_me got_robbed robbed intruders? burglar\\w* gun_?shots? shooting shooter stabbed stabbing
      assault(?:ed|ing)? domestic_violence kidnap\\w* hostage bombs? ladron(?:es)?_en ladrones intrus[oa] asalt(?:o|aron)
      (?:got|was|been)_(?:mugged|attacked|assaulted|jumped) break-?_?in_at there_was_a_break-?_?in 911 ambulance ambulancia
      heart_attack suicid\\w* locked_in_(?:the|a|my)_\\w+ fainted vomiting seizures? passed_out choking in_labor stroke
      concussion evacuat\\w+
    `),
  ),
  phrase(words("lock(?:ed)?"), words("myself us me ourselves"), "out"),
  phrase(words("burst(?:ed|ing)?"), words("pipes?")),
  phrase(words("pipes?"), 4, words("burst\\w* broke\\w* exploded leaking")),
  phrase(
    words("ceiling roof wall window balcony stairs? tree"),
    4,
    words("collaps\\w+ caved cav(?:ing|ed)_in falling fell came_down crashed leak\\w*"),
  ),
  /\bno (?:heat(?:ing)?|hot water|water|power|electricity|gas)(?: in| at| since| for| and| right| again|[.!]|$| all| on| here)(?!.* (?:included|include)\b)/u,
  phrase(
    words("heat heater furnace boiler hot_water power"),
    words("is has went has_been been just isnt is_still stopped quit died failed broke"),
    1,
    words("out broken off not_working stopped died down working quit failed dead"),
  ),
  phrase(words("heat heater furnace boiler"), words("quit died failed broke")),
  phrase(words("cant cannot"), words("breathe")),
  phrase(words("is are was hes shes someone somebody he she been"), 2, "dead"),
  phrase("hit", 1, words("person someone people somebody kid man woman")),
  phrase(words("child kid baby man woman person someone somebody neighbor"), 1, "hanging"),
);

/** The cold, a smell, an alarm, a fall: where the model leans towards danger they are enough. */
const SIGNS = phrase(
  words(`
    freezing cold shivering degrees minus radiators? boilers?_(?:out|dead|off|making|packed|room) steam hissing whistling ablaze
    burning burnt smoulder\\w* hazy haze curtains? dryer beeping crackling sparks? pills swelling swollen slurring numb
    chest paramedics? medics? brigade police policeman policia ascensor elevador trabad[oa]s? atorad[oa]s? crowbar smashed
    forced kicked ledge railing collapsed facade tree river ticking suspicious unattended blood bleeding hurt
    scared_of_what beating hitting knife cuchillo stranger intruso oxygen insulin asthma seizure newborn seguir despertar
    puddle olor huele lumbre (?:in|into|went_into)_labor se_metio (?:heats?|heating)_(?:out|off|been) in_the_(?:elevator|lift)
    (?:elevator|lift)_(?:stopped|stuck) go_on around_much
  `),
);

/** Danger to people or the home. */
export const EMERGENCY: Reads = without(
  HARMLESS,
  anyOf(
    without(OVER, outside(IF_ONLY, anyOf(GAS, FIRE, SHUT, WATER, NO_SUPPLY, VIOLENCE, HARMED))),
    outside(IF_ONLY, SAID_SO),
    DESPAIR,
  ),
);

/** What may be danger and may be told. */
export const EMERGENCY_HINTS: Reads = without(
  HARMLESS,
  outside(IF_ONLY, anyOf(SIGNS, LONE, GAS, FIRE, SHUT, WATER, NO_SUPPLY, VIOLENCE, HARMED)),
);

/** Words of danger that mean none. */
export const LIKE_EMERGENCY: Reads = anyOf(
  ...HARMLESS,
  together(anyOf(...OVER), anyOf(LONE, GAS, FIRE, SHUT, WATER, VIOLENCE, HARMED)),
);
