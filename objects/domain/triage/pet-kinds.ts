// Owns whether a record about pets speaks of the animal that the lead names. It must not know what is allowed.

const KINDS: readonly (readonly [kind: string, named: RegExp])[] = [
  [
    "dog",
    /\b(?:dogs?|pup(?:py|pies|s)?|doggo|perr[oa]s?|perrit[oa]s?|cachorr[oa]s?|labs?|labradors?|retrievers?|huskys?|huskies|beagles?|poodles?|doodles?|chihuahuas?|pit ?bulls?|pitties?|shepherds?|terriers?|corgis?|yorkies?|dachshunds?|bulldogs?|frenchies?|rottweilers?|pugs?|shih ?tzus?|mastiffs?|greyhounds?|maltese|collies?|canine)\b/u,
  ],
  ["cat", /\b(?:cats?|kitt(?:y|ies|ens?)|kitties|gat[oa]s?|gatit[oa]s?|tabby|feline|maine coons?|siamese)\b/u],
  [
    "other",
    /\b(?:rabbits?|bunn(?:y|ies)|hamsters?|guinea pigs?|gerbils?|rats?|mice|ferrets?|hedgehogs?|chinchillas?|snakes?|pythons?|lizards?|geckos?|iguanas?|bearded dragons?|turtles?|tortoises?|birds?|parrots?|parakeets?|budgies?|cockatiels?|canar(?:y|ies)|finch(?:es)?|fish|aquarium|tarantulas?|chickens?|hens?|conej[oa]s?|tortugas?|loros?|peric[oa]s?|canarios?|pez|peces|hurones?|cuyos?)\b/u,
  ],
];
/** A value that speaks of all animals, or lets no others in, tells of every one. */
const OF_ALL =
  /\b(?:pets?|animals?|only|mascotas?|animales|solo|none|no)\b(?! (?:dogs?|cats?|fee|extra|deposit|charge))/iu;

/** True when a text in reading form names an animal of which a record's value says nothing. */
export function isOtherAnimal(reading: string, value: string | number): boolean {
  const said = String(value).toLowerCase();
  if (OF_ALL.test(said)) return false;
  return KINDS.some(([, named]) => named.test(reading) && !named.test(said));
}
