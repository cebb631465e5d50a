// Owns the inbound guardrails: named rules that stop the assistant and bring a person, whatever else was said.
// Each rule has a risk and a reason; none of them writes a reply. Outbound text is judged in outbound-check.ts.
import type { Intent, Reason, Risk } from "./decision.ts";
import { FIRES_FROM } from "./model.ts";
import { disguiseVariants, foldDisguise, normalise } from "./normalise.ts";
import { holdsPaymentOrIdentityData } from "./sensitive-data.ts";

export const GUARDRAIL_IDS = [
  "T20 legal_threat",
  "T21 abuse",
  "T22 emergency",
  "T23 sensitive_data",
  "T24 fair_housing",
  "T25 scam",
  "T26 minors",
  "T27 human_requested",
  "T28 injection",
] as const;
export type GuardrailId = (typeof GUARDRAIL_IDS)[number];

export type Guardrail = {
  readonly id: GuardrailId;
  readonly risk: Risk;
  /** The intent that firing implies, or null when the words decide. */
  readonly intent: Intent | null;
  readonly reason: Reason;
  readonly fires: (reading: string) => boolean;
};

const any =
  (...patterns: readonly RegExp[]) =>
  (reading: string) =>
    patterns.some((pattern) => pattern.test(reading));

const LEGAL = any(
  /(?<!\bas |\bbeing |\bam |\bim |\bis |work as |works as )\b(?:my|our|a|an|the|with|contact(?:ing)?|call(?:ing)?|consult(?:ing)?|hir(?:e|ing)|through|by|from|get(?:ting)?|speak(?:ing)? (?:to|with)|talk(?:ing)? (?:to|with)) (?:my |our |a |an |the )?(?:lawyers?|attorneys?|solicitors?|legal (?:team|counsel|representative|aid)|abogad[oa]s?)\b(?! (?:at|for|in|with|by|and i work|from|relocating|moving|looking|who (?:works|is moving|just)|based|here in))/u,
  /\b(?:lawyer(?:ing)? up|hear from (?:my|our)|see you in court|(?:take|taking|took|bring|dragg?(?:ed|ing)?) (?:you|u|this|it|them|your \w+)(?: \w+){0,2} to (?:small claims|court|the tribunal|trial)|small claims|legal (?:action|proceedings|threat|recourse|claim|notice|remed\w+|complaint|case)|pursue (?:this )?legally|legally (?:liable|obligated|responsible)|lawsuits?|(?:will|gonna|going to|ill|could|can|should|might|may|am|i|we|to|be|are|or) (?:\w+ )?su(?:e|ing)\b(?! (?:is|me\b|and|at|told|from|called|said|the agent))|sued|cease and desist|demand letter|litigat\w+|subpoena|violat(?:e|ed|es|ing|ion) (?:of )?(?:\w+ ){0,4}(?:law|laws|act|rights|code|statute|housing)|(?:its|is|thats|this is|thats just|completely|totally|quite) illegal|against the law|illegal (?:to|fee|practice|discrimination)|breaking the law|press(?:ing)? charges|demandar\w*|demanda (?:legal|judicial)|accion(?:es)? legal\w*|tribunales?)\b/u,
  /\b(?:report(?:ing|ed)? (?:you|this|u|your \w+|it|them|the \w+)? ?(?:all )?to (?:the )?(?:hud|housing|authorit\w+|city|state|attorney|ag\b|better business|bbb|ftc|police|licens\w+|real estate (?:board|commission)|department|consumer|dhcr|hpd|ombudsman|council|civil rights)|(?:hud|bbb|better business bureau|attorney general|housing authority|consumer protection|human rights|civil rights|ombudsman|tenants? rights|real estate commission|licensing board|fair housing)(?: \w+){0,2} (?:complaint|report|claim|about|office|board|agency|lawyer|case)|(?:complaint|claim|report|charge|case) (?:with|to|against|at) (?:the |you |your )?(?:hud|bbb|better|attorney|housing|consumer|human|civil|city|state|department|ombudsman|tribunal|real estate|licens\w+|ftc|dhcr|hpd|agency|broker|fair housing)|tenant(?:s)? (?:union|board|association|tribunal))\b/u,
);

const ABUSE = any(
  /\b(?:fu+c?k+ (?:you|u|off|this|that|your|ya|yall|yourself|ing)|f+[*u@#]+c?[*k#]+ ?(?:you|u|off)|f[*@#]+c?k\w*|fck\w*|sh[*@#]t\w*|stfu|gtfo|go to hell|(?:piece|pieces|full|bunch|pile|load) of (?:shit|crap|trash|garbage|idiots|morons|assholes|liars|crooks|thieves)|ass ?holes?|bitch\w*|bastards?|cunts?|motherf\w+|mother ?fucker\w*|dickheads?|dumb ?ass\w*|jack ?ass\w*|douche\w*|wankers?|twats?|pricks?|whores?|sluts?|retard\w*|faggots?|niggers?|nigga\w*|spics?|chinks?|kikes?|scum(?:bags?)?|(?:you|u|youre|are|ur|your|such|bunch of|these|complete|total|absolute|fucking|stupid|useless|what an?) (?:all )?(?:an? |so |such |fucking |freaking |complete |total |absolute |bunch of |useless |stupid )*(?:idiots?|morons?|stupid|imbeciles?|losers?|pathetic|worthless|dumb|trash|garbage|clowns?|incompetent|crooks?|thieves|thief|liars?|slumlords?|pigs?|disgusting|scum|pos)|screw you|shut (?:the )?(?:fuck )?up|eat shit|suck (?:my|it|a)|kiss my|bull ?shit|wtf is wrong with you|burn in hell|hijos? de puta|pendej[oa]s?|idiotas?|puta\w*|mierda|chinga\w*|vete a la|imbecil(?:es)?|estupid[oa]s?|cabron\w*|maric(?:on|as?)|fucking (?:\w+ ){0,2}(?:idiot|joke|bot|people|liar|scam|ridiculous|waste|answer|reply|respond|agent|landlord|company|asshole)\w*)(?![a-z])/u,
  /\b(?:(?:ill|i will|im (?:going to|gonna)|i am (?:going to|gonna)|we will|well|going to|gonna|want to|i could|someone (?:should|will)) (?:\w+ ){0,2}(?:kill|hurt|beat|find|punch|stab|shoot|destroy|smash|slap|hunt|ruin|get|burn) (?:you|u|your|him|her|them|all of you|everyone|that)(?! (?:a |at |there|know|then|in touch|the |application|info|details|tomorrow|soon|on|and|when|by))|kill (?:you|yourself|urself)|kys\b|i know where you (?:live|work)|watch your back|youll (?:regret|pay for) this|you will (?:regret|pay for) this|beat (?:your|the) (?:ass|shit|crap)|hope you die|die in|te voy a (?:matar|golpear|buscar|romper)|se donde vives)\b/u,
);

const EMERGENCY = any(
  /\b(?:(?:smell(?:s|ing|ed)?|leak(?:s|ing|ed)?|odor|stink\w*|reek\w*)(?: of| like| a| some| strong| really| strongly)* (?:natural )?gas\b|gas (?:leak\w*|smell\w*|odor)|carbon monoxide|co (?:alarm|detector|alert|poison\w*)|(?:huele|olor|fuga|escape)(?: mucho| fuerte)?(?: a| de) gas|gas hissing)/u,
  /\b(?:(?:theres|there is|there was|on|a|an|caught|catch(?:ing)?|started|big|small|kitchen|electrical|building|apartment|house|is|the) (?:\w+ )?fire\b(?! ?(?:fighters?|man|house|dept|department (?!is|was|came|on)|place|pit|escape|alarm(?:s)? (?:in|and|required|work)|extinguisher|station|place|sprinkler|safety|exit|department nearby|code|island|pits|inspection))(?!.{0,14}\b(?:last|ago|years?|months?)\b)(?=.*(?:now|help|fire|smoke|burn|building|apartment|unit|kitchen|hall|next|stove|outlet|call|emergency|evacuat|!|$))|on fire|in flames|smoke (?:coming|is coming|everywhere|in the|filling|pouring)|full of smoke|filled with smoke|flames|(?:lots? of|heavy|black|thick|smell(?:s|ing)?|i smell|we smell)(?: like)? (?:smoke|burning)|burning (?:smell|wires?)|fire (?:alarm|alarms) (?:is|are|going|went|wont|ringing|keeps?)|fire department (?:is|was|came|on)|(?:sparks|sparking|electrocut\w*|electric shock|exposed wires?)|(?:hay|un) (?:\w+ )?(?:incendio|fuego|humo)|incendio|se (?:esta )?quema\w*)/u,
  /\b(?:lock(?:ed)?[- ]?(?:myself |us |me |ourselves )?out\b(?! (?:of my account|of the (?:app|website|portal|account)|of my (?:email|profile)))|lockout|lost (?:my |the |our )keys|(?:cant|cannot) (?:get|open) (?:in(?:to)?|the door|inside)(?: (?:my|the|our) (?:apartment|unit|place|home|house|building|room))?|key (?:broke|snapped|is stuck|wont (?:turn|work))|stuck (?:in|inside) (?:the |an )?(?:elevator|lift|apartment|bathroom)|trapped|(?:me )?quede (?:afuera|fuera|encerrad[oa])|encerrad[oa] (?:afuera|fuera)|no (?:tengo|traigo) (?:las |mis )?llaves|no puedo entrar|perdi (?:mis|las|la) llaves?)/u,
  /\b(?:flood(?:ed|ing|s)?\b(?! zone| insurance| risk| plain| area| history)|burst(?:ed|ing)? pipes?|pipes? (?:has |have |just |is |are )?(?:burst\w*|broke\w*|exploded|leaking)|(?:water|sewage|ceiling) (?:is |are |was |has |keeps )?(?:pouring|gushing|leaking|coming (?:through|in|from|down|out)|everywhere|spraying|dripping|collaps\w+|caved|backing|backed|all over|falling|came down|fell)|(?:ceiling|roof|wall) (?:is |has |just |has just )?(?:collaps\w+|caved|cav(?:ing|ed)|falling|fell|leak\w*)|sewage|no (?:heat|hot water|water|power|electricity|gas)(?: in| at| since| for| and| right| again|[.!]|$| all| on| here)(?!.* (?:included|include)\b)|(?:heat|heater|furnace|boiler|hot water|power) (?:is |has |went |has been |been |just |isnt )*(?:out|broken|off|not working|stopped|died|down|working)(?! (?:of|the)\b)|inundad\w*|inundacion|sin (?:calefaccion|agua|luz|gas)|tuberia)/u,
  /\b(?:(?:someone|somebody|a man|a guy|intruder|people|stranger|burglar\w*|they) (?:is |are |was |has |just )?(?:broke|breaking|broken|trying to (?:break|get)|break) (?:in|into)|break[- ]?in\b(?! (?:the|history|rate|period))|broken into|been robbed|got robbed|robbed|intruder|burglar\w*|gun ?shots?|shooting|stabbed|assault\w*|domestic violence|being (?:attacked|abused|followed|stalked)|(?:he|she|husband|boyfriend|ex|wife|partner)(?: \w+){0,3} (?:hit|hits|hitting|beat|beats|hurt|hurts|abus\w+|threaten\w*) (?:me|us|my kids)|(?:call|called|calling|dial) (?:911|9-1-1|999|112|the police|an ambulance)|\b911\b|ambulance|(?:not|isnt|stopped) breathing|heart attack|unconscious|(?:is|someone|hes|shes|somebody) (?:\w+ )?dead|dead body|(?:is|am|are|keeps?|was|been) threaten\w+ (?:me|us|to)|me estan? amenaz\w+|bleeding|overdos\w*|suicid\w*|(?:kill|hurt|harm|end) (?:myself|my life)|want to die|in danger|not safe right now|emergency\b(?! (?:contact|exit|fund|maintenance\?|escape|services nearby|vet|line\?|savings|rooms?\b|department|services|vehicle|worker|responder|medicine|department|physician|med|support animal|housing|rental|number for)|s)(?<!(?:24\/7|24 hour|in case of|for|handle|an|maintenance|after hours|family) emergency)|emergencia|necesito ayuda urgente|ambulancia|me (?:estan|esta) (?:robando|atacando))\b/u,
  /\b(?:(?:have|having|theres|there is|this is|its|is|got|it is) an? (?:\w+ )?emergency\b(?! (?:contact|exit|fund|vet|room|number|line|maintenance))|urgent(?:ly)? (?:maintenance|repair|leak)|emergency (?:maintenance|repair|in|at|here|right now|please|with))\b(?! (?:included|available))/u,
);

/** People who are protected, as words in a question about who may live there. */
const GROUP =
  "(?:kids?|child(?:ren)?|bab(?:y|ies)|toddlers?|infants?|newborns?|famil(?:y|ies)|teen\\w*|pregnant\\w*|citizens?|us citizen|green card|immigration papers|pension|(?:single|expecting) (?:moms?|mothers?|parents?|fathers?|dads?|women|men|woman|man)|unmarried|married|divorced|couples?(?! of)|gays?|lesbians?|lgbt\\w*|trans\\w*|queers?|same[- ]sex|muslims?|jew(?:s|ish)?|christians?|hindus?|catholics?|sikhs?|mormons?|atheists?|blacks?|whites?|asians?|hispanics?|latin[oax]s?|indians?|mexicans?|africans?|african[- ]americans?|arabs?|chinese|russians?|immigrants?|foreigners?|foreign (?:nationals?|students?)|undocumented|international (?:students?|people|tenants|applicants)|refugees?|asylum\\w*|veterans?|seniors?(?! (?:dog|cat|pet|year|student|living|analyst|engineer|developer|manager))|elderly|old(?:er)? (?:people|tenants|folks|couples?)|young(?:er)? (?:people|tenants)|females?|males?|women|woman|men|girls?|boys?|guys|people of color|minorities|disabled|ninos?|hijos|bebes?|familias?|inmigrantes?|extranjeros?|mujeres|hombres|parejas?|ssn|visa holders?|h1b|f1 visa)";
const GROUP_QUESTIONS: readonly RegExp[] = [
  new RegExp(
    `\\b(?:allow|accept|permit|(?:ok|okay|fine|cool|comfortable|alright|good) (?:with|for|to)|(?:rent|renting|lease|leasing|open) (?:it |out |this )*to|welcome|suitable for|appropriate for|friendly (?:to|for|with|towards)|prefer(?:s|ence)?(?: for)?|(?:problems?|issues?|trouble|objections?|rules?|policy|restrictions?|limits?) (?:with|on|about|for|renting to|to|against|regarding)|against|mind|take|only want|looking only for|discourage|aceptan?|permiten?|admiten|rentan a|problema con) (?:\\w+ ){0,4}?${GROUP}\\b(?! (?:pool|room|park|shoes?|owned|cat|dog|friends?|member|size|court|kitchen|style)\\b)`,
    "u",
  ),
  new RegExp(
    `\\b(?:are|is|would|will|can|could|do|does) (?:\\w+ ){0,4}?${GROUP} (?:\\w+ ){0,3}?(?:allowed|ok|okay|welcome|accepted|permitted|problem|issue|fine|apply|rent|live (?:there|here|in)|accept\\w*)\\b`,
    "u",
  ),
  new RegExp(
    `\\b(?:no|only|adults? only|just) ${GROUP}\\b(?= ?(?:\\?|allowed|right|please|$|policy|house|household|building|apartment|ad\\b))|\\b${GROUP}[- ](?:only|allowed|ok\\b|okay\\b|welcome|accepted|friendly|preferred)\\b|\\badults?[- ]only\\b|\\bonly (?:for )?${GROUP}\\b`,
    "u",
  ),
  new RegExp(
    `\\b(?:live|rent|stay|move in|apply|there|here|qualify)(?: \\w+){0,3} (?:with|if i have|if we have|as an?|while|being) (?:\\w+ ){0,3}?${GROUP}\\b`,
    "u",
  ),
  new RegExp(
    `\\b(?:ok|okay|problem|issue|matter|fine|allowed|concern)(?: for you)? (?:if|that|since|because) (?:i|we|my \\w+)(?: \\w+){0,3} ${GROUP}\\b`,
    "u",
  ),
  new RegExp(
    `\\b(?:i have|we have|with|have|im|i am|were|we are|being) (?:\\w+ ){0,3}?${GROUP}\\b[^?]{0,30}(?:is (?:that|this|it) (?:ok|okay|a problem|an issue|allowed|fine|alright)|(?:that|it) (?:be )?(?:a )?(?:ok|problem|issue|matter)|would (?:that|you|it) (?:be ok|mind|be a problem|be an issue|work|still)|do you (?:mind|allow|accept)|still (?:apply|rent|qualify)|hope (?:thats|that is) (?:ok|fine|not a problem))`,
    "u",
  ),
];

const FAIR_HOUSING = any(
  /\b(?:section ?-?(?:8|eight)|sec ?8|hcv\b|housing (?:choice )?vouchers?|vouchers?\b|city ?fheps|cityfeps|fheps|hasa\b|housing (?:assistance|subsidy|authority|program)|rental (?:assistance|subsid\w+)|rent(?:al)? assistance|subsid(?:y|ies|i[sz]ed)|housing connect|nycha|vash\b|ssi\b|ssdi\b|(?:on|receive|get|get|my|collect|through) (?:\w+ ){0,2}(?:disability|social security|public assistance|welfare|unemployment|food stamps|snap|alimony|child support|veterans benefits|va benefits|government assistance|benefits)\b(?! (?:included|of))|source of income|(?:pay|income|rent)\w* (?:\w+ ){0,3}(?:voucher|disability|ssi|alimony|child support|social security|welfare)|programs? (?:pays?|that pays?|paying|covers?|voucher)|(?:accept|take|work with) (?:any |the |rental |housing )*(?:programs?|assistance|hpd|hra)|dss\b|universal credit|housing benefit|asistencia (?:de|para)|subsidio|seccion 8|plan 8|cupon\w*)/u,
  /\b(?:(?:esa|emotional[- ]support|service|assistance|support|therapy|guide|seeing eye) (?:animals?|dogs?|pets?|cats?|letter)|\besa\b(?= |$|[.?!,])(?! (?:es|casa|unidad|zona|renta|semana|hora|cita|fecha|direccion|manana|tarde|propiedad|habitacion|opcion|es la|parte|visita))|(?:animal|perro|gato|mascota) de (?:servicio|apoyo|soporte|asistencia)\w*|reasonable (?:accommodation|modification)|ada\b|handicap\w*|wheel ?chairs?|disab(?:led|ility|ilities)|discapacidad|discapacitad[oa]|silla de ruedas|accessib(?:le|ility)(?! (?:to (?:the )?(?:subway|train|transit|public|highway|freeway|downtown|shops)|by (?:train|subway|bus|public|car)))|mobility (?:issues?|impair\w+|limit\w+|aid|scooter)|(?:blind|deaf|hearing impaired|visually impaired|autis\w+|mental (?:illness|health)|ptsd|bipolar|schizo\w+|hiv|walker|ramp|grab bars?|in recovery|sober living|medical condition|multiple sclerosis|epilep\w+|chronic (?:illness|pain)))\b/u,
  ...GROUP_QUESTIONS,
  /\b(?:(?:kids?|child(?:ren)?|famil(?:y|ies)|couples?|lgbtq?\w*|gay|queer|trans|muslim|jewish|christian|halal|kosher|immigrant|female|women|men|male|girls?|ladies|black|white|asian|latino|hispanic|indian|senior|adult|55\+?|gender|race|religio\w+|ethnic\w*)[- ](?:friendly|only|owned|preferred|ok\b|okay|allowed|welcome|household|building|tenants?|roommates?|housemates?|neighbou?rhood|community|area|neighbou?rs|free|majority|dominated|populated|living|house)|adults?[- ]only|no (?:kids|children)|(?:what|which|any) (?:race|religion|nationality|ethnicit\w+|ethnic|gender|sex|age|age group|country|countries)|(?:race|ethnic\w*|racial\w*|religio\w+|nationalit\w+|sexual orientation|national origin|immigration status|citizenship|color of (?:my|your)|skin color|familial status|marital status)|discriminat\w*|fair housing|protected class\w*|racis\w+|raza|religion|nacionalidad|estatus migratorio|sin papeles|undocumented|green card|visa status|(?:without|no|have a|have an) (?:ssn|social security|social|itin)|(?:church|mosque|synagogue|temple|place of worship)(?:es|s)?\b)/u,
  /\b(?:(?:what|which) (?:kinds?|types?|sorts?) of (?:people|neighbou?rs|tenants|person|folks|crowd|families|residents|demographic)|(?:who|what) (?:are|is|else lives|lives)(?: the| my| your| in)?(?: other)? (?:neighbou?rs|people (?:like|living|who)|tenants (?:like|in)|residents like)|people (?:like )?(?:in|around|living in) (?:the|that|this) (?:building|neighbou?rhood|area|complex) (?:like|are)|demographic\w*|(?:most(?: of)?(?: the)? (?:tenants|people|residents|neighbou?rs)(?: \w+){0,3}|mostly|mainly|predominantly|lots? of|many|majority|full of|all|too many|any) (?:white|black|asian|hispanic|latin\w*|indian|jewish|muslim|young|professionals?|older|elderly|foreign\w*|immigrant\w*|chinese|arab|russian|korean|mexican|famil\w+|college kids|students|kids|children|gay|christian)s?\b(?! (?:to|welcome|discount))|(?:good|nice|decent|bad|sketchy|safe|unsafe|rough|dangerous|dodgy|ghetto|quiet and safe|family) (?:neighbou?rhoods?|areas?|part of (?:town|the city)|schools?|school districts?|block|crowd|zone|part)|(?:neighbou?rhood|area|block|street|building|location|place|part of town|it)(?: \w+){0,4} (?:safe|unsafe|dangerous|sketchy|ghetto|rough|secure at night)\b|(?:is|how|feel|very|really|pretty|quite|so) safe(?:ty)? (?:is|for|at|to (?:walk|live)|there|around|the|it|in|neighbou?rhood)|safe (?:at night|for (?:a |an )?(?:women|woman|females?|single|girls?|kids|families|children|walking)|to walk|part|place to live|neighbou?rhood|area)|safety of|crime\w*|(?:good|great|best|top|rated|nearby|quality|public|local|decent|about the|how are the|whats the|which|what) (?:\w+ )?(?:schools?|school district|school zone)\b(?! (?:nurse|bus|teacher))|schools? (?:nearby|in the area|rating|district|zone\w*|like|good|are)|(?:tipo|clase) de (?:gente|personas|vecinos)|(?:barrio|zona|vecindario|colonia|area) (?:\w+ )?(?:segur[oa]|peligros[oa])|(?:es|esta) segur[oa]\b|buenas escuelas|escuelas)\b/u,
);

/** Where the writer works or studies says nothing about where they want to live. */
const OWN_SCHOOL =
  /\b(?:teach\w*|work\w*|study\w*|student|job|position|going|go|enrolled|attend\w*)(?: \w+)? (?:at|in|to|for) (?:\w+ ){0,4}schools?(?: (?:nearby|in the area|near\w*|close by))?\b/gu;

const SCAM = any(
  /\b(?:western union|try it (?:for )?free|free (?:trial|demo)|(?:more|qualified|exclusive) (?:leads|tenants|bookings)|our (?:ai|new|free) (?:\w+ )?(?:tool|app|product|platform|software|service)|bank (?:draft|cheque|transfer before)|stationed (?:abroad|overseas)|deployed (?:abroad|overseas|to)|moneygram|money ?gram|gift ?cards?|itunes card|bitcoin|btc\b|crypto\w*|usdt|ethereum|(?:cashier'?s?|certified|bank) checks?(?: (?:for|to|in|will|and|of|over|that))|(?:overpa(?:y|id|yment)|extra (?:money|amount|funds)|excess (?:funds|amount|money)|send (?:back )?the (?:rest|difference|balance)|refund the (?:rest|difference|excess))|wire (?:you|the|transfer)|(?:my|a|his|her|the) (?:shipper|mover|agent|assistant|secretary|client|boss|attorney|company) will (?:send|mail|come|pick|deposit|issue)|(?:out of|outside) the country|overseas (?:right now|on|at the moment|and)|(?:offshore|oil rig|on a (?:ship|vessel)|military (?:deployment|mission|base overseas)|peacekeeping|united nations mission|missionary)|next of kin|inheritance|lottery|(?:million|thousand) (?:dollars|usd) (?:for you|to you)|beneficiary|prince\b|kindly (?:send|provide|text|email|reply|get back|confirm|contact|forward|note)(?=.*(?:check|payment|bank|number|money|deposit|name and address|details|code|fund))|(?:verification|confirmation|google voice|6[- ]digit|six digit|security) code|(?:send|tell|give|text|forward) (?:me )?(?:back )?(?:the|that|a) (?:\w+ )?code|click (?:here|the link|this link|on the|below)|(?:http|https|www)\S*(?:bit\.ly|tinyurl|t\.me|wa\.me|telegra|\.ru\b|\.xyz|\.top|\.click|free-|\.win|promo|loan|crypto)|bit\.ly|tinyurl|t\.me\/|wa\.me\/|whats ?app (?:me|only|number|us|at|\+)|(?:add|contact|text|message|hit|reach) (?:me|us) (?:up )?(?:on|via|through|at) (?:whats ?app|telegram|signal|wechat|kik|hangouts|viber)|telegram|(?:(?:sight ?)?unseen|without (?:seeing|viewing)(?: it)?)(?=.*(?:pay|check|send|wire|deposit|money|transfer))|(?:pay|paid|payment|send|rent)(?: \w+){0,8} (?:in full )?(?:upfront|in advance|before (?:seeing|viewing))(?=.*(?:check|wire|without seeing|sight unseen|zelle|paypal|transfer|whole year|full year|mail|ship))|(?:mail|send|issue)(?: \w+){0,4} (?:a |the |you a )?(?:check|cheque|money order)\b(?=.*(?:mover|shipper|furniture|agent|extra|deposit it|cash it|balance|remain|address|name))|deposit (?:it|the check|the cheque) (?:and|then|into|in)|(?:paypal|zelle|cash ?app|venmo) (?:account|email|address|the (?:extra|rest|difference)|you (?:right now|now|today|the))(?=.*(?:sight|check|code|agent|send|without))|wire (?:me|us)|send (?:me|us) (?:the )?(?:money|deposit|funds|payment)|make (?:\$?\d+[\d,]*|money|thousands)(?: \w+){0,5} (?:from home|per (?:day|week)|a (?:day|week)|online|working)|work from home opportunity|earn (?:up to )?\$?\d+|passive income|forex|trading (?:signals|platform|bot)|investment (?:opportunit\w+|platform|plan)|(?:double|multiply|grow) your (?:money|investment|income)|guaranteed (?:returns?|profits?|approval|income)|(?:seo|web ?design|website|digital marketing|marketing|lead generation|backlinks?|google ranking|social media) (?:services?|agency|packages?|company|expert|for your)|(?:rank|ranking|first page|page one|#1) (?:your|on|of) (?:\w+ )?(?:google|website)|boost your|grow your (?:business|sales|following|instagram)|increase your (?:sales|traffic|revenue|bookings|leads)|(?:cheap|instant|quick|fast|payday|business|personal) loans?|loan offer|viagra|cialis|casino|betting|hot (?:singles|girls)|escorts?|sugar (?:daddy|baby|mommy)|onlyfans|nudes?|free (?:iphone|trial offer|gift)|you(?: have|ve)? (?:won|been selected|been chosen)|congratulations you|claim your (?:prize|reward)|limited time offer|act now|buy (?:followers|reviews)|partnership proposal|business proposal|collaborat\w+ opportunit\w+|we (?:offer|provide|specialize in|help) (?:\w+ ){0,5}(?:landlords|property managers|businesses|realtors|agents|companies|leads|photography|cleaning|marketing|websites?|services)|our (?:cleaning|photography|marketing|moving|software|crm|platform|team (?:can|specializes)|services) |outsourc\w+|virtual assistants?)\b/u,
  /\b(?:is (?:this|it|that|the listing) (?:a |an |even |really |actually )*(?:scam|fake|fraud\w*|legit\w*|real\b)|(?:scam|fraud|fake)(?: ?listing)?\s*\?|scam(?:mer|ming|med)?s?\b|fraud\w*|phishing|estafa\w*|fraude)\b/u,
);

const MINORS = any(
  /\b(?:i am|im|i just turned|i turned|just turned|turning|and im|ill be|i will be|tengo|my age is|only|aged?) (?:only |just |currently |a |about to (?:be|turn) )*(?:1[0-7]|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|diecisiete|dieciseis|quince|catorce|trece)\b(?: ?-?(?:years?(?:[- ]olds?)?|yrs?(?: old)?|yo\b|y\/o|anos|(?:in|next|this|but|and)\b(?! (?:minutes|miles|months))|[.,!?]|$))(?! (?:minutes|blocks|miles|days|weeks|months|percent))/u,
  /\b(?:im a minor|i am a minor|im (?:still )?under(?:age| 18| eighteen)|i am (?:still )?under(?:age| 18| eighteen)|not (?:yet )?18(?: yet)?|(?:turn|be|turning) 18 (?:in|next|this|soon|on)|(?:am|im) not (?:yet )?(?:18|eighteen)|underage|under (?:the age of )?18|(?:rent|lease|sign|live|apply|tenant|move)(?: \w+){0,6} (?:if|when|as) (?:im |i am |a )?(?:under 18|minor|17|16|15)|(?:im|i am|still) (?:\w+ )?(?:in|a) (?:high school|highschool|middle school|junior high)\b|high ?school(?:er| (?:student|senior|junior|sophomore|freshman))\b(?!s)|emancipated|menor de edad|soy menor|(?:for|about) (?:my|our) (?:1[0-7]|sixteen|seventeen|fifteen)[- ]?(?:yo|years?[- ]old|year old)(?: \w+){0,4} (?:to (?:live|rent|stay|move)|alone|by (?:him|her)self|on (?:his|her) own)|(?:1[0-7]|sixteen|seventeen|fifteen)[- ](?:years?[- ]olds?|yo)(?= (?:and i|and (?:looking|need|want|moving|my)|looking|who needs|girl|boy|student|male|female|renting|tenant)))/u,
);

const HUMAN = any(
  /\b(?:(?:speak|talk|chat|connect|transfer|put me|hablar|comunicar\w*|escalate|get)(?: \w+){0,3} (?:to|with|through to|con|a|an|me|some)(?: \w+){0,2} (?:human|person|real person|agent|representative|rep|manager|supervisor|someone|somebody|landlord|owner|broker|realtor|people|persona|agente|encargad[ao]|humano|operator|staff)\b|(?:call|ring|phone) (?:me|us)\b(?! crazy| old)|give (?:me|us) a (?:call|ring|buzz)|someone (?:can |could |please |to |from your (?:office|team) )+(?:\w+ )?(?:call|phone|contact me|reach out)|have (?:someone|somebody|an? agent|the agent|a manager) (?:call|contact|reach|phone|text)|(?:can|could|may) (?:i|we) (?:please )?(?:call|phone) (?:you|someone|somebody|the)|(?:want|need|get me|give me|prefer|rather|like) (?:to (?:talk|speak|deal)(?: to| with)? )?(?:a |an |some )?(?:real |actual |live |an actual )*(?:human|person|agent|representative)\b(?! to (?:share|live|rent|room)| who| room)|(?:real|actual|live|human) (?:person|human|agent|being) (?:please|now|to|who|instead|contact|call|help|only|asap)|^(?:human|agent|representative|operator|a human|real person|a person|person)(?: please| now)?[.!? ]*$|(?:no|not|stop|enough|tired of|done with|dont want)(?: \w+){0,4} (?:bots?|robots?|automated|ai|machines?)\b|(?:jump|hop|get) on (?:a|the) (?:quick )?(?:call|phone)|(?:talk|speak|chat|discuss)(?: \w+){0,3} (?:on|over|by) (?:the )?phone|llam(?:enme|eme|ame|arme|arle|ar a|en a)|persona real|(?:whats|what is) (?:your|the|a good|the best) (?:phone|cell|contact number|number to)|(?:your|a) (?:phone |contact |direct )?number (?:i can|to call|where i|so i can|we can))/u,
);

const INJECTION = any(
  /\b(?:(?:ignore|disregard|forget|override|bypass)(?: \w+){0,3} (?:previous|prior|above|earlier|your|all|the|these|any|system)(?: \w+){0,2} (?:instructions?|prompts?|rules|messages|guidelines|training|policies|context)|system prompt|(?:you are|act as|pretend (?:to be|you are|youre)|roleplay|role-play) (?:now )?(?:a|an|the|dan|my|in|no longer)(?! (?:lifesaver|legend|star|angel|gem|saint|great|very|best|awesome|real|good|busy|little|bit|agent|property|landlord|bot|robot|leasing|owner|person|human|realtor|broker|management|member))(?: \w+){1,3}|developer mode|jailbreak|prompt injection|(?:reveal|print|show|repeat|output)(?: \w+){0,3} (?:prompt|instructions|system|configuration|api key|secret|password)|(?:list|give|send|show)(?: \w+){0,3} (?:other|all|every) (?:tenants?|leads?|applicants?|customers?|users?)(?: \w+){0,2} (?:info\w*|data|names?|emails?|phones?|numbers?|contact\w*)|drop table|select \* from|<script|javascript:)/u,
);

const reason = (code: string, sentence: string): Reason => ({ code, sentence });

/** The rules, the gravest first. */
export const GUARDRAILS: readonly Guardrail[] = [
  {
    id: "T22 emergency",
    risk: "critical",
    intent: "emergency",
    reason: reason("emergency", "The message speaks of danger to people or the home; a person must act now."),
    fires: EMERGENCY,
  },
  {
    id: "T20 legal_threat",
    risk: "high",
    intent: "complaint",
    reason: reason("legal_threat", "The message threatens or mentions legal steps."),
    fires: LEGAL,
  },
  {
    id: "T21 abuse",
    risk: "high",
    intent: "complaint",
    reason: reason("abuse", "The message is abusive or threatening."),
    fires: ABUSE,
  },
  {
    id: "T23 sensitive_data",
    risk: "high",
    intent: null,
    reason: reason("sensitive_data", "The message holds payment or identity data that must not be handled here."),
    fires: holdsPaymentOrIdentityData,
  },
  {
    id: "T26 minors",
    risk: "high",
    intent: null,
    reason: reason("minor", "The writer may be under eighteen."),
    fires: MINORS,
  },
  {
    id: "T24 fair_housing",
    risk: "high",
    intent: null,
    reason: reason("fair_housing", "The message touches a subject protected by fair housing rules."),
    fires: (reading) => FAIR_HOUSING(reading.replace(OWN_SCHOOL, " ")),
  },
  {
    id: "T25 scam",
    risk: "high",
    intent: "spam_or_scam",
    reason: reason("scam", "The message looks like a scam or an advertisement, or speaks of one."),
    fires: SCAM,
  },
  {
    id: "T28 injection",
    risk: "high",
    intent: null,
    reason: reason("injection", "The message tries to give orders to the assistant."),
    fires: INJECTION,
  },
  {
    id: "T27 human_requested",
    risk: "medium",
    intent: "human_request",
    reason: reason("human_requested", "The lead asks for a person."),
    fires: HUMAN,
  },
];

/** Rules that the model knows under the name of an intent. */
const INTENT_OF: Partial<Record<GuardrailId, Intent>> = {
  "T22 emergency": "emergency",
  "T25 scam": "spam_or_scam",
  "T27 human_requested": "human_request",
};

/** Every inbound rule that fires, the gravest first. `scores` are the model's, by label; disguised spellings are read too. */
export function inboundGuardrails(text: string, scores: ReadonlyMap<string, number>): readonly Guardrail[] {
  const reading = normalise(text);
  const flat = reading.replace(/\n+/gu, " . ");
  const plain = foldDisguise(text)
    .replace(/[’'`´]/gu, "")
    .replace(/\s+/gu, " ");
  const readings = [flat, plain, ...disguiseVariants(flat)];
  return GUARDRAILS.filter((rule) => {
    const label = INTENT_OF[rule.id] ?? rule.id;
    const score = scores.get(label) ?? 0;
    return score >= (FIRES_FROM.get(label) ?? 1) || readings.some((variant) => rule.fires(variant));
  });
}
