// Owns the recognition of abuse: insults at us, threats of violence, sexual advances; in English and Spanish. Swearing at one's
// own luck, "sick" and "killer" as praise, and friendly idioms ("shoot you a text") are none.
import { anyOf, either, outside, phrase, type Reads, without, words } from "./matchers.ts";
import { OTHER_HOME } from "./other-home.ts";

/** Insults whoever they are aimed at. */
const VILE = words(`
  fu+c?k+_(?:you|u|off|this|that|your|ya|yall|yourself|ing|these|with_you) f+[*@#]+c?[*k#]+_?(?:you|u|off)
  f[*@#]+c?k\\w* fck\\w*
  fuck(?:ing)?_(?:answer|reply|idiots?|joke|bot|people|liars?|scam|ridiculous|waste|respond|agents?|landlords?|company|crooks?)
  (?:fuck|hell|heck)_is_wrong_with_you go_(?:screw|f|eff|fuck|f\\*+)_yourself bag_of_dicks
  sexy(?!_(?:kitchen|place|apartment|view|room|bathroom|building)) better_watch_(?:yourself|out|it) watch_yourself
  die_in_an?_\\w+ get_a_brain you_suck yall_suck stupid_ass shut_the_hell_up fuck(?:er|ers|face|tards?|wits?) stfu
  gtfo (?:screw|piss|eff|bugger|sod|f)_off waste_of_(?:oxygen|space|air|skin) ojala_te_(?:mueras|pudras) hdp ctm
  go_to_hell how_(?:stupid|dumb|useless|pathetic|incompetent)_(?:can|are)_(?:you|people)
  (?:lying|cheating)_(?:sack|piece|bastards?|\\w+_of) (?:got|get|gets|getting)_me_(?:hot|hard|wet) rot_in_hell
  burn_in_hell drop_dead screw_you brain_?dead shut_(?:your|ya|the)_(?:mouth|trap|face|fuck|hell) up_your_ass
  shut_(?:the_)?(?:fuck_)?up eat_shit suck_(?:my|it|a) kiss_my_\\w+ bull_?shit
  (?:piece|pieces|full|bunch|pile|load)_of_(?:shit|crap|trash|garbage) ass_?(?:holes?|hats?|clowns?) b[i!1*]tch\\w*
  bastards? cunts? mother_?fuck\\w+ motherf\\w+ dickheads? shit_?heads? dumb_?ass\\w* jack_?ass\\w* douche\\w*
  wankers? twats? pricks? whores? sluts? retard\\w* faggots? niggers? nigga\\w* spics? chinks? kikes? wetbacks?
  scum(?:bags?)? imbeciles? lowlifes? slumlords?_(?:trash|scum) dirty_(?:liars?|crooks?|thieves|thief)
  (?:crooks|thieves|liars|losers|idiots|morons|clowns)_(?:all_of_you|the_lot) you_disgust_me you_make_me_sick kys
  kill_(?:yourself|urself|yourselves)
  hope_(?:you|yall|they|your_\\w+|someone|somebody)_(?:\\w+_)?(?:robs?_you|hurts?_you|beats?_you|get_hit|burns?_down|dies?|rot|burn|choke|suffer|starve)
  i_hate_you hij[oa]s?_de_(?:puta|perra|la_chingada|su_\\w+) pendej[oa]s? put[oa]s? putada mierda chinga\\w*
  imbecil(?:es)? maldit[oa]s? asco_de_gente me_das?_asco estupid[oa]s? cabron\\w* maric(?:on(?:es)?|as?)
  malparid[oa]s? culer[oa]s? huevon(?:es)? gilipollas pinche_\\w+ vete_a_la vay(?:a|an)se_(?:a_la|al)_\\w+
`);
/** Words that insult when they are aimed at somebody. */
const INSULTS = words(`
  idiots? morons? stupid losers? pathetic worthless useless dumb(?:er|est)? trash garbage clowns? incompetents?
  crooks? thieves thief liars? slumlords? pigs? cows? rats? snakes? leech(?:es)? parasites? disgusting scum pos jokes?
  fing_joke disgrace jokers? hypocrites? racists? bigots? shitty shit creeps? perverts? fools? jerks? lazy greedy
  muppets? vermin dimwits? twits? twerps? weasels? numpt(?:y|ies) prats? bozos? cretins? cockroach(?:es)? amateurs
  jackals? bimbos? hags? dipshits? dolts? dumbos? nitwits? imbeciles? idiotas? inutil(?:es)? patan(?:es)? rater[oa]s?
  ladron(?:es|as?)? payas[oa]s? basura tarad[oa]s? mentiros[oa]s? estafador(?:es|as?)? incompetentes? cerd[oa]s?
`);
const AIM = words(`
  you youre you_are you_guys you_people you_all your ya_all such_an? what_an? bunch_of these complete total absolute
  absolutely fucking freaking son eres es_usted ustedes_son bola_de banda_de partida_de par_de son_unos son_unas
  pinches? viej[oa]
`);
const FOUL_PEOPLE = phrase(
  words("lazy dumb greedy worthless useless fat ugly stupid filthy incompetent pathetic foreign inutil"),
  1,
  words(`
    cow pig agent landlord bitch b!tch people idiot moron scum clown rat bastard broker foreigner vieja viejo
  `),
);
const AT_ONESELF = [
  phrase(words("i_am im i_feel feel_like i_felt i_was sounds? i_sound"), 4, INSULTS),
  phrase(words("put take trash"), 1, words("trash garbage")),
  phrase(words("your"), 1, words("stupid dumb lazy"), words("question phone app computer")),
];
/** Animals that are animals, people of another time, and swearing at the rain. */
const AT_OTHERS: readonly RegExp[] = [
  phrase(
    words("stance policy rule rules view on about allow feed fed keep have to_your_knowledge,?_a"),
    2,
    words("snakes? rats? pigs? cows?"),
  ),
  phrase(
    words("ex landlord boss roommate neighbou?r hes shes he_is she_is he_was she_was"),
    2,
    words("an? such"),
    2,
    INSULTS,
  ),
  phrase(words("subway traffic train weather bus commute it they winter rent"), 1, "can go to hell"),
  phrase(words("wont never doesnt didnt cant couldnt not"), "shut up"),
  phrase(
    words("put[oa] maldit[oa] pinche"),
    words("lluvia dia trafico calor frio trabajo metro tren vida suerte semana casero"),
  ),
  phrase(words("me_lleva_la esta_de_la de_la"), "chingada"),
  phrase(words("tsa police not_\\w+"), 1, "coming for you"),
  phrase(words("nice loud or and neighbou?rs?"), 2, "naked"),
  phrase(words("ex_?-?_?landlord landlord ex boss super"), 3, words("asshole bastard jerk crook prick")),
  phrase(words("bastard asshole jerk"), words("who landlord"), 3, words("me us my")),
];

const WILL = words(`
  ill i_will im_going_to i_am_going_to were_going_to we_are_going_to we_will i_want_to i_should i_could i_would
  im_coming_to ima imma someone_(?:should|will) somebody_(?:should|will) i_swear i_wish_i_could id_(?:like|love)_to id
  i_would_like_to im_coming
`);
const HARM = words(`
  kill murder hurt beat punch stab shoot smash slap hunt ruin destroy burn break strangle choke bash bury rape kick
  hang hit knock drag throw mess fuck end get bomb torch cut skin
`);
const VICTIM = words(`
  you
  your_(?:face|teeth|head|legs|neck|nose|jaw|arms?|bones|skull|throat|fingers|ribs|car|house|family|kids|office|windows?|ass|life|door)
  him her them whoever the_(?:person|one)_who all_of_you everyone
  (?:that|this|the|your)_(?:smile|building|place|office|house|agent|landlord|broker|damn\\w*)(?:_\\w+)?_?(?:off|down|up|in)?
`);
const FRIENDLY = [
  phrase(
    words("hit shoot drop send kick get cut"),
    "you",
    words(`
      up back an? over with to there in_touch later guys the info when once by at know on tomorrow soon all
    `),
  ),
  phrase(words("hit shoot get"), words("him her them"), words("up an? to back with the")),
  phrase("beat you", words("there to")),
  phrase(words("kill(?:s|ing)?"), words("for time it me two")),
  phrase(
    words("get break"),
    words("you them him her everyone the_place this_place that_place"),
    words("the all a moved in for set"),
  ),
];
const THREATS = words(`
  i_know_where_(?:you|your|u) know_where_you_(?:live|work|sleep) watch_your_back
  (?:youll|you_will|you_are_going_to|youre_going_to)_(?:regret|pay_for|be_sorry) make_you_(?:pay|regret|sorry|suffer)
  you_?(?:re|_are)_(?:dead|a_dead_\\w+|finished) beat_(?:your|the)_(?:ass|shit|crap) sleep_with_one_eye
  youll_see_what_(?:happens|i) (?:with|have|got|bring|bringing)_my_(?:gun|knife|bat|boys) bullet_in
  bring(?:ing)?_(?:my|a)_gun (?:come|coming)_(?:for|after)_you
  deserves?_(?:the_rope|to_(?:get_)?(?:hurt|beaten|die|hang|burn|be_shot)) die_in_a
  burn_(?:it|this|that|your|the)_(?:\\w+_)?down te_vas_a_arrepentir se_donde_(?:vives|trabajas|vive)
  cuidate_la_espalda (?:te|l[oae]s?)_(?:voy|vamos)_a_(?:matar|golpear|buscar|romper|partir|quebrar|encontrar|quemar)
`);
const FIND_YOU =
  /(?<!how |where |so |that |can |how will |how do )\b(?:i will|ill|we will|im going to|i am going to) find you\b(?! (?:at|there|when|in the|by|a|the|if|someone|something))/u;

const COME_ON = words(`
  hey_(?:sexy|baby|babe|hottie|gorgeous|cutie) (?:hey|hi|hello)_beautiful(?!_(?:people|place|home|apartment|day|soul))
  you_?(?:re|_are)_(?:\\w+_)?(?:sexy|hot|gorgeous|beautiful|cute|pretty)
  you_look_(?:\\w+_)?(?:sexy|hot|gorgeous|beautiful|cute|pretty) are_you_(?:single|married_or_single)
  (?:will|are)_you_(?:\\w+_)?(?:be_)?alone be_alone_with_you what_are_you_wearing sleep_with_(?:me|you) have_sex
  sex_with blow_?jobs? horny boobs tits naked dick_?pics? nudes? sexting
  (?:pics?|photos?|pictures?|selfies?)_of_(?:you|yourself)(?!r) kiss_with_the_keys (?:get|have|give_me)_a_kiss
  (?:kiss|touch|lick|spank|undress)_you (?:in|into)_(?:my|that|the|your)_bed(?:room)?_with(?:_\\w+)?
  get_you_in(?:to|_that|_my|_the)?(?:_\\w+)?_bed(?:room)? go_on_a_date take_you_out(?!_of) date_with_(?:me|you)
  (?:dinner|drinks?)_with_(?:me|you) suck_you sit_on_my be_my_(?:girlfriend|wife|sugar\\w*)
  pay_(?:the_rent|you)_(?:in_kind|with_my_body) (?:nice|great|hot|cute|fine)_(?:ass|body|butt|legs|rack)
  just_(?:us_two|the_two_of_us)_ over_for_a_drink wear_something_(?:short|sexy|tight) mamacita ricura
  hola_(?:hermosa|preciosa|guapa|mi_amor|bebe) estas_(?:muy_)?(?:buena|rica|sola|soltera) sales_conmigo salir_conmigo
  acostar(?:te|nos)
`);

/** Insults at us, threats of violence, sexual advances. */
export const ABUSE: Reads = without(
  AT_OTHERS,
  anyOf(
    phrase(VILE),
    without(
      AT_ONESELF,
      anyOf(phrase(AIM, 3, INSULTS), phrase(INSULTS, words("of_an?"), words("agent person landlord company broker"))),
    ),
    FOUL_PEOPLE,
    without(
      FRIENDLY,
      anyOf(phrase(WILL, 6, HARM, 1, VICTIM), phrase(words("want_to will going_to"), HARM, words("you him her them"))),
    ),
    phrase(THREATS),
    phrase(
      words("es son eres"),
      1,
      words("un una unos unas"),
      words("idiotas? patan(?:es)? imbecil(?:es)? porqueria inutil(?:es)? rater[oa]s?"),
    ),
    phrase(words("trash"), words("company people agency apartment landlord service"), words("trash")),
    phrase(words("did_they did_someone did_your_\\w+"), "drop you"),
    FIND_YOU,
    phrase(either(COME_ON)),
    /🖕/u,
    /(?:^|[,!] ?)(?:you )?(?:die|morons?|idiots?|losers?|liars?|scum|crooks?|thieves|clowns?|pigs?|idiotas?|pendej[oa]s?|inutil(?:es)?)[.! ]*$/u,
  ),
);

/** Words that hurt where they are meant to: the model tells. */
export const ABUSE_HINTS: Reads = outside(
  OTHER_HOME,
  without(
    AT_ONESELF,
    anyOf(
      phrase(
        words(`
        weasel toad worm goof(?:y|ies) bums? bellend cuck ghoul peasant karma gun bat jaw skull brains teeth hooves drain
        mami mamita papi legs extras sex smash panties boots sanguijuelas? comemierda pelotudo descaro
        ashamed_(?:of|that)_\\w+ whoever_raised spineless two-faced short_bus ur_mom a-holes? crusty ratio guillotine rearrange
        pull_up come_say license_plate leave_the_office under_your_car waiting_outside where_you_live donde_vives jump_off
        your_(?:mother|mom|parents) tu_madre shove get_bent jump_in robot_or moron in_person_they thrown_down
        people_like_you worth_of_\\w+ with_more_integrity smarter_things
      `),
      ),
      phrase(
        words(
          "idiots? morons? pathetic worthless scum crooks? thieves liars? snake pigs? rats? leech(?:es)? creeps? parasites?",
        ),
      ),
    ),
  ),
);

/** Words that would hurt elsewhere: at oneself, in an idiom, in praise. */
export const LIKE_ABUSE: Reads = anyOf(
  ...AT_ONESELF,
  ...FRIENDLY,
  phrase(words("what_the who_the why_the how_the"), words("hell heck")),
  phrase(words("waste wasting wasted"), 2, "time"),
  phrase(
    words("sick killer insane badass fire"),
    2,
    words("kitchen view views place apartment room spot deal bathroom photos pics"),
  ),
  phrase(
    words("kitchen view views place apartment room spot deal photos pics"),
    words("is are looks?"),
    1,
    words("sick killer insane badass fire stupid_\\w+ dope"),
  ),
);
