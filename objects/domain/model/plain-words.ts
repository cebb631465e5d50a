// The words that a reply may be made of besides the words of its facts: courtesy and grammar, and nothing that describes a home,
// an area, people, prices, times or promises, and nothing that denies or bounds. What is not here is a claim that some record
// would have to hold. In reading form (triage/normalise.ts): lower case, no accents, no apostrophes.

const ENGLISH =
  "a about also an and any are as ask asking at be by can come could do for from glad happy have hear hello help here hi i in interest interested is it its just know let like look looking me message my of on our please question questions reach reaching say see send show showing so tell thank thanks that the them there these they this to up us visit we welcome what which will with would write writing you your yours";
const SPANISH =
  "a alguna aqui con cualquier de del desde duda dudas el ella en es escribir escribirnos escribanos esta estan este gracias gusto hola interes la las le les lo los me mucho nos para por pregunta preguntas que saber se sobre son su sus tambien tiene tienen un una visita y ya usted";

export const PLAIN_WORDS: ReadonlySet<string> = new Set(`${ENGLISH} ${SPANISH}`.split(" "));
