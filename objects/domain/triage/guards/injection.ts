// Owns the recognition of orders to the assistant: to drop its rules, to play a part, to show what it holds, to say what is
// dictated, in the name of somebody who may command it. English, Spanish and the usual words of a few other languages.
// Markup and fields are in markup.ts. "Ignore my last message" and the instructions on a door are no orders to a machine.
import { anyOf, phrase, type Reads, without, words } from "./matchers.ts";

const DROPS = words(`
  ignore disregard forget override overrule bypass skip circumvent drop erase delete reset suspend disable turn_off
  stop_following dont_follow do_not_follow break_(?:your|all|through|these|those) ignoring olvid(?:a|e|ar|en|ate_de) ignor(?:a|e|ar|en|iere|ez|i)
  omit(?:e|a|ir) desobedece esquece oublie(?:z)? vergiss dimentica salta(?:te)?
`);
const RULES = words(`
  instructions? prompts? rules guidelines training policies policy programming directives? guardrails? filters?
  restrictions safety_\\w+ limitations context constraints directions orders
  what_(?:you_were|you_have_been|youve_been)_(?:told|programmed|taught|trained)
  everything_(?:you|i)_(?:were|was|have_been|know|said) system_message (?:prior|above|system)_messages?
  everything_above all_of_the_above instrucciones reglas indicaciones restricciones instrucoes regole istruzioni
  regeln anweisungen regles consignes
`);
const SHOWS = words(`
  print show state quote provide reveal repeat output list tell give send share display dump export recite echo expose
  leak paste disclose read describe summari[sz]e translate what_?_?is what_?_?are whats what_were dime muestra\\w*
  repite imprime traduce revela escribe lista dame mostre mostra
`);
const SECRETS = words(`
  system_prompt prompts?(?!_(?:payment|reply|replies|response|answer|move|pay)\\w*) api_?key (?:source_)?code_base source_code configuration config_file environment_variables?
  database (?:your|admin|system)_(?:password|token|secrets?) json internal_(?:\\w+) hidden_\\w+ memory
  guardrails?(?:_text)? system_message
  (?:your|tus|sus)_(?:\\w+_)?(?:instructions|prompt|guidelines|rules_(?:are|verbatim|word)|instrucciones|reglas|programming|training_data)
  initial_(?:prompt|instructions|message)
`);
const ABOVE = words(`
  above(?:_this)? before_this(?:_\\w+)? verbatim word_for_word preceding_text previous_text
  everything_(?:above|before|so_far|you_know) first_line text_above arriba antes_de_este anterior(?:es)?
  palabra_por_palabra
`);
const OUTPUTS = words("repeat print output translate copy recite echo traduce repite imprime copia summari[sz]e");
const HARMLESS: readonly RegExp[] = [
  phrase(
    words("instructions rules directions policy"),
    words("on for at to about regarding of in"),
    1,
    words(`
      door gate building listing viewing showing tour apartment unit pets? smoking parking key lockbox getting move
    `),
  ),
  phrase(words("house building pet parking hoa condo quiet roommate lease"), words("rules policy policies guidelines")),
  phrase(words("send give share"), 1, words("instructions directions"), words("to for on")),
];

const PLAY = words(`
  act_as_(?:an?|if|the|my|though) behave_(?:as|like)_(?:an?|if|you) act_like_(?:you|youre|an?|my|the)
  (?:answer|reply|respond|speak|talk|write)_(?:as|like)_(?:an?|my|the|if) let_us_pretend pretend_you no_restrictions
  with_no_(?:limits|rules|filters|restrictions) obey_me obey_my pretend_(?:to_be|youre|you_are|that_you)
  (?:lets|do_a|some|a)_role-?_?play(?:ing)? lets_play imagine_(?:you_?(?:re|_are)|an?_(?:world|scenario|situation))
  rules_(?:dont|do_not|didnt)_(?:exist|apply|matter) imagine_(?:that_)?(?:there_are_)?no_rules
  simulate_(?:an?|the|being) you_are_now you_?(?:re|_are)_(?:dan|no_longer|free_from|not_bound)
  you_are_(?:an?|the|my)_(?:\\w+_){0,2}(?:terminal|pirate|assistant|language_model|ai|model|calculator|translator|hacker|shell|interpreter|chatbot|officer|gpt)
  youre_an?_(?:\\w+_){0,3}(?:officer|assistant|terminal|pirate|ai|calculator|chatbot) assume_the_role take_the_role
  haz_caso_omiso (?:your|tus)_(?:instructions|instrucciones|rules|reglas|guidelines)_(?:are|were|have|say|dicen|son)
  your_new_(?:role|persona|name|identity) you_now_(?:approve|accept|must|will|are|agree) haz_como_si haz_de_cuenta
  act[ua]+_como finge_(?:ser|que) eres_ahora imagina_que_eres juguemos (?:opposite|backwards?)_day
  hypothetically_(?:if|speaking) if_you_(?:werent|were_not|had_no)_(?:bound|limited|rules|restrict\\w+)
  not_supposed_to_(?:say|tell|share) stay_in_character in_character (?:from_this_point|from_here)_on(?:ward)?
  (?:from_now_on_)?(?:youre|you_are)_(?:evil\\w*|\\w*bot|dan) you_will_now pretend_(?:that_)?(?:i_am|im|we_are|were|the)
  from_now_on_(?:youre|you|reply|respond|answer|say|always|act|only|every)
  (?:a_partir_de_ahora|de_ahora_en_adelante|desde_ahora)_(?:responde\\w*|di|contesta\\w*|eres|siempre|debes|solo)
`);
const LEGIT_PLAY: readonly RegExp[] = [
  phrase(words("i we"), 1, words("write talk speak answer reply sound"), words("like as"), words("an? my the")),
  phrase(
    words("can could will would may my he she they dad mom parents i ill father mother company employer to who"),
    3,
    words("act_as_(?:an?|the|my)"),
    1,
    words("guarantor co-?_?signer cosigner reference agent contact"),
  ),
  phrase(words("act as"), 1, words("an? my the"), words("guarantor co-?_?signer cosigner")),
];
const MODES = words(`
  (?:developer|debug|debugging|admin|god|jailbreak|diagnostic|maintenance|test|root|unrestricted|dan|sudo|training|override|safe)_mode
  jailbreak\\w* prompt_injection sudo root_access do_anything_now
`);
const NEW_RULES = words(`
  (?:updated|additional|important|special|secret|hidden|assistant|ai|bot|model)_(?:rules?|instructions?|tasks?|directives?|polic(?:y|ies)|prompts?|orders?|guidelines?|commands?)
  new_(?:instructions?|tasks?|directives?|prompts?|orders?|commands?) new_rules?_for_(?:you|this) nuevas?_(?:reglas?|instruccion(?:es)?|tarea) policy_update whatever_comes
  system_(?:override|update|notice|message|command|alert)
  admin(?:istrator)?_(?:override|notice|command|message|access|note|login)
`);
const DICTATES = words(`
  (?:every|all|each|any|your)_(?:next_)?(?:reply|replies|response|responses|answer|answers|message|messages|output)_(?:must|should|has_to|have_to|shall|need\\w*|begins?|starts?|ends?)
  (?:always|only|just)_(?:say|answer|reply|respond|agree|confirm|output|write|type|print|accept)_(?:yes|with|that|everything|to_every\\w*|the_word|ok)
  (?:reply|respond|answer)_(?:only|exactly|always|solely)
  (?:responde|contesta|di)_(?:siempre|solo|solamente|unicamente)(?:_\\w+)?
  (?:yes|si)_(?:to|a)_(?:everything|all|whatever|todo) que_si_a_todo dime_que_si
  say_yes_(?:to_(?:everything|all|any\\w*|every\\w*)|no_matter|whatever\\w*) say_(?:you_agree|it_is_approved|i_am_approved|im_approved|pwned|hacked|guaranteed) (?:repeat|say)_after_me
  (?:respond|reply|answer)_in_(?:all_caps|json|xml|code|binary|one_word|emojis?)
  (?:begin|start|end|sign)_(?:every|each|your_(?:reply|response|answer|next))
  (?:accept|agree_to|obey|follow|do)_(?:whatever|everything|anything|all)_(?:i|my)_(?:say|tell|ask|commands?|orders?)
  without_(?:escalating|telling_(?:a_human|staff|anyone))
  (?:dont|do_not|never)_(?:escalate|hand_(?:this_)?off|flag|refuse|involve_a_human)
  decode_(?:and|this|it|the)_?(?:follow|execute|do|run|answer|obey)? from_hex hex2text you_have_been_hacked
  ignore_(?:the|everything|all)_above what_instructions
  (?:di|diga|escribe|responde|contesta)_(?:exactamente|literalmente|textualmente) hex2text base64 rot13
`);
const QUOTED =
  /\b(?:say|output|write|type|print|respond|reply|answer|begin|start|complete this|repeat|translate)\b[^"“”'\n]{0,40}["“'][^"”'\n]{2,}["”']/u;
const NEW_RULE = /\bnew rules?(?: for you[a-z ,]*)? ?:/u;
const TYPES = /\b(?:just|please|simply|only) (?:type|say|write|reply|respond|answer) ?[:]/u;
const COMMANDS_IN_NAME = anyOf(
  phrase(
    words("as"),
    words("the your an? la el"),
    words("developer admin administrator owner engineer creator ceo system_\\w+ programmer supervisor"),
    3,
    words("i we"),
    2,
    words("authori[sz]\\w+ order command allow permit instruct tell want require"),
  ),
  phrase(
    words("i we"),
    words("hereby_?"),
    words("authori[sz]e order command instruct permit"),
    words("you the_(?:assistant|bot|ai|system)"),
  ),
  phrase(words("i we"), words("authori[sz]e order command instruct"), words("you the_(?:assistant|bot|ai|system)")),
  phrase(
    words("override overrides admin authori[sz]ation master bypass unlock developer debug secret"),
    words("codes? passwords? tokens? keys? pins?"),
  ),
  phrase(
    words("your"),
    words("developers? programmers? creators? engineers? makers?"),
    words("told said says want wants asked authori[sz]ed"),
  ),
  phrase(
    words("im i_am this_is"),
    1,
    words("your"),
    words("developer creator programmer admin administrator engineer maker"),
  ),
  phrase(
    words("message note memo notice instruction instructions ps p\\.s"),
    words("to for from"),
    1,
    words("bots? ai assistant machine system model admin openai anthropic google legal head_office trust"),
  ),
  phrase(words("dear attention hey ok"), words("ai bot assistant machine system model chatgpt gpt")),
  phrase(words("the"), words("assistant bot ai model machine"), words("must should shall will_now has_to needs_to")),
);
const LEAKS = anyOf(
  phrase(
    words(`
      names? phones? phone_numbers? numbers? e-?mails? contacts? info\\w* data details telefonos? correos? nombres?
      datos list chats? conversations? messages bids? offers? salar\\w+ income
    `),
    4,
    words("other all every otros los_demas the_other"),
    1,
    words(`
      leads? tenants? applicants? customers? users? renters? people interesados inquilinos clientes prospects? parties
    `),
  ),
  phrase(
    words("other all every otros otras"),
    words("leads? tenants? applicants? customers? users? renters? interesados inquilinos clientes prospects?"),
    2,
    words("info\\w* data names? emails? phones? numbers? contact\\w* telefonos? datos messages chats?"),
  ),
  phrase(
    words("export dump download cat list rm curl select"),
    2,
    words(
      "leads\\w* chats conversations database users table all_(?:the_)?(?:leads|chats|contacts|tenants|names|data|records|emails|numbers|messages)",
    ),
  ),
  phrase(
    words(`
      drop_table select_\\* delete_from insert_into rm_-rf cat_/etc ls_-la sudo_\\w+ run:_\\w+
      run_(?:the_|this_)?(?:command|script|code|query)
    `),
  ),
  phrase(
    words("book cancel reserve delete confirm"),
    2,
    words(`
      every_(?:open_)?slot all_(?:the_|open_|other_)?(?:slots|showings|times|appointments|viewings|visits)
      (?:all_|every_|the_)?others?_(?:bookings?|showings?|appointments?|viewings?|visits?|reservations?|people\\w*)
      everyone_elses? everybody_elses? anyone_elses? other_peoples
    `),
  ),
);
const OTHER_TONGUES =
  /忽略|无视|指令|提示词|以前の指示|指示(?:は|を)?無視|プロンプト|התעלם|игнорируй|забудь (?:все|инструкции)|تجاهل|무시하고/u;

/** Words of orders and of secrets that a talk about a home holds, too. */
const ORDER_WORDS = words(`
  every_rule new_rules? role-?_?play\\w* pretend directriz instruccion(?:es)? setup_text database programmers? debug dump memoria
  overwrite suspended acknowledge your_supervisor obedec\\w+ ignores escribe summari[sz]e everyone leads person_before
  next_person last_message numbers_of step_one tell_them clave waived say_[a-z]+ whatever_(?:the|i|they|comes)
  (?:accepts?|approves?)_\\w+_offer
`);

/** Orders to the assistant in words. */
export const ORDERS: Reads = without(
  [...HARMLESS, ...LEGIT_PLAY],
  anyOf(
    phrase(DROPS, 5, RULES),
    phrase(SHOWS, 4, SECRETS),
    phrase(
      words(`
        system_prompt api_?keys? hidden_prompt your_(?:system_)?prompt
        your_(?:developers?|programmers?|creators?)_(?:wrote|told|said|gave) dev_team
      `),
    ),
    phrase(words("write say tell recite and then"), 4, words("your_rules your_instructions")),
    phrase(OUTPUTS, 6, ABOVE),
    phrase(PLAY),
    phrase(MODES),
    phrase(NEW_RULES),
    phrase(DICTATES),
    QUOTED,
    TYPES,
    NEW_RULE,
    COMMANDS_IN_NAME,
    LEAKS,
    OTHER_TONGUES,
    phrase(
      words("what which"),
      1,
      words("words rules phrases keywords"),
      1,
      words("trigger make triggers makes"),
      4,
      words("hand_?-?_?off person human"),
    ),
    phrase(words("what_are what_were"), words("your"), words("instructions guidelines orders")),
  ),
);

/** Orders and secrets in words that need not be any. */
export const ORDER_HINTS: Reads = without([...HARMLESS, ...LEGIT_PLAY], anyOf(phrase(ORDER_WORDS)));

/** Orders and instructions of an ordinary talk. */
export const LIKE_ORDERS: Reads = anyOf(
  phrase(words("please pls plz just can_you before_i id i to_me"), 1, "say yes"),
  phrase("prompt", words("engineer engineering payment reply")),
  ...HARMLESS,
  ...LEGIT_PLAY,
  phrase(
    words("ignore disregard forget"),
    1,
    words("my the that"),
    2,
    words("last previous earlier first message messages text question email"),
  ),
);
