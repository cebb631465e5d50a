// Owns the questions about the home itself (features, building, area): one part of the topic table of topics.ts.
import type { Topic } from "./topic.ts";

/** Features whose name says all: a record that names them anywhere tells of them. */
const PLAIN = new Set([
  "laundry",
  "air_conditioning",
  "dishwasher",
  "elevator",
  "gym",
  "doorman",
  "storage",
  "outdoor",
]);

/** One plain feature: asked by these words, answered by these facts, or by an amenities record that names it. */
function feature(
  id: string,
  asked: RegExp,
  facts: readonly string[],
  says: RegExp,
  label: readonly [string, string],
): Topic {
  return {
    id,
    intent: "unit_question",
    asked,
    facts,
    within: {
      facts: ["amenities", "features", "appliances", "description", "building", "floor", "furnished"],
      says,
      isPlain: PLAIN.has(id),
    },
    label,
  };
}

export const UNIT_TOPICS: readonly Topic[] = [
  feature(
    "laundry",
    /\b(?:laundry|laundromat|washers?|dryers?|washing machine|w\/?d\b|lavadora|lavanderia|secadora)\b/u,
    ["laundry", "washerDryer", "inUnitLaundry", "washer"],
    /laundry|washer|dryer/iu,
    ["Laundry", "Lavandería"],
  ),
  feature(
    "furnished",
    /(?<!\b(?:the|your|this|that) )\b(?:un)?furnish\w*|\bfurnish\w*\b(?! (?:place|apartment|unit|room|flat|studio|home|rental|house)s?\b)|\b(?:furniture|come with (?:a )?(?:bed|furniture)|am(?:ue|o)blad\w+|muebles)\b/u,
    ["furnished", "furnishing", "furniture"],
    /furnish/iu,
    ["Furnished", "Amueblado"],
  ),
  feature(
    "size",
    /\b(?:square (?:feet|foot|footage|ft)|sq\.? ?f(?:t|eet|oot)|sqft|how (?:big|large|small|spacious)|what size|size of|dimensions|measurements|m2|metros|tamano|que tan grande)\b/u,
    ["squareFeet", "sqft", "sizeSqft", "size", "area", "squareFootage", "floorArea"],
    /sq|feet|m2/iu,
    ["Size", "Tamaño"],
  ),
  feature(
    "bedrooms",
    /\b(?:how many (?:bed ?rooms?|beds|rooms|br\b)|number of (?:bed)?rooms|(?:is (?:it|this)|its) (?:a|an|really a|actually a) (?:\d|one|two|three|studio|true)[- ]?(?:bed|br|bedroom)?|true (?:\d|one|two)|cuantas (?:habitaciones|recamaras|cuartos))/u,
    ["bedrooms", "beds", "bedroomCount", "rooms"],
    /bed/iu,
    ["Bedrooms", "Habitaciones"],
  ),
  feature(
    "bathrooms",
    /\b(?:how many (?:bath\w*|baths)|cuantos banos)/u,
    ["bathrooms", "baths", "bathroom", "privateBath"],
    /bath/iu,
    ["Bathrooms", "Baños"],
  ),
  {
    id: "own_bathroom",
    intent: "unit_question",
    asked:
      /\b(?:(?:private|shared|own|ensuite|en suite|separate) (?:bath\w*|ensuite)|share (?:the |a )?bath\w*|bath(?:room)? (?:private|shared)|bano (?:privado|propio|compartido))/u,
    facts: ["privateBath", "privateBathroom"],
    within: {
      facts: ["bathrooms", "baths", "bathroom", "amenities", "features", "description"],
      says: /private|shared?|own|en-?suite|whole|entire/iu,
    },
    label: ["Bathroom", "Baño"],
  },
  feature(
    "address",
    /\b(?:address|where(?:s| is| are| exactly)(?: is)? (?:it|this|that|the (?:apartment|place|unit|property|building|house|room|listing|studio)|you|exactly|this (?:apartment|place|unit|property))(?: exactly)?(?: located)?|located|exact location|whats the location|what is the location|location of|cross ?streets?|which street|what street|direccion|donde (?:esta|queda|se encuentra)|ubicad\w+|ubicacion)\b/u,
    ["address", "location", "crossStreets", "streetAddress"],
    /street|avenue/iu,
    ["Address", "Dirección"],
  ),
  feature(
    "transit",
    /\b(?:subway|(?<!\b(?:my|i|to) )trains?|metro|tram|(?<!my )bus(?:es)?\b|transit|public transport\w*|commute|(?:l|el|train|metro|tram) stops?|nearest stop|station)\b/u,
    ["transit", "transport", "nearbyTransit", "subway", "publicTransport", "commute", "nearby"],
    /train|subway|bus|metro|transit/iu,
    ["Transit", "Transporte"],
  ),
  feature(
    "nearby",
    /\b(?:walk(?:ing)? distance|how fars?|close to|near (?:the|a|any|by|to)|nearby|distance (?:to|from)|minutes from|grocery|supermarket|shops|restaurants|freeway|highway|que tan lejos|cerca|a cuanto (?:queda|esta))\b/u,
    ["nearby", "nearbyPlaces", "surroundings"],
    /\bnear|minutes? (?:to|from)|walk (?:to|from)/iu,
    ["Nearby", "Cerca"],
  ),
  feature(
    "neighbourhood",
    /\b(?:neighbou?rhood|(?:the|that|your) area|area like|which area|what area|part of (?:town|the city|brooklyn|queens|manhattan)|barrio|vecindario|colonia|zona)\b/u,
    ["neighborhood", "neighbourhood", "areaName", "district"],
    /neighbou?rhood/iu,
    ["Neighbourhood", "Barrio"],
  ),
  feature(
    "air_conditioning",
    /\b(?:a\/c|ac\b|air ?con\w*|central air|cooling|aire acondicionado)/u,
    ["airConditioning", "ac", "cooling", "aircon", "hvac"],
    /\ba\/?c\b|air|hvac/iu,
    ["Air conditioning", "Aire acondicionado"],
  ),
  feature(
    "heating",
    /\b(?:heating (?:system|type|work)|what (?:kind|type) of heat\w*|(?:central|gas|electric|radiator|baseboard|floor) heat\w*|heaters?|radiators?|boiler|furnace|is there heat|calefaccion)\b/u,
    ["heating", "heat", "hvac"],
    /heat|hvac/iu,
    ["Heating", "Calefacción"],
  ),
  feature("dishwasher", /\b(?:dish ?washers?|lavavajillas|lavaplatos)\b/u, ["dishwasher"], /dishwasher/iu, [
    "Dishwasher",
    "Lavavajillas",
  ]),
  feature(
    "kitchen",
    /\b(?:kitchen\w*|stoves?|ovens?|fridge|refrigerator|microwave|appliances|(?:gas|electric) (?:stove|range|oven)|cocina|estufa|nevera|refrigerador)\b/u,
    ["kitchen", "appliances", "stove"],
    /kitchen|stove|oven|fridge|range|appliance/iu,
    ["Kitchen", "Cocina"],
  ),
  feature(
    "elevator",
    /\b(?:elevators?|lift\b|walk ?up|walkup|elevador|ascensor|stairs|flights?)\b/u,
    ["elevator", "lift", "walkUp"],
    /elevator|lift|walk-?up/iu,
    ["Elevator", "Ascensor"],
  ),
  feature(
    "floor",
    /\b(?:what floor|which floor|floor is|(?:first|second|third|ground|top|1st|2nd|3rd|4th|5th) floor|floor (?:plan|level)|que piso|en que piso|planos?)\b/u,
    ["floor", "floorNumber", "floorPlan", "level"],
    /floor/iu,
    ["Floor", "Piso"],
  ),
  feature(
    "outdoor",
    /\b(?:balcon\w+|patio|yard|backyard|back yard|garden|terrace|roof ?(?:top|deck)|deck|outdoor space|outside space|porch|terraza|jardin)\b/u,
    ["balcony", "outdoorSpace", "yard", "patio", "roofDeck", "garden", "terrace"],
    /balcon|patio|yard|roof|terrace|garden|deck/iu,
    ["Outdoor space", "Espacio exterior"],
  ),
  feature(
    "gym",
    /\b(?:gym|fitness|pool|swimming|amenit\w+|sauna|lounge|alberca|piscina|gimnasio|amenidades)\b/u,
    ["amenities", "gym", "pool", "buildingAmenities", "fitness"],
    /gym|pool|fitness|lounge/iu,
    ["Amenities", "Comodidades"],
  ),
  feature(
    "doorman",
    /\b(?:door ?man|concierge|security (?:guard|system|cameras?|building)|intercom|package (?:room|delivery|theft)|packages|portero|super on site|superintendent|live in super|on site (?:super|manager|maintenance))\b/u,
    ["doorman", "concierge", "security", "packages", "super"],
    /doorman|concierge|intercom|package|super/iu,
    ["Doorman", "Portero"],
  ),
  feature(
    "storage",
    /\b(?:storage|closets?|closet space|bike (?:room|storage|rack)|bikes?|bicycles?|bodega|closet|armario)\b/u,
    ["storage", "closets", "bikeStorage"],
    /storage|closet|bike/iu,
    ["Storage", "Almacenamiento"],
  ),
  feature(
    "smoking",
    /\b(?:smok\w+\b(?! (?:detector|alarm))|vap(?:e|ing)|cigarettes?|weed|420|fumar|fumador\w*)\b/u,
    ["smoking", "smokingPolicy"],
    /smok/iu,
    ["Smoking", "Fumar"],
  ),
  feature(
    "occupants",
    /\b(?:how many (?:people|persons|occupants|tenants|roommates|housemates|others|residents)|max(?:imum)?\.? (?:number of )?(?:occupan\w+|people|tenants)|max(?:imum)? occupancy|occupancy limit|(?:two|three|four|2|3|4) (?:people|persons|adults|of us|roommates|tenants)|(?:share|live|room|living) with|roommates?|housemates?|flatmates?|who (?:lives|else|are the|is the|would i)|cuantas personas|companer[oa]s)\b/u,
    ["maxOccupants", "occupants", "occupancy", "roommates", "housemates", "household"],
    /occupan|roommate|housemate|people/iu,
    ["Occupancy", "Ocupantes"],
  ),
  feature(
    "photos",
    /\b(?:photos?|pics?|pictures?|videos?|virtual (?:tour|showing|viewing)|video (?:tour|call|walk)|face ?time|zoom|floor ?plans?|fotos?|imagenes)\b/u,
    ["photos", "photoLink", "virtualTour", "video", "videoTour"],
    /photo|video|virtual/iu,
    ["Photos", "Fotos"],
  ),
  feature(
    "view",
    /\b(?:(?<!to |and |i |we |could |come |please |can |then )views?(?! (?:it|the|this|that|your|a|an|in)\b)|natural light|sun ?light|sunny|bright|windows?|facing|noisy|noise|quiet|loud|sound ?proof\w*|thin walls|ruido|luz natural|ventanas?)\b/u,
    ["view", "light", "exposure", "noise", "windows"],
    /view|light|window|quiet/iu,
    ["Light and noise", "Luz y ruido"],
  ),
  feature(
    "condition",
    /\b(?:renovat\w+|remodel\w+|hardwood|carpet\w*|new(?:ly)? (?:renovated|built)|how old|year built|built in|bed ?bugs?|bugs|roach\w*|mice|mold|pests?|rodents?|ceiling\w*|flooring|maintenance|repairs?|water pressure)\b/u,
    ["condition", "renovated", "flooring", "yearBuilt", "maintenance"],
    /renovat|hardwood|carpet|built|floor/iu,
    ["Condition", "Estado"],
  ),
];
