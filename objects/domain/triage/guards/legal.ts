// Owns the recognition of legal threats: a lawyer who acts for the writer, courts and suits, complaints to an authority, what is
// said to be against the law; in English and Spanish. A lawyer by profession, and one who reads the lease, threaten nobody.
import { anyOf, outside, phrase, type Reads, together, without, words } from "./matchers.ts";
import { OTHER_HOME } from "./other-home.ts";

const LAWYER = words(`
  lawyers? attorneys? solicitors? legal_(?:team|counsel|representative|aid|advisor|department) abogad[oa]s?
`);
const CALLS_IN = words(`
  hir(?:e|ed|ing) retain(?:ed|ing)? call(?:ed|ing)? contact(?:ed|ing)? consult(?:ed|ing)? involv(?:e|ed|ing) got
  get(?:ting)? (?:speak|speaking|spoke|talk|talking|talked)_(?:to|with) through from via sent_to
  forward(?:ed|ing)?_(?:this|it)_to habl(?:e|o|ar|are)_con contrat(?:e|o|ar|are) consult(?:e|o|ar|are)
`);
const KIN = words(`
  cousin friend brother sister uncle aunt dad father mom mother wife husband neighbor partner nephew niece daughter son
  prim[oa] herman[oa] ti[oa] amig[oa] espos[oa] marido novi[oa] cunad[oa] vecin[oa] sobrin[oa] hij[oa]
`);
const BY_TRADE = words("as being am im is are works? worked became become soy es somos");
const PROFESSION: readonly RegExp[] = [
  phrase(words("married_to friend friends with_a roommate wife husband mom dad son daughter"), 1, words("an?"), LAWYER),
  phrase(
    LAWYER,
    words(`
      friends? buddy husband wife brother sister dad mom cousin fiance partner girlfriend boyfriend roommate couple
      in_training by_training here salary office building
    `),
  ),
  phrase(words("need required require"), 2, LAWYER),
  phrase(LAWYER, 2, words("needed required necessary")),
  phrase(BY_TRADE, words("an?(?:_\\w+)? una? the_\\w+"), LAWYER),
  phrase(BY_TRADE, LAWYER),
  phrase(
    LAWYER,
    words(`
      by_(?:profession|trade) at for in relocating moving looking based who_(?:works|is|just) and_i_work de_profesion
    `),
  ),
  phrase(
    LAWYER,
    3,
    words("review\\w* read(?:s|ing)? look\\w*_(?:over|at|through) check\\w* go(?:es)?_over"),
    3,
    words("lease contract agreement it"),
  ),
  phrase(words("need require(?:d)?"), 1, LAWYER, words("letter to_sign")),
];

/** Affairs of one's own that lawyers and courts have to do with. */
const OWN_AFFAIRS: readonly RegExp[] = [
  phrase(LAWYER, words("de of for"), 2, words("inmigracion immigration familia divorcio divorce")),
  phrase(
    words("divorce custody immigration inmigracion estate probate union tax closing custodia divorcio family"),
    words("lawyers? attorneys?"),
  ),
];

const YOU = words("you them him her this it everyone your_\\w+ that_\\w+");
const COURT = words("(?:small_)?claims(?:_court)? court trial (?:the|a)_(?:tribunal|judge)");
const LEGAL_STEPS = words(`
  subpoena\\w* cease_and_desist demand_letter lawyer(?:ing|ed)?_up press(?:ing)?_charges class_action statutory_damages
  pursue_(?:this_)?legally legally_(?:liable|obligated|responsible|required)
  legal_(?:action|proceedings|threat|recourse|claim|notice|remed\\w+|complaint|case|steps|consequences|demand|papers?)
  legal_(?:measures?|means|route|trouble|battle|insurance|representation|process|grounds)
  serv(?:e|ing)_(?:you|them)_(?:with_)?papers (?:papers|you)_(?:will_|ll_)?(?:get|be|are_being)_served
  (?:expect|going|about|gonna)_to_(?:be|get)_served you(?:ll|_will)_(?:be|get)_served
  law_(?:offices?|firm)_(?:will|has) accion(?:es)?_(?:legal(?:es)?|judicial(?:es)?) medidas_legales
  demanda_(?:legal|judicial) (?:voy|vamos|ire|iremos)_a_(?:juicio|la_corte|tribunales) profeco procuraduria
  right_to_sue sue_you(?:r_\\w+)? registered_agent service_of_process (?:otherwise|or)_i_file seek_damages
  (?:contact|call|email|calling|contacting|write|writing)_(?:to_)?hud hud_will informed_the_(?:police|authorities)
  (?:proceed|act|respond|bound|obliged|required|pursue\\w*|force\\w*)_legally (?:proceed|respond|act|go)_legally legalmente
  tak(?:e|ing)_(?:this|it|things)_further claim_against_your?_?\\w* (?:be|as)_evidence the_authorities_involved
  (?:llegar|va|viene|cae|caer)_(?:la|una)_demanda (?:retain(?:ed|ing)?|hir(?:ed|ing)|consult\\w*|forward\\w*_to)_(?:my_)?counsel
  clerk_of_the_court (?:see|meet)_you_(?:before|in_front_of)_\\w+_(?:judge|magistrate)
  voy_(?:al|a_un)_(?:juzgado|juez) avisados_quedan lawsuit_(?:worthy|pending|coming|time|incoming) its_a_lawsuit
  nos_vemos_(?:en|ante|con|frente_a)_(?:la_corte|el_juez|los?_juzgados?|los?_tribunal(?:es)?)
`);

/** A court, a judge, a summons: some go there because of us, more because of their own affairs. */
const COURTS = words(`
  courts? judges? magistrates? summons arbitration tribunal(?:es)? juzgad[oa]s? juez jueza counsel barrister breach_of
  small_claims law_?suits? litigat\\w+ process_server (?:get(?:ting)?|be|being|been)_served llp legal_fees
  (?:state|federal|local|city)_laws? legal_(?:counsel|department) a_juicio en_la_corte a_la_corte
  police_(?:complaint|report) at_the_hearing (?:me|us)_sue district_attorney (?:the_|state_|federal_)?laws?_says?
  law_(?:firms?|offices?) division_of_\\w+ attorney_generals?(?:_office)?
`);
const OTHER_COURTS = [
  phrase(
    words(`
      divorce custody adoption immigration food tennis basketball squash volleyball pickleball traffic sports
    `),
    1,
    words("courts? judge papers"),
  ),
  phrase(
    "courts?",
    words(`
      ordered street st ave avenue square sq place plaza house yard papers clerk reporter interpreter order
    `),
  ),
  phrase(words("dont not_to hard_to cant please_dont"), 1, words("judge")),
  phrase("judge", words("me us by")),
  phrase(words("at for in work works with a_small my"), 1, "law (?:firms?|offices?)"),
  phrase(words("is was am im became"), 1, words("judge")),
  phrase(
    words("in_court have_court at_court"),
    words(`
      until till all_day on_\\w+ today tomorrow that_day then in_the most every from mondays? tuesdays? for_work
    `),
  ),
  phrase(words("work works worked job clerk intern emancipated reporter"), 3, words("courts? judge")),
  phrase(words("court"), 1, words("view nearby access")),
];
/** Offices that nobody names but to complain there. */
const COMPLAINT_OFFICES = words(`
  bbb better_business_bureau state_attorneys?_office
  consumer_(?:affairs|protection|\\w+_board) ombudsman licensing_(?:board|authority|body|department|office)
  (?:real_estate|housing|human_rights|rental|rent)_(?:commission|board|tribunal)
  department_of_consumer_\\w+ tenant_union trading_standards
`);

const SUES = phrase(
  words(
    "will would going_to gonna ill id i_can i_could should might may or_i or_we have_to forced_to want_to about_to",
  ),
  1,
  words("sue(?!_(?:me|my|him|his|her|us)\\b)"),
);
const IS_SUED = phrase(
  words("can could am im i to we be are is was get(?:s|ting)? being been"),
  1,
  words("su(?:e|es|ing|ed)"),
);
const CALLED_SUE = [
  phrase("sue", words("here is me and at told from called said the_agent")),
  phrase("court", words("ordered")),
  phrase(words("am im its name_is names aunt hi hello dear this_is"), "sue"),
];
const SUES_IN_SPANISH = anyOf(
  phrase(
    words("pong[oa] pon\\w+ interpon\\w+ present\\w+ met[oe]\\w* levant\\w+ hacer hare hago va les_va"),
    2,
    words("demanda denuncia querella queja_formal acta reclamacion"),
  ),
  phrase(words("demand(?:ar|are|o|amos|aremos)(?:l[oae]s?|te)? denunci(?:ar|are|o|amos|aremos)(?:l[oae]s?|te)?")),
);

const AUTHORITY = words(`
  attorney_general ag consumer_\\w+ (?:the_)?(?:city|state|county)
  (?:housing|tenants?|rental)_(?:board|department|protection|union|court) bbb better_business(?:_bureau)? hud dob hpd
  ftc cfpb dfeh dca ombudsman regulators? fair_housing
  (?:city|state|county|federal)(?:_\\w+)?_(?:agency|office|inspector|board) city_hall code_enforcement inspector
  the_police cops housing_(?:authority|board|department|office|commission|agency|inspector) department_of_\\w+
  licensing_board human_rights (?:real_estate|rental|rent)_(?:board|commission|office|department|authority)
  news(?:_station)? the_press authorities oficina_de_\\w+ oficina_del_\\w+ policia autoridades derechos_\\w+
`);
const COMPLAINS = words(`
  report(?:ed|ing)? fil(?:e|ed|ing) complain(?:ed|ing)? complaint denounc\\w+ lodg\\w+ submit\\w*_a
  tak(?:e|ing)_(?:this|it|you|them) going_to_the go(?:ing)?_to call(?:ing)? contact(?:ing)? notif\\w+ denunciar\\w*
  reportar\\w* quejar\\w*
`);
const OF_US = phrase(
  words(`
    you your this it complaint listing agency company fee broker landlord them deposit discriminat\\w+ money im i_will
    ill i_am ustedes les los te esto
  `),
);

const ILLEGAL = words("illegal unlawful not_legal against_the_law ilegal contra_la_ley");
/** What only somebody says who means to have it out. */
const RIGHTS = words(`
  know_my_rights (?:in|through|to)_the_courts? courts?_involved the_judge_will owe_me_(?:damages|compensation)
  claim_against_you expect_(?:papers|an?_letter) lose_your_license revoke_your_license
  (?:name|number|contact)_of_your_(?:lawyer|attorney)
  (?:this|that|it)_is_(?:housing_)?(?:discrimination|fraud|theft|extortion|harassment) fair_housing_violation
  discrimination_(?:complaint|claim|suit|charge) broke_the_law im_reporting_(?:you|this)
  i_(?:will|am_going_to)_report_(?:you|this) ill_report_(?:you|this|it)
  report_(?:this|your)_(?:company|agency|listing_to)
  hear(?:ing)?_from_(?:hud|the_city|the_state|the_board|my_lawyer|our_lawyer|my_attorney|my_legal) los_voy_a_reportar
  les_voy_a_reportar voy_a_reportar\\w*
`);

const UNLAWFUL = anyOf(
  phrase(words("its is thats this that are even so just be es eso esto"), 2, ILLEGAL),
  phrase("illegal", words("to_(?:charge|ask|keep|refuse|do) fees? practices? discrimination charges?")),
  phrase(words("break breaking breaks broke broken"), 3, "laws?"),
  phrase(words("violat(?:e|ed|es|ing|ion|ions)"), 5, words("laws? act rights codes? statutes? housing regulations?")),
  phrase(words("break(?:ing|s)?_the_law (?:is|are)_(?:this|that|it|the_\\w+_fee)_(?:even|really|actually)_legal")),
  phrase("under", 2, words("tcpa fcra fair_housing_act")),
);

/** What a lawyer does against somebody, or what is done with one. */
const LAWYER_ACTS = words(`
  contact(?:s|ing|ed)? letter draft\\w* in_touch hear(?:s|ing)? su(?:e|es|ing) fil(?:e|es|ing) screenshots? evidence
  fun_with ask_for asked_for questions_about involved about_(?:you|this|it|your) tracing writing advis(?:ed|es) demand\\w*
  contactar\\w* carta demanda\\w* mensajes caso copied respond
`);
const FROM_LAWYER = words(`
  hear(?:ing)?_from letter_from call_from papers_from talk_to speak_to messages_a go_through goes_to sent_to forwarded_to
  find call(?:ing)? contact(?:ing)? involve hir(?:e|ed|ing) retain(?:ed|ing)? get(?:ting)? caen le_di hable_con
`);
/** Legal steps against us, threatened or told. */
export const LEGAL: Reads = anyOf(
  phrase(
    KIN,
    4,
    words("litigator lawyer attorney abogad[oa]"),
    6,
    words("hear hearing says_(?:you|this|its|it_is) said will_be"),
  ),
  phrase(KIN, 4, LAWYER, 6, words("draft\\w* contact\\w*_you letter suing fil(?:e|ing) carta demanda")),
  phrase(
    words("i_draft i_file ill_file i_will_file drafting filing"),
    1,
    words("the a my"),
    1,
    words("complaint suit"),
  ),
  outside(
    OTHER_HOME,
    without(
      [...PROFESSION, ...OWN_AFFAIRS],
      anyOf(
        phrase(words("my our nuestr[oa] mi unions? an? the"), LAWYER, 4, LAWYER_ACTS),
        phrase(FROM_LAWYER, words("my our mi an? the unions?"), 1, LAWYER),
      ),
    ),
  ),
  without(CALLED_SUE, outside(OTHER_HOME, anyOf(SUES))),
  SUES_IN_SPANISH,
  phrase(
    words("tak(?:e|ing) took bring(?:ing)? drag\\w* see meet llevar\\w*"),
    YOU,
    2,
    words("to in before a"),
    1,
    COURT,
  ),
  phrase(words("see meet fight"), 2, words("(?:in|to)_court before_a_judge")),
  outside(OTHER_HOME, anyOf(phrase(LEGAL_STEPS), phrase(COMPLAINT_OFFICES))),
  outside(OTHER_HOME, anyOf(phrase(RIGHTS), together(phrase(COMPLAINS, 6, AUTHORITY), OF_US))),
  together(
    phrase(
      words("i we"),
      1,
      words("go going will_go"),
      words("to"),
      3,
      words("court tribunal police judge magistrate"),
    ),
    phrase(words("if unless until or otherwise")),
  ),
  UNLAWFUL,
);

/** A lawyer, a court, a suit, without a word of what they are to us. */
export const LEGAL_HINTS: Reads = anyOf(
  phrase(
    words(`
      sueing arbitrator certified_mail letterhead esquire enforcement insurer injury statute legal_way queja reclamacion citar
      hud health_department agencies_for expect_their commission claim evidence recorded_everything lodg\\w+ unlawful
      real_property_law next_(?:letter|message_you) in_a_robe drafting
    `),
  ),
  without([...PROFESSION, ...OWN_AFFAIRS], anyOf(phrase(LAWYER), phrase(CALLS_IN, 2, LAWYER))),
  outside(OTHER_HOME, without([...CALLED_SUE, ...OTHER_COURTS], anyOf(IS_SUED, phrase(COURTS)))),
  phrase(LEGAL_STEPS),
  phrase(COMPLAINT_OFFICES),
  together(phrase(COMPLAINS, 6, AUTHORITY), OF_US),
);

/** A lawyer, a court or papers of it that threaten nobody. */
export const LIKE_LEGAL: Reads = anyOf(
  ...PROFESSION,
  ...CALLED_SUE,
  ...OTHER_COURTS,
  phrase(words("divorce custody adoption food tennis basketball jury traffic"), 1, words("court courts papers duty")),
  phrase(words("law_school law_student law_firm paralegal work_in_court clerk_at bar_exam")),
  phrase(
    words("evicted eviction dismissed expunged antecedentes record"),
    12,
    words("background check screening application apply"),
  ),
  phrase(words("sued took"), words("me us")),
  phrase(
    words("background check screening antecedentes"),
    6,
    words("eviction evicted record multa ticket misdemeanor felony"),
  ),
);
