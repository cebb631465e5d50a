// Owns the recognition of a wish for a person: to talk or be called, whoever it is asked for; in English and Spanish.
// Talking to one's own people and looking for somebody to share with are none.
import { anyOf, phrase, type Reads, together, without, words } from "./matchers.ts";

const PERSON = words(`
  humans? persons? people someone somebody anyone agents? representatives? rep managers? supervisors? boss(?:es)?
  superior owners? landlords? brokers? realtors? operators? staff colleague coworker team(?:_member)? office
  receptionist director lady guy gentleman whoever team_leader whoever_\\w+_(?:in_)?charge in_charge head_office
  customer_service personas? agentes? encargad[oa]s? human[oa]s? gerentes? jefes? duen[oa]s? responsable whoever
  alguien asesor(?:a|es)? ejecutiv[oa]
`);
const REAL = words("real live actual human flesh_and_blood living");
const REACHES = words(`
  (?:speak|talk|chat|discuss_(?:it|this)|deal|connect(?:_me|_us)?|communicate|put_me|put_us|pass_me|transfer(?:_me)?|escalate(?:_this)?)_(?:directly_)?(?:to|with|w|through_to|on_to)
  get_(?:me|us|through_to|in_touch_with|a_hold_of|ahold_of|hold_of) reach be_in_contact_with contact_with
  in_touch_with hear_from_an? pass_(?:this|me)_(?:on_)?to forward_(?:this|me)_to hablar_con
  (?:me_)?comunic(?:a|as|an|ar|e|en)(?:me|nos)?_con me_(?:pasas?|pasan|pone|puede_pasar)_con hear_an?
  pass_my_(?:message|request|question)_(?:on_)?to comunicar(?:me|nos)?_con conectar(?:me)?_con contactar(?:me)?_con
  pas(?:ar|e)me_con (?:que_)?me_atienda
`);
const WHOM = words(`
  (?:who|whom)_(?:may|can|should|do|could|would|must)_(?:i|we)_(?:please_)?(?:speak|talk|call|contact|write|ask|reach|address)
  con_quien_(?:puedo|podria|hablo)
`);
const RINGS_ME = words(`
  (?:call|ring|phone)_(?:me|us)_?(?:back|please|at|on|today|tomorrow|now|when|if|asap|later|anytime|as|this)?
  give_(?:me|us)_a_(?:quick_)?(?:call|ring|buzz) (?:text|contact|email)_me_(?:instead_)?from_(?:the|your)
  llam(?:e|en|a)(?:me|nos) que_me_llamen? pas(?:en|e)(?:me|nos)_con llamar(?:me|nos|le|les|los)?
  (?:me|nos)_(?:puede|pueden|podria|podrian)_(?:llamar|marcar|atender) marcar(?:me|le)?
`);
const MAY_I_RING = words(`
  (?:can|could|may|should)_(?:i|we)_(?:please_|just_)?(?:call|phone|ring)
  (?:jump|hop|get)_on_(?:a|the)_(?:quick_)?(?:call|phone) (?:talk|speak|chat|discuss)_(?:on|over|by)_(?:the_)?phone
  (?:over|by)_(?:the_)?phone_(?:please|instead|rather) quick_(?:phone_)?call a_phone_call
  (?:whats|what_is)_(?:your|the|a_good|the_best)_(?:phone|cell|contact_number|number_to) phone_line
  (?:landlord|owner|agent|manager|broker|office|boss)s?_(?:phone|number|cell|contact)
  who_?_?i?s_your_(?:supervisor|manager|boss)
  (?:discuss|talk|speak|chat|sort)_(?:it|this|about_it|about_this|things)_(?:by|over|on)_(?:the_)?phone
  (?:somebody|someone|anyone)_(?:there_|real_)?i_can_(?:speak|talk|call) number_can_i_(?:reach|call)
  (?:have|get)_(?:the|your)_(?:agents?|managers?|brokers?|owners?|landlords?|phone)_number
  (?:contact|number|phone|info)_(?:of|for)_(?:the|your)_(?:person|manager|owner|agent|landlord|boss)
  (?:phone|telephone|cell|contact)_number_(?:please|pls) human_voice persons?_(?:responsible|in_charge) a_call_?back
  call_?back want_to_call_you dont_want_to_talk_to_a number_(?:i_can|to_call|where_i|so_i_can|we_can|to_reach|for_you)
  phone_number_(?:i|to|we|please|where|for) por_telefono
`);
const SOMEONE = words(`
  (?:some(?:one|body)|an?_(?:real_|actual_|live_)?(?:human|person|agent|adult|manager)|your_(?:boss|manager|supervisor|office|team|colleague)|the_(?:boss|manager|owner|landlord|agent|broker|office|person_in_charge))
`);
const DOES = words(`
  call phone ring text contact message email write reach_out get_in_touch get_back answer respond reply take_over
  help_me speak_to_me read_this look_at_this
`);
const INSTEAD = words(`
  (?:no|not|stop|enough|tired_of|done_with|dont_want|sick_of|not_these|more)_(?:\\w+_){0,3}(?:bots?|robots?|automated|ai|machines?|canned)(?:_\\w+)?
  (?:put|get)_(?:an?|some)_(?:\\w+_)?(?:person|human|body|one|agent)_on who_is_in_charge whos_in_charge
  get_your_(?:boss|manager|supervisor)
  (?:somebody|someone|anybody|anyone)_(?:from_\\w+_\\w+_)?(?:available|free)_to_(?:talk|speak|chat)
  put_some(?:one|body)_on
  (?:real|actual|live)_(?:person|human|agent|being|people)_?(?:please|now|to|who|instead|contact|call|help|only|asap|here)?
  (?:un|una)_(?:humano|persona)_por_favor need_to_talk_(?:to_someone|not|please|on) talk_not_type
  human_(?:being|please|now|agent|here) persona_real someone_who_(?:knows|can|understands)
  somebody_who_(?:knows|can|understands)
`);
/** The whole message. */
const ALONE =
  /^(?:also |and |hi |hello |hey )*(?:a |an |the )?(?:human|agent|representative|operator|real person|person|manager|supervisor|customer service|agente|humano|operador|persona)(?: please| now| por favor)?[.! ]*$/u;
const NAMED =
  /\b(?:let me|can i|could i|i want to|id like to|i need to) (?:talk|speak) (?:to|with) (?!(?:my|him|her|them|it|you|your|the|a|an|our|his|both|about)\b)[a-z]{3,}\b(?=.*\b(?:he|she|who|they|showed|helped|told|wrote)\b)/u;

const OWN_PEOPLE: readonly RegExp[] = [
  phrase(
    words("talk speak chat talking speaking spoke discuss check"),
    words("to with it_over_with"),
    words("my our her his their"),
    1,
    "\\w+",
  ),
  phrase(
    words("person people someone somebody agent"),
    words("to_(?:share|live|rent|room|sublet|take) who_(?:lives|live|will_live) room in_the_(?:photo|room)"),
  ),
  phrase(
    words("prove proof sure tell_me confirm swear"),
    4,
    words("not_an? not_one_of_(?:these|those|the)"),
    words("bots? robots? machines? ai"),
  ),
  phrase(words("youre you_are are_you is_this this_is im i_am"), 1, words("not_an?"), words("bot robot machine ai")),
  phrase(
    words("my an the"),
    words("agent realtor broker boss manager"),
    words("told said says will is sent recommended"),
  ),
  phrase(words("cell phone"), words("service reception signal bill plan number_is")),
  phrase(words("take over take_over"), 1, words("my our the"), words("lease room")),
  phrase(
    words(`
      are_you is_this am_i eres do if_you_are r_you youre is_it or are_these speaking_(?:to|with) talking_(?:to|with)
    `),
    3,
    words("real actual human"),
    words("persons? humans? agents? people one"),
  ),
  phrase(words("is_there an? any"), 1, words("human person"), words("here there behind reading answering")),
  phrase(
    words("trying_to tried_to been_trying_to"),
    words("reach contact get_a_hold_of call"),
    words("someone somebody anyone"),
  ),
  phrase(words("can could"), words("someone somebody anyone"), words("answer respond reply get_back write_back")),
  phrase(WHOM, 1, words("if when to_(?:arrange|schedule|book|set|see|apply|send)")),
  phrase("call me", words("crazy old paranoid picky by the")),
  phrase(words("but friends they people everyone just dont do_not never"), "call me"),
  phrase(words("name"), 3, "call me"),
  phrase(words("before after when until"), "they call me"),
  phrase(words("who whom"), words("do_i should_i can_i"), "ask for"),
  phrase(words("no_hace_falta no_necesito no_quiero no_es_necesario"), 1, words("que_me_llamen? llamar(?:me)? marcar")),
  phrase(words("dont do_not not no"), 1, words("need want"), words("an? any"), 1, words("call person human agent")),
  phrase(words("spare"), words("me us"), "the phone"),
  phrase("talk to", words("managers people clients customers"), words("all every for")),
  phrase("boss", words("my aka")),
  phrase(words("trato hable hablamos dijeron dijo atendio"), 3, "por telefono"),
  phrase(words("become became feel feels be am like"), 1, words("a an"), "human being"),
  phrase(words("had spoke spoken chatted talked"), 5, words("with to"), 3, words("office team")),
  phrase("put", words("a my another"), 1, words("second third other"), words("person name roommate"), "on"),
  phrase(words("door bell buzzer"), 1, words("or and"), 1, "should i ring"),
  phrase("ring", words("the my"), words("bell buzzer doorbell")),
  phrase(
    words("ex old last previous former current"),
    words("landlords? bosss? managers?"),
    words("number phone contact"),
  ),
  phrase(words("talk speak"), "to", words("somebody someone people"), words("that_way like_that this_way")),
  phrase(words("deal dealing"), "with", words("somebody someone"), words("decent nice normal kind honest")),
  phrase(words("said promised"), 2, words("someone somebody callback call_back"), 1, words("would will with for on")),
  phrase("talk to", words("your my"), "people"),
  phrase(words("not_an?"), words("bot robot machine ai chatbot"), 1, words("right huh correct are ok no")),
  phrase(
    words("is are was"),
    3,
    words("person human people"),
    1,
    "or",
    4,
    words("bots? robots? machines? ai auto automated automatic answering"),
  ),
  phrase(words("already just have ive weve i we"), 1, words("spoke spoken talked chatted"), words("with to")),
];

/** The lead wants a person. */
export const HUMAN: Reads = anyOf(
  without(
    OWN_PEOPLE,
    anyOf(
      phrase(REACHES, 3, PERSON),
      phrase(words("want need prefer rather like give_me get_me"), 4, REAL, PERSON),
      phrase(
        words("want need prefer rather give_me get_me"),
        words("an? some"),
        words("human person agent representative rep manager supervisor"),
      ),
      phrase(WHOM),
      phrase(RINGS_ME),
      phrase(MAY_I_RING),
      phrase(SOMEONE, words("(?:can|could|please|to|will|would|should|please_)?"), DOES),
      phrase(words("have let ask get tell make"), 1, SOMEONE, 1, DOES),
      phrase(words("could can would will"), SOMEONE, 1, DOES),
      phrase(
        words("is_there"),
        words("an? some any"),
        1,
        words("human person agent number phone manager someone"),
        2,
        words("can could to"),
      ),
      phrase(INSTEAD),
      phrase(words("whoever_(?:owns|runs|manages|decides)"), 4, words("phone person call")),
      phrase(words("put"), words("them him her"), "on", words("the_phone the_line")),
      phrase(words("pon(?:me|ganme|game) comuniqueme comunicame pas[ae]me"), "con"),
      phrase(words("talk speak"), "only", words("with to"), 1, words("person human people")),
      phrase(words("need_to_talk rather_talk want_to_talk"), words("not instead than")),
      together(ALONE),
      phrase(SOMEONE, words("from_(?:your|the)_\\w+"), 2, DOES),
      NAMED,
      phrase(
        words("need quiero quisiera necesito deseo prefiero"),
        words(
          "(?:hablar_con_)?(?:una_|un_|el_|la_)?(?:persona agente humano encargado gerente responsable)".replaceAll(
            " ",
            "|",
          ),
        ),
      ),
    ),
  ),
  phrase(words("talk speak"), "to", words("her him them"), words("and only directly")),
  phrase(
    words("do_i will_i can_i could_i"),
    2,
    words("get reach"),
    words("an? the"),
    1,
    words("human person agent manager"),
  ),
);

/** Talk of people that asks for none. */
export const LIKE_HUMAN: Reads = anyOf(...OWN_PEOPLE, phrase(words("so being very"), "human"));
