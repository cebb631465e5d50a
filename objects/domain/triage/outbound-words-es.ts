// The Spanish words that the outbound rules look for, in normalised text (lower case, no accents: "manana", "ninos").
// Each rule is put together from word lists, so that a list can be read and added to.
import type { OutboundWords } from "./outbound-words.ts";

const list = (...words: readonly string[]) => `(?:${words.join("|")})`;
const upTo = (words: number) => `(?:\\w+ ){0,${words}}`;
const anyOf = (...patterns: readonly string[]) => new RegExp(`\\b(?:${patterns.join("|")})\\b`, "u");

const AREA = list("barrio", "zona", "area", "vecindario", "colonia", "sector", "edificio", "calle", "vecindad");
const QUALITY = list(
  "segur[oa]",
  "insegur[oa]",
  "peligros[oa]",
  "familiar",
  "tranquil[oa]",
  "buen[oa]",
  "mal[oa]",
  "decente",
);
const SCHOOLS = list("escuelas", "colegios");
const PEOPLE = list(
  ...["familias", "estudiantes", "profesionales", "blancos", "negros", "latinos", "hispanos", "asiaticos", "judios"],
  ...[
    "musulmanes",
    "cristianos",
    "jovenes",
    "jubilados",
    "inmigrantes",
    "extranjeros",
    "gente (?:joven|mayor|de bien)",
  ],
);
/** Who is protected, and what their rent comes from, as words behind a refusal. */
const PROTECTED = list(
  ...["seccion (?:8|ocho)", "section 8", "vales?", "vouchers?", "subsidios?", "asistencia (?:publica|social)"],
  ...["ninos", "ninas", "hijos", "bebes", "menores", "familias", "embarazadas?", "madres solteras", "adultos mayores"],
  ...["animal(?:es)? de (?:servicio|apoyo|asistencia)", "perros? (?:guia|de servicio|de apoyo)", "sillas? de ruedas"],
  ...["discapacitad\\w+", "discapacidad(?:es)?", "musulman\\w*", "judi[oa]s", "cristian[oa]s", "inmigrantes"],
  ...["indocumentad\\w+", "extranjer[oa]s", "latin[oa]s", "negr[oa]s", "gays?", "lesbianas?", "trans\\w*"],
);
const TAKE = list(
  ...[
    "acept\\w+",
    "permit\\w+",
    "admit\\w+",
    "quer\\w+",
    "quier\\w+",
    "rent\\w+",
    "alquil\\w+",
    "recib\\w+",
    "tom\\w+",
  ],
);
const KINDS_OF_TENANT = list(
  ...["mujeres", "hombres", "senoritas", "chicas", "chicos", "damas", "caballeros", "adultos", "cristian[oa]s"],
  ...["ciudadanos", "parejas", "profesionales", "jovenes", "solter[oa]s", "estudiantes", "familias", "americanos"],
);
const STANDING = list(
  ...["raza", "religion", "nacionalidad", "etnia", "edad", "estado civil", "discapacidad", "orientacion sexual"],
  ...["(?:estatus|estado|situacion) migratori[oa]"],
);
const TRAITS = list(
  ...["casad[oa]", "embarazada", "discapacitad[oa]", "religios[oa]", "musulman\\w*", "judi[oa]", "cristian[oa]", "gay"],
  ...["ciudadan[oa]", "soltera", "divorciad[oa]"],
);
const SEND = list(
  ...["envi\\w+", "mand\\w+", "comparta\\w*", "comparte\\w*", "deme", "denos", "dame", "danos", "proporcion\\w+"],
  ...["necesit\\w+", "cual es", "confirm\\w+", "escrib\\w+", "pase(?:me|nos)", "pasame", "digame", "dime"],
);
const SENSITIVE = list(
  ...[
    "ssn",
    "seguro social",
    "numero de (?:tarjeta|cuenta|ruta|pasaporte|seguro)",
    "datos (?:bancarios|de (?:la|su|tu) tarjeta)",
  ],
  ...[
    "tarjeta de (?:credito|debito)",
    "cuenta (?:bancaria|de banco)",
    "cvv",
    "pasaporte",
    "licencia de (?:conducir|manejar)",
  ],
  ...["fecha de nacimiento", "contrasena", "(?:copia|foto) de (?:su|tu) (?:id|ine|identificacion|licencia|pasaporte)"],
);
const APPS = list("zelle", "venmo", "cash ?app", "paypal", "western union");

export const SPANISH: OutboundWords = {
  "T40 steering": anyOf(
    `${AREA} (?:es |muy |super |bastante |mas |un poco )*${QUALITY}`,
    `${list("buen", "mal", "mejor", "peor")} ${AREA}`,
    `${list("buenas?", "buenos", "excelentes", "mejores", "malas", "malos")} ${SCHOOLS}`,
    `${list("poca", "baja", "mucha", "alta", "sin")} ${list("delincuencia", "criminalidad")}`,
    `${list("mayoria", "mayormente", "puros", "puras", "lleno", "muchas", "muchos", "solo viven")} (?:de |son )?${PEOPLE}`,
    `${list("tipo", "clase")} de ${list("gente", "personas", "vecinos")}`,
    `${list("perfect[oa]", "ideal", "apt[oa]", "mejor", "pensad[oa]")} para (?:una? )?(?:${PEOPLE}|parejas?|mujeres|hombres|solteros?|familia|estudiante)`,
  ),
  "T41 refuses_protected": anyOf(
    `${list("no", "ni", "nunca", "tampoco")} (?:se |les? )?(?:puede |podemos )?${TAKE} ${upTo(4)}${PROTECTED}`,
    `${list("no", "nada de", "cero")} ${PROTECTED}`,
    `${list("solo", "solamente", "unicamente", "exclusivamente")} ${upTo(2)}${KINDS_OF_TENANT}`,
    `${list("preferimos", "prefiero", "se prefieren?", "buscamos", "busco")} ${upTo(2)}${KINDS_OF_TENANT}`,
    `${list("cual es", "digame", "dime", "diganos")} (?:su|tu) ${STANDING}`,
    `${list("es", "eres", "esta", "estas")} (?:usted |tu )?${TRAITS}`,
    `${list("tiene", "tienes", "tienen")} (?:usted |ustedes )?${list("hijos", "ninos")}`,
    "que edad tienen?s?|cuantos anos tienen?s?",
  ),
  "T42 asks_sensitive_data": anyOf(`${SEND} ${upTo(5)}${SENSITIVE}`),
  "T45 promise": anyOf(
    "garantiz\\w+",
    "(?:le|te|les) prometo|prometemos",
    "(?:esta|estas|fue|ha sido|queda) (?:usted )?aprobad[oa]",
    "(?:ya )?es (?:suyo|tuyo|suya|tuya)",
    "(?:podemos|vamos a|puedo) (?:bajar|rebajar|reducir|quitar) (?:la|el) (?:renta|alquiler|deposito|precio|cuota)",
    "(?:le|te|se) (?:bajamos|rebajamos|reducimos|apartamos|guardamos)",
  ),
  "T46 abuse": anyOf(
    ...["idiotas?", "estupid[oa]s?", "imbecil(?:es)?", "pendej\\w+", "cabron\\w*", "put[oa]s?", "mierda", "chinga\\w*"],
    ...["callese", "callate", "vete al (?:diablo|carajo)", "maldit[oa]s?"],
  ),
  "T47 claims_human": anyOf(
    "no soy (?:un |una )?(?:bot|robot|maquina|ia|programa|asistente automatic\\w+)",
    "soy (?:una |un )?(?:persona|human[oa]|ser humano)",
    "(?:habla|hablas|hablando|escribe|escribiendo) con (?:una? )?(?:persona real|human[oa]|ser humano)",
  ),
  "T48 off_platform_payment": anyOf(
    `(?:pag\\w+|envi\\w+|mand\\w+|deposit\\w+|transfier\\w+) ${upTo(5)}(?:por|via|con|mediante|a traves de) ${APPS}`,
    `(?:haga|haz|hagame|hazme) (?:un|el) zelle`,
    "tarjetas? de regalo|criptomonedas?",
  ),
};
