// Owns the recognition of fair housing subjects: protected classes in a question about who may live there, sources of income,
// disability and assistance animals, who lives around, the safety and the schools of an area; in English and Spanish.
import { anyOf, either, phrase, type Reads, without, words } from "./matchers.ts";

const CHILDREN = words(`
  kids? child(?:ren)? bab(?:y|ies) toddlers? infants? newborns? famil(?:y|ies) teen\\w* pregnant\\w* ninos? hijos
  bebes? familias? (?:single|expecting)_(?:moms?|mothers?|parents?|fathers?|dads?|women|men|woman|man)
`);
const FAITH_AND_ORIGIN = words(`
  muslims? jews? jewish christians? hindus? catholics? sikhs? mormons? atheists? buddhists? blacks? whites? asians?
  hispanics? latin[oax]s? indians? mexicans? africans? african[-_]americans? arabs? chinese russians? americanos
  gringos negros immigrants? migrants? foreigners? foreign_(?:nationals?|students?|people) undocumented
  international_(?:students?|people|tenants|applicants) refugees? asylum\\w* people_of_color minorities inmigrantes?
  extranjeros? us_citizen citizens? green_card immigration_papers american_(?:tenants|people|citizens?) visa_holders?
  h1b f1_visa
`);
const OTHERS = words(`
  gays? lesbians? lgbt\\w* trans transgender queers? same[-_]sex unmarried married divorced
  couples?(?!_(?:of|weeks?|days?|months?|questions?|things|nights?|hours?|minutes?|times?|more|people|years?))
  veterans? elderly pension(?:ers?)? retirees
  seniors?(?!_(?:dog|cat|pet|year|student|living|analyst|engineer|developer|manager|associate|director))
  old(?:er)?_(?:people|tenants|folks|couples?) young(?:er)?_(?:people|tenants) females? males? women woman men girls?
  boys? guys disabled mujeres hombres parejas? welfare_people
`);
const GROUP = either(CHILDREN, FAITH_AND_ORIGIN, OTHERS);
const NO_GROUP =
  "(?! (?:tiles?|floors?|pool|room|park|shoes?|owned|cat|dog|friends?|member|size|court|kitchen|style|restaurants?|food)\\b)";

const ALLOWS = words(`
  allow accept permit (?:ok|okay|fine|cool|comfortable|alright|good)_(?:with|for|to)
  (?:rent|renting|lease|leasing|open)_(?:it_|out_|this_)*to welcome suitable_for appropriate_for
  friendly_(?:to|for|with|towards) prefer(?:s|ence|red)?(?:_for)? against mind take only_want looking_only_for
  discourage
  (?:problems?|issues?|trouble|objections?|rules?|policy|restrictions?|limits?)_(?:with|on|about|for|renting_to|to|against|regarding)
  aceptan? permiten? admiten rentan_a problema_con
`);
const ALLOWED = words(`
  allowed ok okay welcome accepted permitted problem issue fine apply rent live_(?:there|here|in) accept\\w* preferred
  included
`);
const IF_ONE_OF = words("with if_i_have if_we_have as_an? while being");
const WOULD_IT =
  /(?:is (?:that|this|it) (?:ok|okay|a problem|an issue|allowed|fine|alright)|(?:that|it) (?:be )?(?:a )?(?:ok|problem|issue|matter)|would (?:that|you|it) (?:be ok|mind|be a problem|be an issue|work|still)|do you (?:mind|allow|accept)(?= (?:us|that|this|it|them|me|people)\b|[ ?.!]*$)|still (?:apply|rent|qualify)|hope (?:thats|that is) (?:ok|fine|not a problem)|(?:am|are) (?:i|we) (?:included|welcome|allowed|ok)|(?:look|apply) elsewhere)/u;
const WE_ARE = phrase(words("i_have we_have with have im i_am were we_are being"), 3, GROUP);

const WHO_MAY_LIVE = anyOf(
  phrase(
    words("ok okay problem issue fine bother matter(?!_of) mind"),
    3,
    words("i_am im that_im that_i_am if_im if_i_am my_wife my_partner"),
    3,
    GROUP,
  ),
  phrase(
    words("wife partner girlfriend im i_am kids children son daughter"),
    2,
    words("pregnant loud noisy young disabled"),
    4,
    words("problem ok okay issue allowed bother"),
  ),
  new RegExp(`${phrase(ALLOWS, 4, GROUP).source}${NO_GROUP}`, "u"),
  phrase(words("are is would will can could do does"), 4, GROUP, 3, ALLOWED),
  new RegExp(
    `\\b(?:no|only|adults? only|just|without) ${GROUP}\\b(?= ?(?:\\?|allowed|right|please|$|policy|house|household|building|apartment|ad\\b|people|in the))`,
    "u",
  ),
  new RegExp(
    `\\b${GROUP}[- ](?:only|allowed|ok\\b|okay\\b|welcome|accepted|friendly|preferred|owned|household|building|tenants?|roommates?|housemates?|neighbou?rhood|community|area|neighbou?rs|free|majority|dominated|populated|living|house)`,
    "u",
  ),
  phrase(
    words(
      "adults?[-_]only 55\\+ only_(?:for_)?adults age_restrict\\w+ no_kids no_children 55_(?:and_(?:over|up|older)|plus|or_older)",
    ),
  ),
  phrase("only", GROUP),
  phrase(
    words("ok okay problem issue fine (?:im|i_am|we_are|were|am_i|are_we)_too matter(?!_of) mind bother"),
    5,
    words("\\d\\d_years?_old my_age old too_old retired over_(?:50|55|60|65|70)"),
  ),
  phrase(words("pregnant expecting"), 8, words("ok okay allowed problem issue fine still")),
  phrase(GROUP, 3, words("comfortable welcome fit_in accepted at_home"), words("here there")),
  phrase(words("live rent stay move_in apply there here qualify"), 3, IF_ONE_OF, 3, GROUP),
  phrase(
    words("ok okay problem issue matter fine allowed concern"),
    2,
    words("if that since because"),
    words("i we my"),
    3,
    GROUP,
  ),
  new RegExp(`${WE_ARE.source}[^?]{0,40}?${WOULD_IT.source}`),
  phrase(words("tenant tenants someone people renter renters roommate"), words("without with"), 1, CHILDREN),
);

const PROGRAMMES = words(`
  section[-_]?(?:8|eight) sec_8 s8 hcv housing_(?:choice_)?vouchers? city_?fheps cityfeps fheps hasa
  housing_(?:assistance|subsidy|authority|programs?|stabilization) rental_(?:assistance|subsid\\w+) rent_assistance
  subsid(?:y|ies|i[sz]ed) housing_connect nycha vash ssi ssdi source_of_income rapid_re-?_?housing dss hpd hra
  (?:city|county|state|government|federal|public|emergency)_(?:housing_)?(?:programs?|vouchers?|assistance|benefits|aid|help(?:_with_rent)?)
  welfare food_stamps (?:rent|paid)_(?:is_)?(?:paid_)?by_an?_(?:program|agency|charity)
  programs?_(?:that_)?(?:pays?|paying|covers?|voucher) universal_credit housing_benefit
  (?:homeless|family)_shelter(?!_in_place) asistencia_(?:de|para|publica) subsidios? seccion_8 plan_8 cupon\\w*
  programas?_(?:de_)?(?:vivienda|gobierno|renta|vales) vales?_de_vivienda
  ayuda_(?:del|de|publica)_?(?:gobierno|condado|ciudad|estado|renta)?
`);
const INCOME = anyOf(
  phrase(
    words("on receive get getting collect"),
    1,
    words(
      "disability(?!_leave) social_security public_assistance unemployment snap veterans_benefits va_benefits government_assistance welfare",
    ),
  ),
  phrase(words("pay\\w* income rent\\w*"), 3, words("voucher disability ssi alimony social_security welfare")),
  phrase(words("accept take work_with"), 2, words("programs? assistance hpd hra")),
);

const ASSISTANCE = words(`
  (?:esa|emotional[-_]support|service|assistance|support|therapy|guide|seeing_eye)_(?:animals?|dogs?|pets?|cats?|letter)
  (?:animal|perro|gato|mascota)_de_(?:servicio|apoyo|soporte|asistencia)\\w* reasonable_(?:accommodation|modification)
  (?:use|uses|using)_(?:an?|my|his|her)_wheel_?chairs? wheel_?chair_(?:accessible|ramp|access|user|friendly|bound)
  mobility_(?:impair\\w+|limit\\w+|aid|scooter) (?:i_am|im|hes|shes|is)_(?:legally_)?(?:disabled|autistic|bipolar)
  (?:have|has|had|with)_(?:adhd|hiv|schizo\\w+|bipolar|down_syndrome|cerebral_palsy|a_disabilit\\w+|disabilities)
  discapacitad[oa] sober_living
`);
/** Ailments and aids, in a question as in a story. */
const AILMENTS = words(`
  ada handicap\\w* wheel_?chairs? disab(?:led|ility|ilities) discapacidad silla_de_ruedas mobility_issues? blind deaf
  hearing_impaired visually_impaired autis\\w+ adhd down_syndrome mental_(?:illness|health) ptsd bipolar schizo\\w+ hiv
  walker ramp grab_bars? in_recovery medical_condition multiple_sclerosis epilep\\w+ chronic_(?:illness|pain) dementia
  cerebral_palsy vouchers? (?:the|a)_shelter(?!_in_place) child_support alimony pension discapacidad
`);
const ESA_ALONE =
  /\besa\b(?= |$|[.?!,])(?! (?:es|casa|unidad|zona|renta|semana|hora|cita|fecha|direccion|manana|tarde|propiedad|habitacion|opcion|es la|parte|visita))/u;
const ACCESSIBLE =
  /\baccessib(?:le|ility)\b(?! (?:to (?:the )?(?:subway|train|transit|public|highway|freeway|downtown|shops)|by (?:train|subway|bus|public|car)))/u;

const CLASSES = words(`
  (?:what|which|any)_(?:race|religion|nationality|ethnicit\\w+|ethnic|gender|sex|age_group) race_wise racial\\w*
  sexual_orientation national_origin immigration_status color_of_(?:my|your) skin_color familial_status marital_status
  fair_housing protected_class\\w* racis\\w+ nacionalidad estatus_migratorio undocumented gay-?_?friendly
  sex_offenders? not_an?_(?:us_)?citizen be_an?_(?:us_)?citizen is_my_visa age_limit gentrif(?:ied|ying) halal_(?:kitchen|food|only) housing_discrimination thats_discrimination
  (?:male|female)_or_(?:male|female) madre_soltera padre_soltero madres_solteras step_free
`);
/** Faith, origin and papers: asked about, or only told. */
const OF_ONESELF = words(`
  race ethnic\\w* religio\\w+ nationalit\\w+ citizenship discriminat\\w* raza religion sin_papeles green_card visa_status
  (?:church|mosque|synagogue|temple|shul)(?:es|s)? place_of_worship halal kosher gentrif\\w+ diverse diversity
  (?:without|no|dont_have|do_not_have)_(?:an?_)?(?:us_)?(?:ssn|social_security(?:_number)?|social|itin) no_tengo_papeles
  my_accent age_(?:range|restriction) transgender (?:what|which|any)_(?:age|country|countries)
  (?:spanish|english|russian|chinese)_speaking speaks?_(?:english|spanish|chinese|russian)
`);
const COLOUR = words(`
  black white asian hispanic latin[oax] indian jewish muslim mexican arabs? chinese african korean russian brown
  nigerian pakistani bangladeshi filipin[oa] vietnamese haitian dominican puerto_rican colombian venezuelan brazilian
  ukrainian polish turkish iranian persian syrian afghan somali ethiopian egyptian moroccan israeli palestinian
  japanese thai nepali nepalese jamaican cuban salvadoran guatemalan ghanaian kenyan hindu sikh christian catholic
  native gay trans lesbian immigrant
`);
const PEOPLE = words(`
  famil(?:y|ies) people person couples? man men woman women guys? girls? folks neighbou?rs? neighbou?rhoods? areas?
  community street block part_of_town roommates? tenants? residents landlords? owners?
`);
const CROWDS = words(`
  most mostly mainly predominantly lots?_of many majority full_of all too_many any mucho[as]? how_many mayoria
`);
const CROWD = words(`
  white black asian hispanic latin\\w* indian jewish muslim young professionals? older elderly foreign\\w*
  immigrant\\w* chinese arab russian korean mexican famil\\w+ college_kids students kids children gay christian
  american[oa]s? negr[oa]s? inmigrantes? extranjeros? welfare
`);
const AROUND = anyOf(
  phrase(
    words("neighbou?rs? tenants residents people roommates housemates"),
    1,
    words("mostly mainly all predominantly"),
    1,
    words(`
      old older young white black asian latin\\w* hispanic indian families students foreign\\w* professionals women
      men single
    `),
  ),
  phrase(
    words("rent lease open ok okay people tenants accept allow"),
    2,
    words("people tenants someone renters"),
    words("from_(?!the_(?:listing|ad|app|site)|work|out|here|now|your|my|roomies)[a-z]+"),
  ),
  phrase(COLOUR, 2, PEOPLE, 3, words("comfortable welcome fit_in accepted")),
  phrase(words("robos hay_muchos_robos gente_con_ninos")),
  phrase(
    words("(?:what|which)_(?:kinds?|types?|sorts?)_of(?:_the)?"),
    words("people neighbou?rs tenants person folks crowd families residents demographic roommates housemates"),
  ),
  phrase(
    words("who what"),
    words("are is else_lives lives"),
    words("the my your in on there"),
    1,
    words(`
      neighbou?rs people_(?:like|living|who) tenants_(?:like|in) residents_like street block building neighbou?rhood
      area
    `),
  ),
  phrase(
    "people",
    2,
    words("in around living_in on"),
    words("the that this"),
    words("building neighbou?rhood area complex block street"),
    words("like are"),
  ),
  phrase(words("people families neighbou?rs tenants"), words("like look_like"), words("us me ours")),
  phrase(words("look looks"), "like", words("us me")),
  phrase("demographics?"),
  phrase("gente", words("negra blanca latina extranjera mayor joven de_color")),
  phrase(words("im i_am were we_are"), "from", 2, words("is_that is_this is_it would_that"), 2, words("issue problem")),
  phrase(words("tipo clase"), "de", words("gente personas vecinos")),
  phrase(
    "only",
    words("brown black white asian latin[oa] arab indian jewish muslim foreign"),
    words("person people one guy man woman"),
  ),
);
/** People of an origin, in any number: the neighbours, or the writer's own. */
const OF_A_KIND = anyOf(
  new RegExp(`${phrase(CROWDS, 3, `${CROWD}s?`).source}(?! (?:to|welcome|discount))`, "u"),
  phrase(COLOUR, 2, PEOPLE),
);

const DISTRICT = words(`
  neighbou?rhoods? area areas block street part_of_(?:town|the_city) zone community barrio zona vecindario colonia calle
`);
const AREA = either(DISTRICT, words("building location place it there"));
const SAFETY = anyOf(
  phrase(
    words("good nice decent bad sketchy safe unsafe rough dangerous dodgy ghetto quiet_and_safe family shady"),
    words("neighbou?rhoods? areas? part_of_(?:town|the_city) schools? school_districts? block crowd zone part"),
  ),
  phrase(DISTRICT, 4, words("safe unsafe dangerous sketchy ghetto rough secure_at_night")),
  phrase(
    words("is how feel very really pretty quite so how_safe safe_enough"),
    words("safe safety safe_enough"),
    words("is for at to_(?:walk|live) there around the it in neighbou?rhood enough or"),
  ),
  phrase(
    words("safe"),
    words(`
      at_night for_(?:an?_)?(?:women|woman|females?|single|girls?|kids|families|children|walking|me_to) to_walk part
      place_to_live neighbou?rhood area enough after_dark
    `),
  ),
  phrase(
    words(`
      safety_of (?:much|any|about|hows?|the)_crime(?!_(?:novel|podcast|scene)\\w*) crime_(?:rates?|levels?|stat\\w*|map|there|around|in)
      (?:vibe|type)_of_(?:the_)?(?:people|tenants|residents) gangs? pandillas? muggings? shootings delincuencia
      drug_dealers? homeless_people
    `),
  ),
  phrase(DISTRICT, 2, words("segur[oa] peligros[oa]")),
);
/** Words of safety that mean a strongbox, a novel or a cooker, too. */
const SAFETY_WORDS = anyOf(
  phrase(AREA, 4, words("safe unsafe dangerous sketchy ghetto rough")),
  phrase(words("crimes? mugged asaltos robos ghetto (?<!range_|cooker_)hood(?!_(?:vent|fan|over|above|filter)\\w*)")),
  phrase(AREA, 2, words("segur[oa] peligros[oa]")),
  phrase(words("es esta"), words("segur[oa] peligros[oa]")),
);
const FEELS_SAFE = phrase(
  words("feel be is stay"),
  words("safe"),
  words("walking there living alone here at coming outside enough"),
);
const SCHOOLS = anyOf(
  /\b(?:good|great|best|top|rated|nearby|quality|public|local|decent|about the|how are the|whats the|which|what) (?:\w+ )?(?:schools?|school district|school zone)\b(?! (?:nurse|bus|teacher|district nurse|year|schedule))/u,
  phrase("schools?", words("nearby in_the_area rating district zone\\w* like good are")),
  phrase(words("buenas_escuelas escuelas")),
);
/** Where the writer works or studies says nothing about where they want to live. */
const OWN_SCHOOL = new RegExp(
  `${
    phrase(
      words("teach\\w* work\\w* study\\w* student job position going goes go enrolled attend\\w*"),
      1,
      words("at in to for"),
      4,
      "schools?",
    ).source
  }(?: (?:nearby|in the area|near\\w*|close by))?`,
  "u",
);

/** Those who are spoken to, and two people who share a room. */
const STRONGBOX = /\ba safe (?:in|box|deposit|inside)\b/u;
const YOU_GUYS = /\b(?:you|u|ya|yall|your|these) (?:guys|boys|girls|people)\b/u;
const TWO_PEOPLE =
  /(?<!(?:gay|unmarried|same.sex|lesbian|old|older|young|elderly|muslim|interracial|immigrant|foreign|married|trans) )\b(?:couples?|parejas?)\b/u;

/** What is said of an animal. */
const OF_A_PET = phrase(
  words("dogs? cats? pug pup puppy tomcat kitten canary parrot ferret lab beagle poodle rabbit horse mare pets?"),
  6,
  words("deaf blind old elderly senior disabled epilep\\w+ arthritis"),
);

/** A subject that fair housing rules protect, so that only a person answers. */
export const FAIR_HOUSING: Reads = without(
  [OWN_SCHOOL, STRONGBOX, YOU_GUYS, TWO_PEOPLE, OF_A_PET],
  anyOf(
    phrase(PROGRAMMES),
    INCOME,
    phrase(ASSISTANCE),
    ACCESSIBLE,
    WHO_MAY_LIVE,
    phrase(CLASSES),
    AROUND,
    SAFETY,
    FEELS_SAFE,
    SCHOOLS,
  ),
);

/** More that tells of family, age, health, faith or origin without asking: alone it is no reason to stop. */
const TOLD = words(`
  strollers? playground expecting pregnant twins bebe embarazada (?:months|weeks)_old
  (?:zoned_)?elementary middle_school hearing_aid power_chair crutches cane andador amputee prosthetic
  prosthesis oxygen placard parkinsons? psychiatrist therapist home_attendant caregiver dyslexic sindrome vih stroke
  step-in cant_do_stairs no_(?:more_)?stairs sin_escaleras see_badly
  culture incense altar hijab niqab shabbos shabbat sabbath mezuzah ramadan christmas curry jehovahs? imam rabbi
  hindu sikh muslim musulman[ae]s? jewish judi[oa]s? catholic cristian[oa]s? gay lesbian straight hetero riff_?raff colou?rful
  respectable background accent acento inmigrante[s]? refugiad[oa]s? chinos? \\w+ians\\b seniors elders upper_age
  young_professionals? (?:do_i|would_i|will_i)_(?:qualify|need_to_be) state_pays charity foster(?:ing)? (?:7|8)\\d
`);

/** Faith, origin, ailments, family and safety, asked about or only told. */
export const FAIR_HOUSING_HINTS: Reads = without(
  [OWN_SCHOOL, STRONGBOX, YOU_GUYS, OF_A_PET],
  anyOf(phrase(TOLD), phrase(AILMENTS), phrase(OF_ONESELF), ESA_ALONE, OF_A_KIND, SAFETY_WORDS, WHO_MAY_LIVE),
);
