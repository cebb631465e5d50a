// Owns the hand-written signs of each intent: phrases so typical that they need no statistics.
// A cue is evidence only: classify.ts weighs it together with the trained model. Topics (topics.ts) bring their own.
import type { Intent } from "./decision.ts";

export type Cue = { readonly id: string; readonly intent: Intent; readonly says: RegExp };

const SEE =
  "(?:see|view|tour|visit|check (?:it|the (?:place|apartment|unit|room|house)|this(?: place| unit| apartment)?) ?out|look at|take a look|have a look|stop by|swing by|come by|drop by|come see|walk ?through|pass by)";
const HOME =
  "(?:it|this|that|the|your|a|an|one of|in person|today|tomorrow|this|place|apartment|unit|room|house|studio|home|them|both)";

/** Signs read in one piece of a message in reading form. */
export const CUES: readonly Cue[] = [
  // showing_request
  {
    id: "see_it",
    intent: "showing_request",
    says: new RegExp(
      `\\b(?:can|could|may|would|will|id|like|love|want|wanted|able|possible|hoping|hope|interested in|available|free|when|how|happy|ready|keen|try|trying|plan|planning|let me|need) (?:i |we |you |my [a-z]+ |me |someone |like |love |want |to |please |possibly |be |able |also |just |come |in |and |for |us |still |maybe |go )*${SEE} (?:and |to )?${HOME}\\b`,
      "u",
    ),
  },
  {
    id: "see_it_short",
    intent: "showing_request",
    says: new RegExp(
      `^(?:please |and |then |so |ok |yes |hi |hello |hey |or )*(?:can|could|may|when can|when could|how can) (?:i|we) (?:please |possibly |maybe )?(?:come )?(?:over )?(?:and )?${SEE}\\b`,
      "u",
    ),
  },
  {
    id: "schedule",
    intent: "showing_request",
    says: /\b(?:schedule|book|arrange|set ?up|organi[sz]e|request|make|get|do|have|coordinate|offer|offering|doing|any|upcoming|next|another|like|want|need|for|about|possible|available for|can i|is a|a) (?:up )?(?:an? |the |in[- ]person |private |quick |virtual |video |some |your |any |self[- ]guided |time for |times? for )*(?:tours?|showings?|viewings?|walk ?throughs?|open house|(?:appointment|visit|time|day|date) (?:to|for) (?:see|view|tour|visit|a|the|showing|viewing|come|look)|(?:appointment|visit)\b(?! was| is cancel))/u,
  },
  {
    id: "tour_ask",
    intent: "showing_request",
    says: /\b(?:(?:is|are|when|when is|whens|what) (?:the |there |are |you )*(?:a |an |any |next |doing |having |holding )*(?:showings?|viewings?|tours?|open houses?)|(?:tour|viewing|showing)s? (?:today|tomorrow|this|on|possible|available|availability|please|times?)|(?:tour|viewing|showing)\s*\?|self[- ](?:tour|guided)|open house)/u,
  },
  {
    id: "meet",
    intent: "showing_request",
    says: /\b(?:when (?:are you|would you be|is someone|can you|is the best time|is a good time|would be a good time|works)(?: available| free| able)?(?: to (?:show|meet)| for)?|can you show|could you show|show (?:me|us) (?:the|it|this|around)|(?:meet|come) (?:up )?(?:at|to see|and see|at the (?:apartment|place|unit)))\b/u,
  },
  {
    id: "come_by",
    intent: "showing_request",
    says: /\b(?:(?:can|could|may|would like to|want to|love to|able to) (?:i |we )?(?:come|stop|swing|drop)(?: on)? (?:by|over|in|see|tomorrow|today|this|on|at)|i can (?:come|be there|stop by|view|see|tour|meet|do)\b|(?:im|i am|we are|were) (?:free|available|off|around) (?:on|to|for|after|this|any|all|tomorrow|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|every|most|in the|next|before|from|between|weekday|weekend|at))/u,
  },
  {
    id: "ver_es",
    intent: "showing_request",
    says: /\b(?:(?:puedo|podria|podriamos|podemos|quiero|quisiera|queremos|quisieramos|gustaria|gustaria ir a|para|ir a|pasar a|cuando|poder|interesa) (?:\w+ ){0,2}(?:ver|verlo|verla|visitar\w*|conocer\w*|mirar\w*)|agendar|cita|(?:una|la|hacer|programar) visita|programar|mostrar\w*|ensen(?:ar|a)\w*|recorrido)\b/u,
  },
  // availability
  {
    id: "interest",
    intent: "availability_question",
    says: /\b(?:interested (?:in|about) (?:(?:renting|leasing|this|the|your|it|that|a|an|learning|finding|more|moving|both|one)\b)|(?:i am|im|we are|were|very|really|super|definitely|also) (?:very |really |still |super |definitely |both |highly )?interested\b|(?:more|any|additional|further) (?:info|information|details)|me interesa|estoy interesad[ao]|estamos interesad[ao]s|mas informacion|looking (?:to rent|for (?:an?|the) (?:apartment|place|room|studio|rental|\d|one|two)))/u,
  },
  {
    id: "still_avail",
    intent: "availability_question",
    says: /\b(?:(?:is|are|was) (?:\S+ ){0,8}(?:still )?(?:available|avail\b|vacant|open\b|on the market|for rent|up for rent|taken|rented|gone|off the market)|still (?:available|avail|open|up|for rent|vacant|free|there|looking for|renting|on the market|listed|have (?:it|this|the))|available\s*\?|availability\s*\?|^available$|^avail$|any availability|disponible|(?:sigue|todavia|aun) (?:\w+ ){0,4}(?:disponib\w+|libre|en renta|en alquiler))/u,
  },
  // reschedule / cancel
  {
    id: "reschedule",
    intent: "reschedule",
    says: /\b(?:reschedul\w*|rescheduling|re-?schedule|rebook|postpone|(?:push|move|bump|shift) (?:it|the (?:tour|showing|viewing|appointment|time|visit)|our (?:tour|showing|viewing|appointment|time|visit)|my (?:tour|showing|viewing|appointment|time|visit)|this|that|back|things)\b(?! in)(?: \w+)? ?(?:back|to|up|earlier|later|until|till|by|out)?|(?:change|switch|swap|adjust) (?:the |our |my |it |to )*(?:time|day|date|appointment|showing|viewing|tour|visit|slot|thursday|friday|monday|tuesday|wednesday|saturday|sunday|a (?:different|later)|another)|(?:another|different|later|earlier|new|other) (?:day|time|date|slot)s?|rain ?check|running (?:a (?:bit|little|few) )?(?:late|behind)|(?:can|could) we (?:do|make it|meet) (?:\w+ )?(?:later|earlier|another|a different|instead)|(?:later|earlier) instead|instead of|\binstead\b|reprogram\w*|reagendar|cambiar (?:la|el|mi|de) (?:cita|hora|dia|visita|horario)|otro dia|otra hora|otra fecha|posponer)\b/u,
  },
  {
    id: "cant_make",
    intent: "reschedule",
    says: /\b(?:(?:cant|cannot|can not|wont be able to|not able to|unable to|not going to be able to|might not|may not|am not going to|not gonna) (?:be able to )?(?:make (?:it|the|our|that|my)|come|be there|attend|do (?:it|that time|tomorrow|today|thursday|friday|monday|tuesday|wednesday|saturday|sunday))|something came up|no (?:puedo|podre) (?:ir|llegar|asistir)|have a conflict|got called (?:in|into))\b/u,
  },
  {
    id: "cancel",
    intent: "cancel",
    says: /\b(?:cancel(?:s|led|ed|ing|lation)?\b(?! (?:my|the|a) (?:lease|subscription|membership|utilities))|call (?:it )?off|wont (?:be )?(?:coming|make it|be there|need the (?:tour|showing|viewing|appointment))|not (?:coming|going to make it)|no longer (?:coming|able to (?:come|make|attend)|need (?:the|a|to) (?:tour|showing|viewing|appointment|see))|cancelar?\w*|anular)\b/u,
  },
  // confirmation
  {
    id: "confirm",
    intent: "confirmation",
    says: /\b(?:(?:i |we |to |this is to |just |yes |im |i am |we are |hereby |also |writing to )+confirm(?:ing)? (?:that |for |my |our |the |this |it |i |we |tomorrow|today|on |at |attendance|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?!.*\?)|confirming (?:my|our|the|for|that|tomorrow|today|i|we|attendance|appointment)|^confirm(?:ed|ing|o)?[.! ]*$|(?:ill|i will|we will|well|i can|we|im gonna|going to) be there|(?:im|i am|we are|were) (?:still )?(?:coming|on my way|good for|on for|planning (?:to|on) (?:be|com|attend|mak))|see (?:you|u|ya) (?:then|there|tomorrow|today|at|on|soon|in a|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tonight)|still (?:on|good|happening|confirmed|coming|set|meeting|able)(?: (?:for|at|tomorrow|today|to|on|with)|\?|$)|(?:are|is) (?:we|the (?:showing|viewing|tour|appointment)|our (?:showing|viewing|tour|appointment)|it|my (?:showing|viewing|tour|appointment)) (?:still )?(?:on|confirmed|happening|good|set)\b|looking forward to (?:it|seeing|meeting|the|tomorrow|viewing)|confirmo|confirmad[ao]|ahi estare\w*|alli estare\w*|nos vemos)/u,
  },
  // not interested
  {
    id: "found_place",
    intent: "not_interested",
    says: /\b(?:(?:found|signed|secured|got|rented|leased|took|went with|going with|chose|accepted|decided on|locked|put a deposit on|landed)(?: a lease| an offer)? (?:on |for |with |at )?(?:another|something|somewhere|some ?place|a (?:new |different )?(?:place|apartment|apt|home|house|room|unit|lease|spot|sublet)|an apartment|one\b|different|elsewhere|the other|housing|what we)(?! (?:few|little|bit|question|message|email|text|job|dog|cat|time|new dog|response|reply|error))|no longer (?:interested|looking|in the market|need(?:ed|ing)?(?: (?:a|an|the|this|it|to rent|housing))?|searching)|not interested|(?:not|isnt|wont be|dont think its|isnt really|not really|not quite|not gonna be) (?:a good fit|the right fit|for (?:me|us)|what (?:im|we|i am|were|i was) looking for|right for|going to work(?: for)?|gonna work)|(?:already|just) (?:found|signed|rented|moved|have a place|got a place)|(?:decided|going|have decided|opted|chosen) (?:not to|to (?:stay|renew|pass|go (?:with|in)|look elsewhere|buy|move on|keep looking))|(?:ill|we|i|i will|well|gonna|going to|have to) (?:have to |will )?(?:pass|move on|keep looking)\b(?! by)|(?:too|way too|bit too|little too|out of (?:my|our)|over (?:my|our)|above (?:my|our)|more than (?:i|we) (?:can|want)) (?:expensive|small|far|much|big|pricey|budget|price range)\b|changed (?:my|our) minds?|withdraw\w*|take (?:me|us) off (?:the|your) (?:list for|waitlist)|no thanks|no thank you|off the table|not moving|plans (?:have )?changed|staying (?:put|where)|ya (?:encontre|encontramos|rente|consegui|tengo)|no (?:me|nos) interesa|ya no (?:me|nos|estoy|estamos|busco|necesit\w+)|hemos decidido|encontre otr[oa])\b/u,
  },
  // deferred
  {
    id: "later",
    intent: "deferred",
    says: /\b(?:(?:ill|i will|we will|well|let me|i need to|we need to|need to|gonna|going to|i have to|let us|can i|could i|i can) (?:have to |just )?(?:get back to you|(?:circle|come|check|report|reach|be|touch|write|text|message|follow)(?: back)?(?: out)?(?: base)?(?: in touch)? (?:back|again|next|in a|once|when|later|after|with you|to you|up (?:when|once|next|in|later))|think (?:about|on|it)|talk (?:to|with|it) |discuss|sleep on|check (?:with|my|our)|consult|ask my|speak (?:to|with) my|reach out (?:when|once|next|in|after|later|again|if)|let you know|be in touch|contact you (?:when|later|again|in|next|once)|confirm with my)|not (?:quite |yet )?ready (?:to|yet|for)?|just (?:browsing|looking for now|starting (?:my|our|to)|exploring)|(?:few|couple(?: of)?|couple more|several|two|2|three|3|another|next) (?:more )?(?:weeks?|months?|days?) (?:out|away|before|until i|from now|to decide)|not (?:looking|moving|planning(?: to move| on moving)?) (?:until|till|for another|right now|just yet|yet)|(?:need|take|want) (?:some|more|a little|a bit(?: of)?|a few days|time)(?: more)?(?: time)? (?:to (?:think|decide|consider)|before)|hold off|on hold|maybe (?:later|next (?:month|year)|in the future)|not (?:right now|yet|just yet|at (?:this time|the moment))|still (?:deciding|thinking|figuring|looking at other|comparing)|undecided|lo (?:voy a )?(?:pienso|pensar\w*|consult\w+|platic\w+)|(?:le|te|les) (?:aviso|confirmo|escribo)|mas adelante|todavia no (?:estoy|se|puedo))\b/u,
  },
  // unsubscribe
  {
    id: "opt_out",
    intent: "unsubscribe",
    says: /\b(?:unsubscribe\w*|opt(?:ing|ed)?[- ]?(?:me )?out|(?:stop|quit|cease|please stop) (?:texting|messaging|contacting|emailing|e-mailing|writing|sending|calling|bothering|spamming|harassing|replying|all|these|the (?:messages|emails|texts)|this)|(?:dont|do not|never|no longer want you to) (?:\w+ ){0,2}(?:contact|text|message|email|write|call|reach out|send|bother)(?: to)? (?:me|us|this|anything|any(?: more)?|more|again|anymore)|remove (?:me|my|this|us)|take (?:me|my (?:name|number|email)|us) off|(?:no more|dont want(?: any)?(?: more)?|dont send(?: me)?(?: any)?(?: more)?) (?:messages|emails|texts|contact|communication|follow ?ups|reminders)|leave me alone|lose my number|delete (?:my|me) (?:number|info|data|contact|details|email|account|from|all)|do not contact|stop it\b|dejen? de (?:escribir\w*|mandar\w*|contactar\w*|enviar\w*|molestar\w*)|no (?:me|nos) (?:escriban?|contacten?|manden?|envien?|molesten?|vuelvan)|borr(?:en|ar|e) mi|quiten?me|dar(?:me)? de baja)\b/u,
  },
  {
    id: "stop",
    intent: "unsubscribe",
    says: /^(?:please )?(?:stop|end|quit|stopall|stop all|unsubscribe|baja|alto|arret)(?: please| now| thanks| thank you)?[.! ]*$/u,
  },
  // changes_listing
  {
    id: "other_unit",
    intent: "changes_listing",
    says: /\b(?:(?:any(?:thing|where)?|some|other|another|different|similar|more|bigger|smaller|larger|cheaper|additional|something|more affordable|less expensive|next available) (?:thing |more )?(?:units?|apartments?|listings?|propert(?:y|ies)|places|homes?|options|rooms|rentals|studios?|houses|one[- ]bed\w*|two[- ]bed\w*|\d[- ]?(?:bed|br)\w*)|(?:anything|something|any|one) (?:else|cheaper|bigger|smaller|larger|similar|comparable|closer|in (?:a different|another|the same building)|like (?:it|this) (?:but|in|for)|under \$?\d|with (?:\d|two|three|one|a|an extra|more)|coming (?:up|available|soon)|available (?:in|for|under|that))|other (?:units|listings|apartments|properties|places|options|one you|one on)|(?:the|your) (?:other (?:one|unit|apartment|listing|place|property)|(?:one|two|three|1|2|3)[- ]?(?:bed\w*|br) (?:instead|you (?:have|also)))|(?:one|two|three|four|1|2|3|4)[- ]?(?:bed ?rooms?|beds?|br|bd) (?:available|instead|units?|options?|come|coming|or)|instead of (?:this|the) (?:one|unit|studio|room|apartment|listing)|(?:otr[oa]s? (?:departamento|apartamento|cuarto|opcion\w*|unidad\w*|propiedad\w*|lugar\w*))|algo mas (?:grande|barato|pequeno|economico))\b/u,
  },
  // small talk
  {
    id: "thanks",
    intent: "small_talk",
    says: /^(?:(?:ok|great|perfect|awesome|cool|sounds good|got it|sweet|alright|no worries|no problem|will do|wonderful|amazing|excellent|good|nice|oh|ah|super|yay|many|much|so|very|really|all good|ha+|haha+|lol|appreciate (?:it|you|that|the (?:help|info|reply|quick reply|response))|i|we|really|thanks?(?: you)?|thank|you|so much|a (?:lot|bunch|million|ton)|again|very much|kindly|for (?:the|your|all|letting me know|getting back|that|responding|replying)(?: (?!but\b|however\b|sorry\b|found\b)\w+){0,6}|muchas|gracias|mil|ok|vale|perfecto|have a (?:great|good|nice|lovely) (?:one|day|night|weekend|evening|rest of your day)|you too|same to you|take care|cheers|noted|understood|sure|good (?:morning|afternoon|evening|night|day)|fine|happy \w+|merry \w+|bye|goodbye|talk (?:soon|later)|ttyl|np|yw|welcome|youre|too|bless|god bless|appreciated|the help|to know|very helpful|helpful|let me know|im good|very kind|that helps)[ ,.!:)(;\-~\p{Extended_Pictographic}\n]*)+$/u,
  },
  {
    id: "greeting",
    intent: "small_talk",
    says: /^(?:(?:hi|hello|hey|hiya|hola|yo|good (?:morning|afternoon|evening|day)|greetings|howdy|sup|whats up|buenos dias|buenas(?: tardes| noches)?|there|all|everyone|team|sir|madam|maam|how are you(?: doing)?(?: today)?|hows it going|how is it going|hope (?:you|youre|all|this|your)(?: \w+){0,6}|nice to meet you|que tal|como esta[ns]?|how do you do)[ ,.!?:)\-\p{Extended_Pictographic}\n]*)+$/u,
  },
  { id: "emoji", intent: "small_talk", says: /^[^\p{L}\p{N}]*\p{Extended_Pictographic}[^\p{L}\p{N}]*$/u },
  // nudges
  {
    id: "nudge",
    intent: "follow_up_nudge",
    says: /\b(?:any (?:updates?|news|word|response|reply|luck|thoughts)|following up|follow(?:ing)?[- ]?up|checking (?:in|back|up|to see if you)|circling back|touching base|(?:did|have|has) (?:you|anyone|u) (?:get|got|see|seen|receive|received|had a chance|read|looked)|(?:havent|have not|didnt|did not|never|still (?:havent|waiting|no)|still) (?:heard|gotten|got|received|hear|get|waiting|hearing|no)(?: back| (?:a |any )?(?:response|reply|answer|word)| from| to hear| on| for (?:a|your|the))|anyone (?:there|home)|you there|are you (?:there|still there|ignoring)|(?:waiting|still waiting) (?:for|on|to hear)|no (?:response|reply|answer|one (?:has |ever )?(?:respond|repl|got|answer)\w*)|bump\b|(?:please|pls|can you|could you|kindly|someone) (?:please )?(?:respond|reply|answer|get back|write back)|hello\?+|(?:resending|sent (?:you )?(?:a |this |several )?(?:messages?|earlier|yesterday|last week|an email))|second (?:message|time)|third (?:message|time)|just (?:checking|following|wanted to follow|circling|bumping)|alguna novedad|(?:sigo|estoy) esperando|no (?:me )?(?:han|ha) (?:respondido|contestado)|me pueden responder|hay respuesta)\b/u,
  },
  {
    id: "hello_q",
    intent: "follow_up_nudge",
    says: /^(?:hello|hi|hey|hola|helo|anyone|yo|um|so)\s*(?:\?|there\?)[?! ]*$/u,
  },
  // complaint
  {
    id: "complaint",
    intent: "complaint",
    says: /\b(?:(?:no|nobody|no one|noone) (?:one )?(?:ever )?(?:showed|came|was there|show(?:ed)? up|answered)|never (?:showed|came|called)|stood (?:me |us )?up|waited (?:for |there |outside )?(?:over |almost |about |an? |\d+|thirty|forty|twenty|half)|waste(?:d|s)? (?:of )?(?:my |our )?time|wasting (?:my|our|peoples) time|unprofessional|unacceptable|ridiculous|terrible (?:service|experience|communication)|worst|horrible|disappoint\w+|frustrat\w+|complain\w*|complaint|file a|false advertis\w+|bait and switch|(?:photos|pictures|listing|ad) (?:are|is|were|was) (?:misleading|fake|inaccurate|a lie|lies|false|nothing like|old|wrong)|misleading|poor (?:service|communication|customer)|rude|disrespect\w+|(?:was|been|are|you) (?:lied|lying|ignoring|ignored|ghosted|scamming)|speak (?:to|with) (?:your|a|the) (?:manager|supervisor)|bad (?:review|experience|service)|leave a review|one star|1 star|shady|joke\b|fed up|sick of|tired of|annoy\w+|upset|pissed|queja|pesimo|mal servicio|falta de respeto|perdida de tiempo)\b/u,
  },
  // human
  {
    id: "human",
    intent: "human_request",
    says: /\b(?:(?:speak|talk|chat|connect|text|message|deal|communicate|put me|get|transfer(?: me)?|pass (?:me|this)|reach|contact|hablar|escalate(?: this)?|forward this|comunicar\w*)(?: me| us)? (?:directly )?(?:to|with|through to|con|in touch with|a hold of)? ?(?:a |an |the |your |some|an actual |a real |actual |real |live |una |un |el |la )*(?:live |real |actual |human |leasing |rental |listing )*(?:human|person|people|someone|somebody|agent|agents|representative|rep|manager|supervisor|landlord|owner|broker|realtor|staff|member|persona|agente|humano|encargad[ao]|duen[ao]|operator|leasing office|office)|(?:real|actual|live) (?:person|human|agent|people|someone)|(?:call|ring|phone) (?:me|us)\b(?! back when| crazy)|give (?:me|us) a (?:call|ring|buzz)|(?:can|could|may) (?:i|we) (?:please )?(?:call|phone) (?:you|someone|somebody|the)|(?:phone|contact|cell|direct|your|a) (?:phone )?number (?:i|to|we|for (?:you|the|a)|where|so)|(?:whats|what is) (?:your|the|a good|the best) (?:phone|number|cell|contact)|(?:need|want|prefer|like|rather)(?: to have)? (?:a |an |some)?(?:human|one|person|agent|phone call|call)\b|someone (?:can|could|please|to|who can) (?:please )?(?:call|help me|contact me|reach out|speak|phone)|have (?:someone|somebody|an agent|the agent|a manager|your manager) (?:call|contact|reach|text|email)|human (?:please|being|agent|help|here|now)|representative|customer service|jump on a (?:quick )?call|hop on a (?:quick )?call|quick (?:phone )?call|over the phone|by phone|llam(?:e[n]?me|ame|ar\w*|ada)|persona real|marcar\w*)\b/u,
  },
  // bot
  {
    id: "bot",
    intent: "bot_challenge",
    says: /\b(?:(?:are|r|is|am|was) (?:you|this|i|it|these|that)(?: \w+){0,5} (?:a |an |the |just a |some )?(?:ro?bots?|bots?|automated|automatic|ai|a\.?i\b\.?|machine|computer|chat ?bot|chatgpt|gpt|human|real (?:person|human|people|agent|listing agent)|actual (?:person|human)|person|auto[- ]?(?:reply|response|responder|generated)|llm|program|algorithm)\b|(?:bot|robot|ai|human|automated|chatbot) ?\?|(?:talking|speaking|chatting|texting|messaging|writing) (?:to|with) (?:a |an |some )?(?:ro?bots?|bots?|ai|machine|computer|human|real|actual|chat ?bot|person)|(?:sound|seem|feel|read|look)s? (?:like )?(?:an? )?(?:ro?bot|automated|ai|canned|chat ?bot|template|scripted|copy)\w*|(?:human|person|real person) or (?:a |an )?(?:bot|robot|ai|machine|computer|automated)|(?:bot|robot|ai|machine) or (?:a |an )?(?:human|person|real)|is (?:a|an|any) (?:real |actual )?(?:human|person) (?:reading|there|answering|on the other)|auto[- ]?(?:reply|response|responder)|automated (?:message|response|reply|system)|do you pass the turing|prove (?:you|that you|youre) |captcha|(?:eres|es|esto es|estoy hablando con|hablo con) (?:\w+ )?(?:un |una )?(?:bot|robot|persona real|maquina|inteligencia artificial|ia\b|contestador|humano|persona)|is there (?:a|an) (?:actual |real )?(?:human|person) (?:here|there|behind|on))/u,
  },
];

/** True when a piece is only courtesy around the real content ("thank you", "hi there"). */
export function isCourtesy(text: string): boolean {
  return CUES.some(
    (cue) => (cue.id === "thanks" || cue.id === "greeting" || cue.id === "emoji") && cue.says.test(text),
  );
}

const YES =
  /^(?:(?:yes|yep|ok|sure|si|claro|absolutely|definitely|of course|perfect|great|sounds? (?:good|great|perfect|like a plan)|works?|that works?|this works|it works|works for (?:me|us)|(?:that|this|it)(?: time| day| one| slot| date)?(?:s| is| would be| will be| should be)?(?: just| totally| also)? (?:works?(?: for (?:me|us))?|perfect|good|great|fine|ideal|awesome)|that time works|deal|confirmed?|i confirm|correct|will be there|ill be there|i will be there|well be there|we will be there|see you (?:then|there|tomorrow|soon|at)|im (?:in|down|good)|lets do (?:it|that)|book it|good with me|fine|please(?: do)?|i can (?:make|do) (?:it|that)|yes please|awesome|cool|alright|de acuerdo|perfecto|vale|esta bien|me parece bien|confirmo|ahi estare|thanks?|thank you|so much|gracias|y|c|👍|✅|👌|🙂|😊|🙏|indeed|for sure|totally|100%|for me|for us|then|still|works great|can make it|looking forward(?: to (?:it|seeing (?:it|you)|meeting you))?|i|we)[ ,.!:)\-\n]*)+$/u;
const NO =
  /^(?:(?:no|nope|sorry|no puedo|unfortunately|none(?: of (?:those|these|them))?|not really|neither)[ ,.!]*)+\b/u;

/** A bare agreement ("yes", "that works", "👍"). */
export function isYes(text: string): boolean {
  return YES.test(text) && !THANKS_ONLY.test(text);
}

/** Thanks alone agree to nothing. */
const THANKS_ONLY = /^(?:(?:thanks?|thank you|so much|gracias|we|i|still|then)[ ,.!:)\-\n]*)+$/u;

/** Opens with a refusal ("no", "none of those"). */
export function isNo(text: string): boolean {
  return NO.test(text);
}

/** Words that agree somewhere in the text ("that works for me, my number is ..."). */
export const AGREES =
  /\b(?:yes|works? (?:for|great|perfect|best|well|fine|with|me)|works?[.!]*$|(?:is|be|sounds?|thats?) (?:good|great|perfect|fine|ideal|ok)|ill take|i will take|well take|lets do|let us do|lets go with|book|put (?:me|us) down|sign (?:me|us) up|i can (?:do|make|come)|we can (?:do|make|come)|can do|perfect|ill be there|i will be there|see you|confirm|prefer|please|best for|good for (?:me|us)|id like|i would like|ill go|id go|go with|count me in|si,?|me (?:sirve|queda|funciona)|funciona|esta bien|perfecto)\b/u;
export const REFUSES =
  /\b(?:none|neither|busy|other (?:options|days|slots)|dont work|doesnt work|do not work|wont work|not work|cant (?:do|make)|cannot (?:do|make)|unavailable|not available|any (?:other|later|earlier)|other times|another (?:time|day)|different (?:time|day)|(?:anything|nothing|something|algo|nada)(?: \w+){0,2} (?:after|past|before|later|earlier|else|despues|antes)|ninguno|no puedo|no me (?:sirve|funciona))\b/u;
