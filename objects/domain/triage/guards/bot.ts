// Owns the recognition of the question whether a machine writes, or of the remark that one does; in English and Spanish. It adds
// to what the model hears. Who writes like a robot themselves, and a robot vacuum, ask nothing.
import { anyOf, phrase, type Reads, without, words } from "./matchers.ts";

const MACHINE = words(`
  ro?bots? chat_?bots? bots? automated automatic ai a\\.i machine computer chatgpt gpt llm program algorithm software
  virtual_(?:assistant|agent) digital_assistant auto_?(?:reply|response|responder|matic|mated|generated)
  language_model artificial_intelligence script
`);
const PERSON = words(`
  humans? persons? real real_(?:person|human|people|agent|one) actual_(?:person|human) man woman people
`);
const ASKED = words(`
  are_you are_we is_this is_it am_i r_you you_an? u_an? are_these was_this were_you is_that if_you_?(?:re|_are)
  if_youre whether_you_?(?:re|_are) if_this_is whether_this_is
`);
const TALKS = words(`
  talking speaking chatting texting messaging writing dealing communicating correspond(?:ing)? conversing
`);
const MODEL = words(`
  (?:what|which)_(?:language_|ai_)?model_(?:do|are|is|did)_(?:you|this|they)
  (?:what|which)_(?:ai|llm|bot|chatbot|software)_(?:are|do|is|runs)
  (?:powered|written|generated|run|made|answered)_by_(?:an?_)?(?:ai|chatgpt|gpt|bot|claude|gemini|machine|computer|openai)
  do_you_pass_the_turing turing_test prove_(?:to_me_)?(?:that_)?(?:you|youre)
  (?:is|are)_an?_(?:person|human|bot|machine|computer)_(?:writing|answering|typing|replying) captcha
  is_there_an?_(?:real_|actual_)?(?:human|person)_(?:here|there|behind|on|reading)
  is_an?_(?:real_|actual_)?(?:human|person)_(?:reading|there|answering)
`);
const SPANISH_MACHINE = words(`
  robot bot maquina ia inteligencia_artificial asistente_virtual contestador(?:a)? chatbot programa mensaje_automatico
  respuesta_automatica
`);
const SPANISH_WHO = words(`
  eres es_usted usted_es esto_es es(?:to)? hablo_con estoy_hablando_con hablando_con me_(?:responde|contesta) son sera
`);
const ABOUT_ONESELF: readonly RegExp[] = [
  phrase(words("i_write i_sound i_feel i_talk feel_like sorry_i"), 3, words("robot bot machine")),
  phrase(words("im i_am"), words("like_an? an? just_an? basically_an?"), words("robot bot machine")),
  phrase(words("robot"), words("vacuum vacuums mop cleaner")),
  phrase(
    words("automatic automated"),
    words(`
      doors? gate garage garages? payments? pay parking blinds lights dishwasher transmission washer locks?
    `),
  ),
  phrase(words("so being very"), "human", 1, words("about")),
  phrase(
    words("is_it is_this are_these is_that"),
    3,
    words("computer program software"),
    words("room desk friendly engineer job"),
  ),
  phrase(words("washing"), "machine"),
  phrase(words("are_you am_i is_it is_that is_this are_we"), 1, "real", words("quick estate close sure")),
];

/** The lead asks whether a machine writes, or says that one does. */
export const BOT: Reads = without(
  ABOUT_ONESELF,
  anyOf(
    phrase(ASKED, 3, MACHINE),
    phrase(
      words("are_you am_i_talking_to is_this r_you"),
      2,
      words("human real_(?:person|human|people) actual_(?:person|human) a_person a_real_\\w+"),
    ),
    /\b(?:are you|r you|you) real\b(?: ?[?.!]|$)/u,
    phrase(
      TALKS,
      words("to with"),
      2,
      words(`
        ro?bots? bots? ai machine computer chat_?bot system program virtual_\\w+ chatgpt gpt automated_\\w+ real_\\w+
        an?_(?:actual_)?(?:human|person)
      `),
    ),
    phrase(
      words("do does"),
      1,
      words("real_people humans? anyone_real a_person"),
      1,
      words("read reads answer answers write writes"),
    ),
    phrase(
      PERSON,
      words("or"),
      2,
      words("software script ro?bots? bots? ai machine computer system program automated chat_?bot"),
    ),
    phrase(words("bot robot ai machine computer"), "or", 2, words("human person real")),
    phrase(
      words(`
        obviously clearly definitely surely just youre you_are this_is you_sound sounds_like seems_like feels_like
        probably must_be
      `),
      1,
      words("an? some"),
      1,
      words("ro?bot bot chat_?bot ai machine computer_program"),
    ),
    phrase(words("human"), words("right yes correct huh")),
    /(?:^|[,.!] ?)(?:bot|robot|ai|human|automated|chatbot|machine) ?\?/u,
    phrase(words("one_of_(?:these|those) some_kind_of"), 1, words("ro?bots? bots? ai machines? chatbots?")),
    phrase(MODEL),
    phrase(
      words("is that"),
      words("that what"),
      1,
      words("what im i_am"),
      1,
      words("texting talking chatting"),
      words("with to"),
    ),
    phrase(words("es_un un"), words("aparato maquina robot"), 5, words("o"), 3, words("persona humano")),
    phrase(SPANISH_WHO, 3, SPANISH_MACHINE),
    phrase(words("con_quien_hablo quien_(?:responde|contesta|escribe)"), 3, words("persona humano robot bot maquina")),
    phrase(SPANISH_WHO, 2, words("persona_(?:real|de_verdad) (?:una_)?persona_o human[oa]")),
    phrase(words("robot bot maquina"), "o", 1, "persona"),
  ),
);

/** Machines and robots that nobody takes us for. */
export const LIKE_BOT: Reads = anyOf(...ABOUT_ONESELF);
