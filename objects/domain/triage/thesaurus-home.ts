// Owns the words for the home, its rooms and things, the building, the street and how one gets about.
// The notation is that of thesaurus-grammar.ts.

export const HOME: Readonly<Record<string, string>> = {
  home: "apartment* place unit house home studio condo flat loft townhouse townhome duplex property listing rental departamento depa apartamento piso casa estudio vivienda ad advert post posting anuncio publicacion lugar propiedad lodging accommodation crib residence pad",
  room: "room rooms cuarto habitacion recamara alcoba pieza bedroom bedrooms dormitorio recamaras cuartos habitaciones",
  bath: "bath baths bathroom bathrooms shower tub bathtub bano banos toilet ensuite en_suite half_bath ducha regadera",
  kitchen:
    "kitchen kitchenette cocina stove oven fridge refrigerator refri microwave dishwasher cook cooking cocinar estufa horno appliances gas_stove range countertop lavavajillas electrodomesticos freezer pantry counter counters island_kitchen air_fryer hob",
  laundry: "laundry washer dryer washing wash lavadora secadora lavanderia laundromat lavar w_d",
  furniture:
    "furnish* amuebl* furniture muebles bed mattress couch sofa desk table chair* cama escritorio closet closets wardrobe unfurnished sofabed linens bedding sabanas dresser futon bunk beds lamp bookshelf shelf shelves drawer drawers dishes pots pans towels pillow desk_space tank aquarium tv_stand bare empty seat chairs hangers tv hanging_rod futon_bed",
  size: "size big small large spacious square feet sqft sq_ft dimension* tamano grande pequeno metros m2 measure* footage king queen fits_a layout floorplan floor_plan ceiling_height tiny closet_space storage_space inches ft high_ceilings width narrow roomy cramped big_enough fits fit_a capacity bedroom_size ancho largo_por",
  floor:
    "floor floors piso planta stairs elevator lift ascensor elevador escaleras walkup walk_up which_floor ground_floor top_floor story basement sotano hardwood carpet",
  light:
    "light sunlight natural_light sunny bright dark luz luminoso window windows ventana ventanas facing daylight lights switch bulb lit breaker fuse lamp_post daylight_in dawn",
  outdoor:
    "balcony patio yard garden terrace backyard deck roof rooftop jardin terraza balcon bbq grill porch courtyard azotea lawn grass fenced fence_yard umbrella stoop porch_swing alley",
  climate:
    "ac a_c aircon air_conditioning air_conditioner central_air heat heating heater radiator calefaccion aire aire_acondicionado hvac boiler thermostat warm cold hot clima ventilador",
  internet: "internet wifi wi_fi fiber broadband ethernet isp wireless conexion cable tv television verizon spectrum",
  amenity:
    "gym pool doorman concierge amenit* storage bike_room package packages mailroom portero gimnasio alberca piscina almacen bodega trash recycling mail locker coworking lounge basura amenidades facilities dock fitness sauna hot_tub playroom library cellar dumbwaiter mail_room",
  photo:
    "photo* picture* pic pics foto fotos video videos image* imagen* floorplan tour_video walkthrough_video camera_roll photograph photographs screenshots_of imagenes",
  address:
    "address direccion exact_location cross_street intersection zip ubicacion ubicado ubicada located map street where_exactly which_street block",
  area: "area neighborhood neighbourhood barrio zona vecindario colonia district part_of surroundings community town block blocks street streets avenue downtown corner vibe environment around_there",
  near: "near nearby close closest distance walking walkable cerca cercano lejos far minutes_from around_the proximity next_to",
  transit:
    "subway train bus metro transit station commute transport* tube ferry tren autobus camion parada highway stop trains bike greyhound amtrak light_rail streetcar tram drive_to commute_to path_train lirr",
  shops:
    "grocery groceries supermarket store stores shops shopping restaurants cafe tiendas super supermercado deli target",
  noise:
    "noise noisy quiet loud quietness ruido ruidoso tranquilo silencio soundproof thin_walls calm peaceful sound barking footsteps_above walls_thin thin_wall traffic_noise street_noise construction_noise construction bar_below church_bells sirens ambulance_noise party_noise quiet_hours loud_neighbors decibels sleep_light light_sleeper day_sleeper",
  parking:
    "parking park garage driveway carport estacionamiento estacionar parqueo cochera garaje street_parking parking_spot aparcamiento valet",
  car: "car cars truck motorcycle carro coche auto vehicle suv ev tesla charger moto camioneta vehiculo van rv",
  pet: "pet pets dog dogs cat cats puppy puppies kitten kitty mascota mascotas perro perra perros gato gata gatos perrito gatito labrador husky pitbull pit_bull poodle bulldog chihuahua rabbit hamster bird parrot snake fish ferret breed beagle corgi terrier mastiff shepherd dachshund reptile turtle lizard conejo guinea retriever pooch feline canine furry husky_mix huskies lab golden doodle goldendoodle frenchie pug rottweiler doberman bunny bunnies chinchilla guinea_pig iguana gecko tortoise aquarium_fish kittens pup pups doggo gatitos perritos cachorro canario loro spayed neutered litter_box litter lbs pounds breed_restriction vaccinated sweet_dog horse hens chickens birds parakeet rescue_dog",
  condition:
    "condition renovated renovation new_paint paint* mold mould bugs bed_bugs roaches mice mouse rats clean cleaned dirty limpio sucio pest pests cucarachas ratones moho remodel* updated old smell old_building repairs humedad leak_history infestation water_pressure pressure plumbing wiring insulation drafty draft leaks_before bedbugs ants termites squeaky creaky peeling stains stain smells_like odor_free asbestos lead ventilation pintado recien_pintado humid",
  building:
    "building edificio complex tower units_in how_old built landlord_lives doorbell intercom lobby entrance entrada hallway stairwell hall roof_top super_lives brick units upstairs downstairs_neighbors corridor",
  secure:
    "secure security camera cameras lock locks doorman alarm_system gated seguridad intercom buzzer keypad camaras fob",
  roommate:
    "roommate* housemate* flatmate* roomie* companer* roomate* co_living shared share_with sharing compart* others_live living_with who_lives household lives_there people_live mates tenants_are",
  private: "private own_bathroom own_bath privado propio propia entire_place to_myself exclusive",
  smoke_habit:
    "420 smoking smoke smoker smokers fumar fumo fumador vape vaping weed cannabis cigarette cigarettes marijuana tabaco",
  guest:
    "guest guests visitor visitors overnight sleepover invitad* visitas girlfriend_stay boyfriend_stay party parties fiestas have_over stay_over hosting friends_over",
  sublet: "sublet* sublease* airbnb subarrend* subalquil* re_let assign_lease relet take_over lease_takeover",
  lease:
    "lease leases contract contrato contracto rental_agreement agreement term terms arrendamiento break_lease lease_break terminate early_termination clause cosigned lease_start lease_end lease_length contract_start break_it early_exit notice_period give_notice paragraph_of sign_for firmar_por plazo_minimo",
  rule: "rule rules policy policies allow* allowed permit* permiten permitid* acept* aceptan accept accepts accepted accepting restriction* prohibid* welcome admiten se_puede reglas ok_with okay_with ok_if alright_if mind problem_if issue_if reglamento politica friendly against",
  included:
    "included include includes including incluye incluid* incluyen covered comes_with come_with on_top separate separately extra aparte",
  utility:
    "utilit* electric electricity gas_bill water_bill bills luz_agua agua servicios electricidad gastos gas water sewer power_bill con_ed coned billing",
  owner_home:
    "who_owns owner owned dueno duena propietari* landlord landlords casero casera arrendador management administration lessor",
  live: "live lives living lived vivir vivo vive viven vivimos reside occupan* inhabit vivia",
  rent_verb: "rent rents renting rented rentar renta_de alquilar alquilo arrendar lease_it leasing lets rento",
  home_town:
    "city town ciudad county state downtown centro country pueblo estado suburb borough manhattan brooklyn queens bronx jersey boston chicago denver austin california texas ohio madrid lima bogota guadalajara",
  direction_word: "north south east west norte sur este oeste",
  water_word: "river beach lake ocean sea park bay trail playground",
  window_things:
    "curtains blinds wall walls ceiling door doors puerta gate fence tile tiles sink tap outlet outlets sockets lamp rug mirror pillow pared paredes fireplace skylight attic",
  unit_word: "unit units suite 2b #b b c apt_b",
  instrument:
    "piano guitar drum drums trombone cello violin trumpet music musica instrument practice rehearsal band orchestra choir vinyl karaoke sing singing sax",
  hobby:
    "basketball tennis chess robotics hiking hike kayak boat dance dancing cook bake baking bread garden_club yoga gaming gamer knitting cooking_club paint_art artist artists reads crosswords surfing skate gym_rat",
  bike: "bike bikes bicycle bicycles bici scooter cycling ebike e_bike",
  package_word: "package packages delivery deliveries amazon mailbox usps parcel entrega ups fedex",
  food: "food lunch dinner breakfast coffee pizza soup bread wine comida cena restaurant bar restaurante beer eggs milk tomatoes meal takeout",
  size_count: "two_bedroom one_bedroom three_bedroom 2br 1br 3br two_bed one_bed bedrooms how_big",
  sound_word: "snore snores whistle clang creak alarm_clock tv_loud ringing bell bang hammer knocking",
  service: "service services servicio cleaning cleaner cleaners limpieza maid housekeeping repairs_service",
  listing_site:
    "craigslist zillow spareroom renthop leasebreak roomies furnished_finder facebook marketplace streeteasy apartments_com hotpads trulia kijiji",
};
