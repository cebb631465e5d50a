// Owns the questions about dates and rules: availability, pets, parking, lease, guarantor, house rules.
// One part of the topic table; the shape of a topic is in topic.ts.
import { MONEY } from "./money-words.ts";
import type { Topic } from "./topic.ts";

const PETS = ["pets", "petPolicy", "petsAllowed", "dogs", "cats", "pet"];
const LEASE = ["leaseTerms", "lease"];
const PARKING = ["parking", "garage", "parkingSpaces", "parkingSpot"];
const APPLICATION = ["application", "howToApply", "applicationProcess", "applicationLink", "apply"];

export const POLICY_TOPICS: readonly Topic[] = [
  {
    id: "availability",
    intent: "availability_question",
    label: ["Available from", "Disponible desde"],
    asked:
      /\b(?:(?:has|have|was|is|did) (?:it|this|that|the [a-z0-9 ]{2,30}|someone|anyone|anybody|you|u|you guys|they|somebody)(?: \w+){0,3} (?:been )?(?:rent(?:ed)?(?: it| this| out)?|taken?|leased?|let|grabbed|snagged|found (?:a|someone)(?: \w+)?|gone|filled|snatched)\b|(?:found|got|have|chosen|picked|selected) (?:a |someone|anyone|your |any )(?:\w+ )?(?:tenants?|roommates?|renters?|for the room|for it|yet)|(?:still )?(?:being )?(?:offered|occupied|vacant|unoccupied)\b|(?:ready|open) for (?:occupancy|move|rent)|still looking (?:for|to)|(?:is it|still|it) (?:free|open|active|listed)\b|(?:still )?on offer|still (?:valid|on the table|going|good|an option|in play|have (?:that|those)|\w+ \w+ up\b)|spoken for|(?:still )?(?:a |any )?chance (?:to|of|at|i can|i could) (?:get|rent|tak)\w*|too late|beat me to it|(?:still|currently|already|yet|is (?:it|this|that|the [a-z0-9 ]{2,40}|your [a-z ]{2,30})|are (?:there|these|they|any|you [a-z]+)|be|its) (?:still )?(?:available|avail|open|for rent|up for rent|vacant|on the market|up\b|taken|rented|gone|free|listed)|available\s*\?|(?:is|was) (?:it|this|the [a-z0-9 ]{2,30}) (?:already )?(?:taken|rented|leased|gone|off the market)|(?:any|have|has|got|there) (?:an? |any )?(?:openings?|vacanc(?:y|ies)|availability|units? available|rooms? available)|disponib\w+|(?:esta|sigue|queda|estara) (?:todavia |aun )?(?:libre|desocupad\w+)|libre (?:a partir|desde|para)|sigue (?:libre|en renta|en alquiler)|(?:ya )?(?:se )?(?:rento|alquilo)\s*\?|still up\b|up for grabs|still (?:there|around|looking|renting|have (?:it|this|the))|still (?:accepting|taking) (?:applications|applicants))/u,
    facts: ["status", "availability", "available", "availableFrom", "availableDate", "moveInDate"],
  },
  {
    id: "move_in_date",
    intent: "availability_question",
    label: ["Available from", "Disponible desde"],
    asked:
      /\b(?:(?:current|old|previous|existing) (?:tenants?|renters?|people|occupants?) (?:\w+ ){0,2}(?:leav\w+|mov\w+|out|gone)|(?:want|wanna|need|like|hope|hoping|plan|planning|looking) to move[- ]?in\b|get in (?:a |earlier|early|sooner)|get the keys|move my (?:stuff|things)|when (?:is|are|will|would|does|can|could) [^?.\n]{0,50}(?:available|move|vacant|open|ready|start|begin)|when (?:would|will) (?:it|the) [^?\n]{0,20}be|(?:earliest|soonest|possible|what|whats)(?: is| are)?(?: the)? (?:earliest |soonest |possible )?(?:move|mov\w+|available|start|availability)[- ]?(?:in|date)?|move[- ]?in (?:date|as soon|immediately|right away|by|on|early|before|after|around|in|possible|available|ready)|availability date|available (?:date|from|on|for|by|starting|as of|in|immediately|now|right now|beginning|until|through|between|before|after|around|the|next)|(?:can|could|able to|possible to|would i be able to) (?:i |we |you )?move[- ]?in|(?:lease )?start date|how soon|desde (?:que (?:fecha|dia|mes)|cuando)|(?:when|from when) (?:is|are|will) (?:it |your \w+ |the \w+ )?(?:be )?(?:free|empty)|when is free|ready (?:to move|for move|by|on)|a partir de (?:cuando|que)|cuando (?:esta|estara|se puede|puedo|podria|podemos) [^?\n]{0,30}(?:disponible|mudar|entrar)|fecha de (?:mudanza|entrada|ingreso))/u,
    facts: ["availableFrom", "availableDate", "moveInDate", "moveIn", "availability"],
  },
  {
    id: "pet_fee",
    intent: "policy_question",
    label: ["Pets", "Mascotas"],
    asked:
      /\b(?:pet (?:fees?|deposits?|rent|charges?)|(?:fee|extra|deposit|charge|cost|pay more)[^?.\n]{0,20} (?:pets?|dogs?|cats?))\b/u,
    facts: ["petFee", "petDeposit", "petRent", "petFees"],
    within: { facts: PETS, says: MONEY },
  },
  {
    id: "pets",
    intent: "policy_question",
    label: ["Pets", "Mascotas"],
    asked:
      /\b(?:pets?|dogs?|cats?|pupp(?:y|ies)|pup|kittens?|kitty|kitties|doggo|pitbulls?|pit bulls?|labs?|labrador|golden retriever|goldendoodle|(?:[a-z]+)?doodle|french ?ie|frenchie|chihuahua|german shepherd|husky|corgi|poodle|terrier|beagle|bulldog|breed|rabbits?|bunny|hamsters?|parrot|bird|ferret|reptile|lizard|animals?|furry|fur bab(?:y|ies)|mascotas?|perr[oa]s?|perrit[oa]s?|gat[oa]s?|gatit[oa]s?|animales)\b/u,
    facts: PETS,
  },
  {
    id: "ev_charging",
    intent: "policy_question",
    label: ["Charging", "Carga"],
    asked: /\b(?:evs?|tesla|electric (?:car|vehicle)|charg(?:er|ing) (?:station|for|my)|charge my)\b/u,
    facts: ["evCharging"],
    within: { facts: PARKING, says: /\bev\b|charg/iu },
  },
  {
    id: "parking_cost",
    intent: "policy_question",
    label: ["Parking", "Estacionamiento"],
    asked:
      /\b(?:(?:how much|cost|price|fee|extra|charge)[^?.\n]{0,24} (?:parking|garage|spot|park)\b|parking (?:fees?|costs?|extra|price|rates?|free))\b/u,
    facts: ["parkingFee", "parkingCost", "parkingPrice"],
    within: { facts: PARKING, says: MONEY },
  },
  {
    id: "parking",
    intent: "policy_question",
    label: ["Parking", "Estacionamiento"],
    asked:
      /\b(?:parking|(?:tenants?|people|residents|we|i|you) (?:usually |normally )?park\b|park (?:my|a|the|our|two|2|there|on|car|in|outside|nearby|it)|garages?|carport|driveway|(?:for|have|got|own|bring) (?:a |my |our |one |two |2 |1 )?(?:cars?|truck|vehicles?|motorcycle)|(?:where|place|spot|space) (?:to|for|can i) (?:park|(?:a |my )?car)|ev charg\w+|estacionamiento|parqueo|cochera|garaje|aparcamiento|estacionar|parquear|aparcar)\b/u,
    facts: PARKING,
  },
  {
    id: "early_end",
    intent: "policy_question",
    label: ["Leaving early", "Salida anticipada"],
    asked:
      /\b(?:break (?:the |my |a )?lease|lease break|early termination|terminate|(?:leave|move out|end it|get out|end the (?:lease|contract)|out of the lease)[^?.\n]{0,16}(?:early|before|sooner)|cancellation|buy ?out)\b/u,
    facts: ["earlyTermination", "leaseBreak"],
    within: { facts: LEASE, says: /terminat|break|early|leave/iu },
  },
  {
    id: "sublet",
    intent: "policy_question",
    label: ["Subletting", "Subarriendo"],
    asked:
      /\b(?:(?<!\b(?:the|this|your|a) )subl(?:et|ease|etting|easing)\w*|airbnb it\b|(?:on|allow|do|run) airbnb|lease transfer|subarrendar|subalquilar)\b/u,
    facts: ["sublet", "subletting"],
    within: { facts: LEASE, says: /sublet|sublease/iu },
  },
  {
    id: "renewal",
    intent: "policy_question",
    label: ["Renewal", "Renovación"],
    asked: /\b(?:renew\w*|extend\w*|extension|stay longer|renovar|extender)\b/u,
    facts: ["renewal"],
    within: { facts: LEASE, says: /renew|exten|month[- ]to[- ]month/iu },
  },
  {
    id: "lease_change",
    intent: "policy_question",
    label: ["Lease changes", "Cambios de contrato"],
    asked: /\b(?:add (?:\w+ ){1,3}to the lease|(?:put|get) (?:\w+ ){1,3}on the lease)\b/u,
    facts: ["leaseChanges"],
  },
  {
    id: "lease_terms",
    intent: "policy_question",
    label: ["Lease terms", "Contrato"],
    asked:
      /\b(?:how long (?:would|do|must|will|should) (?:i|we) (?:have to |need to |be )?(?:commit|sign|stay|renting)|(?:short|long)(?:er|est)? (?:lease|stay|term|contract|rental)s?|lease (?:terms?|lengths?|duration|agreement|options?|period|required|be|is|start|requirement|shorter|flexible|minimum)|leases\b|(?:length|term|duration|terms) of (?:the )?(?:lease|stay|contract)|(?:how long|what length|what kind of|what type of|whats the|what is the)(?: is| of a)?(?: the)? (?:lease|contract|term|stay|minimum stay)|(?:short|long)(?:er)?[- ]?terms?|month[- ](?:to|by)[- ]month|m2m|mtm|minimum (?:stay|lease|term|rental|commitment|length|number)|min(?:imum)?\.? (?:stay|lease|term)|(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a|full)[- ](?:month|mo|year|yr|week)s?[- ](?:lease|contract|rental|stay|term|minimum|sublet|commitment)|(?:lease|rent|stay|sign|take|have|rented|it|here|there|do|contract) (?:it |this |on a |for a |for |a |only |just |at least |like )*(?:for |of )?(?:only |just |about |around |like )*(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|a few|a couple)(?: ?(?:-|to|or) ?\d{1,2})?[ -](?:months?|weeks?|mos?\b|years?|yrs?)|(?:\d{1,2}|six|three|few|four|two)[- ]?months? (?:possible|ok|work|only|instead|fine|be ok|be possible)|contrato|plazo|meses (?:minimo|de contrato)|minimo de (?:meses|estancia|estadia))/u,
    facts: [
      "leaseTerms",
      "leaseTerm",
      "leaseLength",
      "minLease",
      "minimumStay",
      "minimumTerm",
      "lease",
      "minTerm",
      "leaseMonths",
    ],
  },
  {
    id: "guarantor",
    intent: "policy_question",
    label: ["Guarantor", "Aval"],
    asked: /\b(?:guarant\w+|co-?sign\w*|the ?guarantors|insurent|rhino|leap\b|aval(?:es)?|fiador\w*|garante)\b/u,
    facts: ["guarantor", "guarantors", "cosigner", "guarantorPolicy"],
    within: { facts: APPLICATION, says: /guarant|co-?sign/iu },
  },
  {
    id: "guests",
    intent: "policy_question",
    asked:
      /\b(?:guests?|visitors?|overnight|parties|party|girlfriend|boyfriend (?:stay|over)|stay over|house rules|rules|quiet hours|visitas permitid\w+|reglas)\b/u,
    facts: ["guests", "guestPolicy", "houseRules", "rules"],
    label: ["House rules", "Reglas"],
  },
  {
    id: "insurance",
    intent: "policy_question",
    asked: /\b(?:renters? insurance|insurance|seguro(?! social))\b/u,
    facts: ["insurance", "rentersInsurance"],
    label: ["Renter's insurance", "Seguro"],
  },
  {
    id: "payment",
    intent: "policy_question",
    asked:
      /\b(?:pay(?:ment)? (?:the )?(?:rent )?(?:by|with|via|through|online|method|options|plan)|how (?:do|would|can|should) (?:i|we) pay|(?:accept|take) (?:checks?|cash|credit cards?|venmo|zelle|cards?)|late fees?|grace period|when is (?:the )?rent due|rent due|split the (?:rent|deposit)|installments?|pay (?:monthly|weekly|in))\b/u,
    facts: ["payment", "paymentMethods", "rentDue", "howToPay"],
    label: ["Payment", "Pago"],
  },
  {
    id: "hold",
    intent: "policy_question",
    asked:
      /\b(?:hold (?:it|the (?:unit|apartment|place|room|spot)|this)|holding (?:deposit|fee)|reserve (?:it|the|this)|put (?:a |down a )(?:deposit|hold)|take it off (?:the )?market|apartar(?:lo|la)?)\b/u,
    facts: ["holding", "holdPolicy", "reservation"],
    label: ["Holding", "Reserva"],
  },
  {
    id: "paint",
    intent: "policy_question",
    asked:
      /\b(?:(?:re)?paint(?:ing)? (?:the )?(?:walls?|rooms?)|can (?:i|we) (?:repaint|paint|hang|install|mount|change)|mount (?:a |my )?tv|drill)\b/u,
    facts: ["alterations", "paintPolicy"],
    label: ["Alterations", "Cambios"],
  },
];
