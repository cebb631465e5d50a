// The words that a reply may be made of besides the words of its facts: courtesy and grammar, and nothing that describes a home,
// an area, people, prices, times or promises, and nothing that denies or bounds. What is not here is a claim that some record
// would have to hold. In reading form (triage/normalise.ts): lower case, no accents, no apostrophes.

const ENGLISH =
  "a also am an and any apartment are arrange as ask asking at be can come do for glad happy has have hear hello help here hi home i interest interested is it its know let like look looking love me message my of on our place please question questions regarding say see show showing so tell thank thanks that the them there unit these they this to us visit we welcome what which will with would write writing you your yours";
const SPANISH =
  "a alguna aqui con cualquier de departamento del duda dudas el ella en es escribir escribirnos escribanos apartamento esta estan este gracias gusto hola interes la las le les lo los me mensaje mucho nos para por pregunta preguntas que saber se son su sus tambien tiene tienen un una visita vivienda y ya usted";

export const PLAIN_WORDS: ReadonlySet<string> = new Set(`${ENGLISH} ${SPANISH}`.split(" "));

/** Whole phrases of courtesy whose words alone could bound or turn a fact ("about", "from", "if", "up"). */
export const PLAIN_PHRASES: readonly string[] = [
  "for reaching out",
  "for getting in touch",
  "feel free to ask",
  "great question",
  "good question",
  "feel free to write",
  "if you have any other questions",
  "if you have any questions",
  "if you have other questions",
  "if you have more questions",
  "if you would like to see it",
  "if you want to see it",
  "if you would like a showing",
  "look forward to hearing from you",
  "looking forward to hearing from you",
  "for your interest in the home",
  "for your interest in the apartment",
  "about the home",
  "about the apartment",
  "let me know",
  "let us know",
  "por su interes en la vivienda",
  "si tiene alguna otra pregunta",
  "si tiene alguna pregunta",
  "si tiene mas preguntas",
  "no dude en escribirnos",
];
