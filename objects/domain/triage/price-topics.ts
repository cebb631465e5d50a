// Owns the questions about money: rent, deposit, fees, utilities.
// One part of the topic table; the shape of a topic is in topic.ts.
import type { Topic } from "./topic.ts";

const UTILITIES = ["utilities", "utilitiesIncluded", "bills", "includedUtilities", "utility"];

export const PRICE_TOPICS: readonly Topic[] = [
  {
    id: "negotiation",
    intent: "pricing_question",
    label: ["Price", "Precio"],
    asked:
      /\b(?:negotia\w+|(?:talk|chat|speak|discuss) (?:\w+ )?(?:about |over )?(?:the |your )?(?:price|rent|number)|hoping (?:for|to (?:pay|get))|(?:nearer|closer to|more like|something (?:around|like)|as low as|down to) \$?\d|wiggle|(?:room|give|flexib\w+|movement|leeway|budge) (?:on|in|with|for|regarding) (?:the |that |your )?(?:price|pricing|rent|number|cost|rate)|(?:go|any|bit|little|get it|rent it|have it|do it|come) (?:any |a bit |a little |down |it )*(?:lower|less|for less|cheaper)\b|(?:break|deal) on|bottom line|lowest (?:you|price|rent)|(?:my|our) (?:budget|max|limit) (?:is|was)|too (?:high|much|steep|expensive)|make (?:an )?offer|(?:up ?front|in advance|ahead|longer|two years?|2 years?)[^?.\n]{0,30}(?:discount|less|lower|deal|cheaper|reduc\w+)|flexible on (?:the )?(?:price|rent)|(?:price|rent) (?:is )?(?:firm|flexible)|(?:lower|reduce|come down|go down|knock|bring down|drop) (?:on |off |the |a little |a bit |some )*(?:the )?(?:price|rent|off|cost|it)?\b(?=.*\b(?:price|rent|lower|down|off|\d))|discounts?|best (?:price|you can do|offer)|(?:would|will|can|could) (?:you|they|the landlord|landlord|the owner|owner) (?:take|accept|do|consider) \$?\d|(?:take|accept|do|consider) \$?\d{3,5}\b|(?:give|have|get|take|rent|let) (?:me |us |you )?(?:it|this|that|the (?:place|room|apartment|unit))(?: to (?:me|us))? for \$?\d{3,5}\b|any (?:specials|concessions|promos?|promotions|deals)|(?:specials|concessions|free month|months? free|price match)|negociable|descuento|menos de renta|rebaja\w*)/u,
    facts: ["negotiable", "priceNegotiable", "specials", "concessions", "discounts", "promotions"],
  },
  {
    id: "broker_fee",
    intent: "pricing_question",
    label: ["Broker fee", "Comisión"],
    asked:
      /\b(?:broker'?s? ?fees?|brokers? fees?|no[- ]?fee|realtor fee|finders? fee|agency fee|agent fee|fee apartment|comision)\b/u,
    facts: ["brokerFee", "fee", "fees", "agencyFee", "noFee"],
  },
  {
    id: "move_in_cost",
    intent: "pricing_question",
    label: ["Move-in cost", "Costo de entrada"],
    asked:
      /\b(?:move[- ]?in (?:costs?|fees?|total|special|amount|money)|up ?front|total (?:cost|due|amount)?[^?\n]{0,16}(?:to move|move)|(?:due|owed|pay|need|costs?|paid) (?:to move in|at (?:signing|move)|at lease|when i (?:sign|move))|first (?:and|month)[^?\n]{0,14}last|cash to move|cuanto (?:necesito|se necesita|hay que pagar) (?:para|al) (?:entrar|mudar))/u,
    facts: ["moveInCost", "moveInCosts", "upfrontCost", "moveInTotal", "moveInFees"],
  },
  {
    id: "deposit_terms",
    intent: "pricing_question",
    label: ["Deposit", "Depósito"],
    asked:
      /\b(?:(?:deposit|bond)[^?.\n]{0,30}(?:refund\w*|returned|come back|get back|back when|split|(?:two|three|2|3|several|equal) (?:parts|payments|halves)|in parts|installments?|payments|payment plan|waived?|alternative|lower|reduced|insurance|negotia\w+)|(?:refund\w*|get back|split|waive|reduce|return)[^?.\n]{0,20}deposit|deposito[^?\n]{0,20}(?:reembols\w+|devuel\w+))/u,
    facts: ["depositTerms", "depositRefundable", "depositPolicy"],
    within: { facts: ["deposit", "securityDeposit"], says: /refund|return|instal|waiv/iu },
  },
  {
    id: "deposit",
    intent: "pricing_question",
    label: ["Deposit", "Depósito"],
    asked: /\b(?:deposits?|security (?:amount|dep)|bond|deposito|fianza)\b/u,
    facts: ["deposit", "securityDeposit", "depositAmount"],
  },
  {
    id: "rent_terms",
    intent: "pricing_question",
    label: ["Rent", "Renta"],
    asked:
      /\b(?:(?:rent|price)[^?.\n]{0,24}(?:go(?:es)? up|increas\w+|rais\w+|locked|stabili[sz]ed|controlled|per (?:person|room|head|night)|each or|weekly or|per week)|(?:increase|raise|hike)s?[^?.\n]{0,16}rent|rent (?:increase|control|stabili[sz]\w+)|per (?:week|night|person)|weekly|nightly|a night|each of us|extra (?:for|per) (?:a |an |the |each )?(?:second|additional|extra|two|2|another)? ?(?:person|people|guest|tenant|occupant)|(?:charge|pay) more for|(?:second|additional|extra) person|sube la renta|por persona|por semana|por noche)\b/u,
    facts: ["rentTerms", "rentIncrease", "rentWeekly", "rentStabilized"],
  },
  {
    id: "fees",
    intent: "pricing_question",
    label: ["Fees", "Cargos"],
    asked:
      /\b(?:(?:hidden|other|additional|extra|any|amenity|admin(?:istration)?|building|move[- ]?in|cleaning|monthly|hoa|condo|common) (?:fees?|charges?|costs?)|besides (?:the )?(?:rent|first)|anything (?:else|extra|besides)[^?.\n]{0,20}(?:pay|cost|charge|owe)|otros cargos|comisiones)/u,
    facts: ["fees", "otherFees", "amenityFee", "cleaningFee", "moveInFee"],
  },
  {
    id: "internet",
    intent: "pricing_question",
    label: ["Internet", "Internet"],
    asked: /\b(?:internet|wi-?fi|wifi|broadband|fios|spectrum|comcast|cable tv|cable)\b/u,
    facts: ["internet", "wifi", "cable"],
    within: { facts: UTILITIES, says: /internet|wi-?fi|cable|all (?:bills|utilities)|everything/iu },
  },
  {
    id: "utilities_cost",
    intent: "pricing_question",
    label: ["Utilities cost", "Costo de servicios"],
    asked:
      /\b(?:(?:figure|ball ?park|idea|amount|expect|budget|spend|pay|how much|average|avg|typical|roughly|approx\w*|estimate|usual\w*|cost of|about what)[^?.\n]{0,24}(?:utilit\w+|bills?|electric\w*|gas bill|heating|internet|water bill|con ?ed)|(?:utilit\w+|bills?|electric\w*|gas|heating|heat|water)[^?.\n]{0,20}(?:expensive|cheap|costly|pricey|high|run|cost|usually|average|a month|per month|each month|how much|come to)|cuanto (?:se paga|pagan|es) de (?:luz|servicios|agua|gas))\b/u,
    facts: ["utilitiesCost", "averageUtilities", "utilitiesEstimate"],
    within: { facts: UTILITIES, says: /\d/u },
  },
  {
    id: "utilities",
    intent: "pricing_question",
    label: ["Utilities", "Servicios"],
    asked:
      /\b(?:utilit\w+|electric(?:ity)?(?! (?:stove|range|oven|vehicle|car))|(?:gas|water|heat|heating|hot water|trash|sewer|garbage|power)(?: and [a-z ]{2,14})? (?:included|paid|extra|separate|bills?|costs?|covered)|(?:heat|hot water|water|gas|power|trash|wifi)\/[a-z]|bills?|(?:includ\w+|cover\w*|comes? with|pays?(?: for)?|extra for|cost of) (?:the )?(?:heat\w*|water|gas|hot water|trash|power|any bills|everything|electric\w*)|(?:is|are) (?:the )?(?:heat|water|gas|hot water|trash|power)\b|everything included|all inclusive|whats included|what is included|rent (?:include|cover)s?|includes? in the rent|included in (?:the )?(?:rent|price)|servicios|luz|incluye[n]? (?:el |la )?(?:agua|gas|luz|calefaccion|todo)|(?:agua|gas) (?:incluid\w|esta incluid\w))/u,
    facts: UTILITIES,
  },
  {
    id: "rent",
    intent: "pricing_question",
    label: ["Rent", "Renta"],
    asked:
      /\b(?:(?:listed|advertised|posted|asking) (?:price|rent)|whats (?:the |ur |your )?(?:rent|price|monthly)|how much(?! (?:notice|time|space|storage|room|light|closet|is (?:the )?(?:deposit|parking|app|security|broker|pet))| (?:are|is) (?:the )?(?:utilities|bills|electric))|(?:whats|what is|what are|what would|what|hows|how about|confirm|know|tell me|ask about|about) (?:the |your |is the |be the |this |its )*(?:total |monthly |current |asking |exact |actual |final |full |all in )*(?:rent|price|cost|pricing|rate|rental (?:price|rate|cost|amount))|(?:^|whats|what is|the|and|its?|about|full|total|monthly|,|&|\+|hi|hello|hey|also|available|asking|[?.!]) ?(?:the |your )?(?:rent|price|cost|pricing|rate)s?\s*(?:\?|\+|&|and\b|,|please|$)|(?:monthly|weekly) (?:rent|price|cost|rate|payment)|(?:rent|price|pricing|cost) (?:is|per|for|each|a month|range|details?|info|correct|right|accurate|listed|still|on this|amount)|is (?:the|that) (?:rent|price)|is (?:it|this) (?:really |still |actually )?\$?\d[\d,.]*k?\b|\$ ?\d[\d,]*k?(?: ?\/? ?(?:a |per |each )?(?:month|mo))?\s*\?|(?:actual|real|full|total|final|correct|exact) (?:rent|price)\b|the monthly\b(?! (?:income|utilit|bill|fee))|(?:what|how much)[^?.\n]{0,20} (?:it|this) (?:go|going|rent|renting|run) for|asking (?:for (?:it|the)|price)|want for (?:it|the|this)|per month|a month\s*\?|all[- ]in (?:price|cost)|(?:renta|precio|alquiler|(?<!\ba )cuanto) (?:es|cuesta|seria|vale|sale|mensual|por mes|al mes|piden|cobran|de renta|esta)|(?:cual es (?:el|la) )(?:precio|renta|alquiler|costo)|cuanto (?:es|cuesta|piden|cobran)?|precio)/u,
    facts: ["rentMonthly", "rent", "monthlyRent", "price", "rentPerMonth", "rentWeekly"],
  },
];
