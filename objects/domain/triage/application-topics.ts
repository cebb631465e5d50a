// Owns the questions about applying: how, with what, what it costs, who qualifies, how it stands.
// One part of the topic table; the shape of a topic is in topic.ts.
import { MONEY } from "./money-words.ts";
import type { Topic } from "./topic.ts";

const APPLICATION = ["application", "howToApply", "applicationProcess", "applicationLink", "apply"];

export const APPLICATION_TOPICS: readonly Topic[] = [
  {
    id: "application_fee",
    intent: "application_question",
    label: ["Application fee", "Costo de la solicitud"],
    asked:
      /\b(?:app(?:lication)? fees?|(?:credit|background) (?:check|report) (?:fee|cost)|cost to apply|how much (?:is it |does it cost |to |is the |for the )*(?:apply|application)|fees? (?:to|for) (?:apply|applying|the application)|(?:costo|cuanto|precio)[^?\n]{0,20}(?:solicitud|aplica\w+))\b/u,
    facts: ["applicationFee", "appFee"],
    within: { facts: APPLICATION, says: MONEY },
  },
  {
    id: "application_status",
    intent: "application_question",
    label: ["Application status", "Estado de la solicitud"],
    asked:
      /\b(?:(?:status|update|news|word|progress|decision|received?|receive|got|get|see|review\w*|look at|hear(?: back)?)(?: \w+){0,4} (?:my|our|the) (?:application|paperwork|documents)|(?:my|our|the) (?:application|paperwork|documents)(?: \w+){0,3} (?:approved|denied|rejected|received|go through|accepted|complete|status|submitted|processed|pending)|(?:i|we|already|just) (?:have |already |just )?(?:applied|submitted|sent (?:in|you) (?:my|our|the))|(?:am i|are we|was i|were we|did i get|have i been) (?:approved|accepted|denied)|(?:how many|any|many|are there) (?:other )?(?:people )?(?:applicants|applications|people appl\w+)|mi solicitud|ya aplique)\b/u,
    facts: ["applicationStatus"],
  },
  {
    id: "approval_time",
    intent: "application_question",
    label: ["Approval time", "Tiempo de aprobación"],
    asked:
      /\b(?:(?:how (?:long|fast|soon|quick\w*)|when)[^?.\n]{0,40}(?:approv\w+|application|process\w*|hear back|decision|decide|screening|know if)|(?:approval|processing|screening) (?:time|take)|turnaround|cuanto tarda)\b/u,
    facts: ["approvalTime", "processingTime"],
    within: { facts: APPLICATION, says: /\b(?:hours?|days?|weeks?)\b/iu },
  },
  {
    id: "income",
    intent: "application_question",
    label: ["Income requirement", "Ingresos requeridos"],
    asked:
      /\b(?:income (?:requirements?|need\w*|restrict\w*|minimum|limit|verification|to qualify)|(?:minimum|required|how much|what|min) (?:annual |yearly |monthly )?(?:income|salary)|40x|forty times|(?:3|three|2\.5|2|40)(?: ?x| times) (?:the )?(?:rent|monthly|income)|proof of income|make (?:enough|to qualify)|earn to|ingresos?)\b/u,
    facts: ["incomeRequirement", "minIncome", "incomeRequired", "income", "minimumIncome"],
    within: {
      facts: [...APPLICATION, "requirements"],
      says: /\b(?:income|salary|earn\w*)\b.{0,30}\d|\d.{0,12}\b(?:income|salary)\b|\d(?:\.\d)? ?x\b|\btimes\b/iu,
    },
  },
  {
    id: "credit_check",
    intent: "application_question",
    label: ["Credit check", "Verificación de crédito"],
    asked:
      /\b(?:(?:credit|background) ?checks?|run (?:my|a|our) credit|(?:verifica\w*|revisan?|checan) (?:de |el |mi )?credito)\b/u,
    facts: ["creditCheck"],
    within: { facts: [...APPLICATION, "requirements"], says: /credit|background/iu },
  },
  {
    id: "evictions",
    intent: "application_question",
    label: ["Evictions", "Desalojos"],
    asked: /\b(?:evict\w*|bankrupt\w*|desaloj\w*|bancarrota)\b/u,
    facts: ["evictions", "evictionPolicy"],
    within: { facts: [...APPLICATION, "requirements"], says: /evict|bankrupt/iu },
  },
  {
    id: "credit",
    intent: "application_question",
    label: ["Credit requirement", "Crédito requerido"],
    asked:
      /\b(?:credit (?:score|requirements?|history|report|minimum)?s?|(?:bad|poor|no|low|good|my|without) credit|\b[5-8]\d\d (?:score|credit)|(?<!tarjeta de )credito|historial crediticio)\b(?! ?cards?)/u,
    facts: ["creditScore", "minCreditScore", "creditRequirement", "credit"],
    within: { facts: [...APPLICATION, "requirements"], says: /\b[5-8]\d\d\b|no (?:minimum )?credit/iu },
  },
  {
    id: "documents",
    intent: "application_question",
    label: ["Documents", "Documentos"],
    asked:
      /\b(?:(?:what|which|any|kind of|list of|have my) (?:\w+ ){0,3}(?:documents?|docs|paperwork|papers|references|proof|id)\b|documents? (?:do|are|needed|required)|(?:need|require|want|ask for|check|bring) (?:\w+ ){0,3}(?:documents?|docs|references|pay ?stubs?|bank statements?|proof|id\b)|what do (?:i|we|you) need (?:to (?:apply|submit|send|provide|bring)|from (?:me|us))|pay ?stubs?|bank statements?|tax returns?|w-?2|offer letter|employment letter|documentos|papeles)\b/u,
    facts: ["documents", "applicationDocuments", "requiredDocuments"],
    within: {
      facts: [...APPLICATION, "requirements"],
      says: /document|\bid\b|pay ?stub|proof|paperwork|statement|letter|reference/iu,
    },
  },
  {
    id: "requirements",
    intent: "application_question",
    label: ["Requirements", "Requisitos"],
    asked:
      /\b(?:requirements?|qualif(?:y|ications?|ied)|criteria|(?:would|will|could|can) (?:i|we) (?:still )?(?:be|get) (?:approved|accepted)|requisitos|calific\w+)\b/u,
    facts: ["requirements", "qualifications", "screeningCriteria"],
    within: { facts: APPLICATION, says: /requir|income|credit|score|qualif|40x|3x/iu },
  },
  {
    id: "co_applicants",
    intent: "application_question",
    label: ["Applicants", "Solicitantes"],
    asked:
      /\b(?:(?:both|each|every|all|roommates?|my (?:partner|husband|wife|boyfriend|girlfriend|roommate)|two|separate|joint)(?: \w+){0,6} appl\w+|appl\w+ (?:together|jointly|separately|as a (?:couple|group)|before (?:seeing|viewing|i see|touring|a tour)))/u,
    facts: ["coApplicants", "jointApplication"],
    within: { facts: APPLICATION, says: /each|both|every|adult|per (?:person|applicant|tenant)/iu },
  },
  {
    id: "application",
    intent: "application_question",
    label: ["Application", "Solicitud"],
    asked:
      /\b(?:appl(?:y|ying|ication|ications)|apps?\b(?= (?:in|for|to|process|link|form|online|please)|[?.!]|$)|(?:rental|online|a|the) form\b|next steps?|(?:what do i (?:need to )?do|how do i|what are the steps|steps) (?:to |now )?(?:rent|get|secure|lock|take|claim|move forward|proceed)|move forward|(?:where|how) (?:do|can|would) (?:i|we) (?:sign|start|proceed)|secure (?:it|the|this)|lock it (?:in|down)|solicitud|aplic\w+)\b/u,
    facts: APPLICATION,
  },
];
