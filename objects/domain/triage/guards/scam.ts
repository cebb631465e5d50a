// Owns the recognition of scams and adverts: strange ways and orders of payment, money for nothing, papers that are forged,
// blackmail, links and codes, services for sale, and the suspicion that we are one. English and Spanish.
// Who was cheated before and is careful, and who asks whether the photos are real, suspects nobody.
import { anyOf, outside, phrase, type Reads, together, without, words } from "./matchers.ts";
import { OTHER_HOME } from "./other-home.ts";

const ODD_MONEY = words(`
  itunes_cards? (?:pay|pago|send|invest|via|with|by|free|your)_(?:\\w+_){0,2}(?:crypto\\w*|bitcoins?|btc|gift_?cards?|western_union|money_?gram)
  crypto_(?:invest\\w*|trading|arbitrage|wallet|opportunit\\w*) usdt dogecoin bank_(?:draft|cheque)
  money_orders?_(?:for|from|will) excess_(?:funds|amount|money) wire_(?:you|me|us|transfer_(?:before|to_you))
`);
const REFUND = phrase(
  words("refund send_(?:me_)?back send return give wire forward pass keep devolver deduct devuelv\\w+"),
  4,
  words("difference rest balance_(?:to|of|back) remainder excess diferencia resto"),
);
const CHECKS = phrase(
  words("cashiers? certified bank company"),
  words("checks? cheques?"),
  1,
  words("will and over that made \\$?\\d[\\d,.]{3,} more extra which"),
);
const MAILED = phrase(
  words("mail send issue prepare[sd]?"),
  6,
  words("checks? cheques? money_orders?"),
  9,
  words(`
    mover\\w* shipper\\w* furniture agent extra deposit_it cash_it balance remain\\w* address name stylist
  `),
);
const ABROAD = words(`
  stationed_(?:abroad|overseas) deployed_(?:abroad|overseas|to)
  (?:out_of|outside|outside_of)_the_country_(?:on|right_now|at_the|and|for_work)
  overseas_(?:right_now|on|at_the_moment|and) offshore oil_rig on_a_(?:ship|vessel)
  military_(?:deployment|mission|base_overseas) peacekeeping united_nations_mission missionary
`);
const GO_BETWEEN = phrase(
  words("my a his her the"),
  words("shippers? movers? agents? assistant secretary client boss attorney company stylist"),
  words("will prepares"),
  3,
  words("send mail pick deposit issue pay check the_check overpay collect handle_everything"),
);
const PAYS = words("pay paid pays paying payment send rent wire transfer deposit take reserve secure zelle mail");
const UNSEEN = words(`
  (?:sight_?)?unseen without_(?:seeing|viewing|visiting|to_see)(?:_it)? before_(?:seeing|viewing|visiting)
  sin_(?:ver(?:lo|la)?|verla|conocer)
`);
const IN_ADVANCE = together(
  phrase(words("months year upfront up_front in_advance whole_year full_year")),
  phrase(PAYS, 8, words("upfront up_front in_advance")),
  phrase(words("checks? cheques? wire paypal transfer mail ship kindly full_name bank")),
);
const OUR_BANK = phrase(
  words("send give provide need share what_?_?is whats text email tell"),
  4,
  words("your"),
  2,
  words(`
    bank account_(?:number|details|info\\w*) bank_(?:details|account|info\\w*) routing zelle venmo paypal cash_?app
    wallet
  `),
);
const KINDLY = together(
  phrase("kindly", words("send provide text email reply get_back confirm contact forward note")),
  phrase(words("checks? payment bank number money deposit name_and_address full_name details code funds cell")),
);
const CODES = words(`
  verification_code confirmation_code google_voice 6[-_]digit(?:_code)? six_digit security_code
  (?:send|tell|give|text|forward)_(?:me_)?(?:back_)?(?:the|that|a)_(?:\\w+_)?code_(?:you|we|that|i)
  click_(?:here|the_link|this_link|on_the|below) bit\\.ly tinyurl whats_?app_(?:me|only|number|us|at|\\+) telegram_(?:me|only|@\\w+|group|channel) (?:on|via|my)_telegram
  (?:add|contact|text|message|hit|reach|write)_(?:me|us)_(?:up_)?(?:on|via|through|at)_(?:whats_?app|telegram|signal|wechat|kik|hangouts|viber|my_private_email)
`);
const LINKS =
  /(?:(?:http|https|www)\S*(?:bit\.ly|tinyurl|t\.me|wa\.me|telegra|\.ru\b|\.xyz|\.top|\.click|free-|\.win|promo|loan|crypto)|\bt\.me\/|\bwa\.me\/)/u;

const FORTUNE = words(`
  next_of_kin donate_my_(?:money|fortune|funds) (?:widow|dying)_(?:with|of)_cancer transfer_a_fund consignment
  (?:million|thousand)_(?:dollars|usd)_(?:for_you|to_you) god_(?:directed|led|sent|told)_me
  god_bless_you(?:_dear)?_(?:i|and_i) invest_with_you dear_beloved
  (?:left|inherited)_(?:\\w+_)?\\$?[\\d.,]+_(?:million|m) you(?:_have|ve)?_(?:won|been_selected|been_chosen)
  claim_your_(?:prize|reward) free_(?:iphone|gift)
`);
const EARNINGS = words(`
  (?:make|earn|ganar?|gana)_(?:up_to_)?(?:\\$_?[\\d,.]+k?|[\\d,.]+k?_(?:dollars|dolares|usd|al_dia|daily|a_|per_|daily|weekly)|money_(?:online|from|fast)|thousands|dinero)
  \\$?[\\d,.]+k?_?(?:/|per_|a_)_?(?:day|week)_(?:from|working|online|at_home|guaranteed)
  work(?:ing)?_(?:from|at)_home_(?:opportunity|and_earn|text|jobs?) work_from_home_opportunity passive_income
  side_hustle forex trading_(?:signals|platform|bot) arbitrage ponzi investment_(?:opportunit\\w+|platform|plan)
  (?:double|multiply|grow)_your_(?:money|investment|income|business|sales|following)
  guaranteed_(?:returns?|profits?|approval|income|\\d+) text_\\w+_to_(?:join|start|\\d+) easy_(?:cash|money)
  quick_(?:cash|money) (?:we_are|were|im|now|urgently)_hiring
  (?:have|has|got|a|great)_(?:an?_)?job_(?:offer|opportunity)_for_(?:you|your) hiring_(?:now|immediately)
  trabaja_desde_casa gana_dinero
`);
const SOLD = words(`
  (?:seo|web_?design|website|digital_marketing|marketing|lead_generation|backlinks?|google_ranking|social_media)_(?:services?|agency|packages?|company|expert|for_your)
  seo_(?:services?|packages?|for_(?:real|your|landlords?|agenc\\w*|business\\w*|propert\\w*))
  (?:first_page|page_one|#1)_(?:of|on)_google rank_your_\\w+ boost_your
  increase_your_(?:sales|traffic|revenue|bookings|leads)
  (?:cheap|instant|quick|fast|payday|business|personal|hard_money)_loans? loan_offer
  pr[ée]stamos?_(?:rapid\\w+|facil\\w+|personal\\w*) viagra cialis hot_(?:singles|girls) escorts?
  sugar_(?:daddy|baby|mommy) onlyfans limited_time_offer act_now
  (?:buy|get|cheap|sell|selling)_(?:\\w+_)?(?:followers|reviews|likes) partnership_proposal business_proposal
  collaborat\\w+_opportunit\\w+ (?:more|qualified|exclusive)_(?:leads|tenants|bookings)
  (?:try_it_for_)?free_(?:trial|demo|consultation|quote) try_it_free outsourc\\w+
  (?:\\d+k?|thousand|more|instagram|tiktok)_(?:\\w+_)?followers buy_my_course my_course_on flipping_houses
  lending_company loans?_from_\\d+ virtual_assistants?_(?:for|from|service\\w*|at|to)
  our_(?:cleaning|photography|marketing|moving|software|crm|platform|services|painting|pest|roofing)
  our_(?:ai|new|free|award\\w*)_(?:\\w+_)?(?:tool|app|product|platform|software|service) our_team_(?:can|specializes)
  (?:dm|pm|inbox)_(?:me_)?(?:for|to|now)_?(?:info\\w*|details|join|price\\w*)?
`);
const PITCH = words(`
  selected_for_an?_(?:grant|prize|award|loan) google_reviews
  (?:buy|sell|vendo|compro)_(?:\\w+_)?(?:fals[oa]s|fake|reviews|documentos)
  receive_(?:the|a|my)_(?:check|cheque|money|payment|transfer)_(?:for|on)_(?:me|my) trading_signals
  we_buy_(?:houses|apartments|homes|properties) (?:full_name|name)_and_address_for_the
  (?:account|bank)_details_for_the payment_will_be_(?:sent|made|issued)_by gan[ae]_dinero
  (?:business|proposal|deal)_for_you client_who_is_overseas purchase_your_(?:property|house|home)
  (?:drone|professional|listing|real_estate)_photos? affiliate(?:_program)?
  log_?_?in_(?:at|here|via|with)_(?:the_)?(?:link|this) cash_for_your_(?:house|property)
  buy_your_(?:property|house|home) (?:selling|sell)_your_(?:property|house|home) wholesale_investor refinance_your
  insurance_quotes lose_weight meet_singles win_an?_free special_offer_for
  introduce_(?:our|my)_(?:company|product|service\\w*|firm) show_(?:you_)?our_product
  (?:list|advertise)_your_(?:property|listing|home|unit)_(?:on|with|for) free_listing fill_your_vacanc\\w+ book_a_demo
  (?:for|service|clean|photograph|stage|paint|insure|manage|market)_your_(?:units?|listings?|propert(?:y|ies)|buildings?|rentals?|tenants)_?(?:faster|today|professionally)?
  \\d+%_off (?:dear_sir|i_have_a)_(?:\\w+_)?proposal i_have_a_(?:business_)?proposal_for_you
  invest_in_your_(?:country|company)
  (?:package|account)_(?:is|has_been|was)_(?:held|suspended|locked|limited|blocked|restricted)
  verify_(?:here|your_(?:identity|account)|with_the_code|at_this) (?:google|verification|sms)_code sent_you_a_code
  text_me_the_code (?:continue|move|talk|chat)_on_(?:whats_?app|telegram|signal) need_an?_(?:\\w+_)?loan_?\\??
  deposit_(?:it_)?and_forward send_(?:a_)?money_order low_interest_loans? approved_for_a_\\w+_loan reply_yes_to
  increase_your_\\w+ low_rates get_you_(?:low|cheap|more)_\\w+
`);
const OFFERS_SERVICE = phrase(
  words("we i our_company my_company"),
  words("offer offers provide provides specialize_in help helps do sell run_an? are_an? represent"),
  5,
  words(`
    landlords property_managers businesses realtors agents companies leads photography cleaning marketing
    property_management rental_properties agency websites? services? staging
  `),
);

const FORGED_AFTER = phrase(
  words("documents? papers? ids? documentos papeles recibos visas? passports?"),
  1,
  words("fake false fals[oa]s forged"),
);
const FORGED = phrase(
  words("fake forged? photoshop\\w* edited doctored falsif\\w* fals[oa]s? counterfeit altered"),
  2,
  words(`
    pay_?_?stubs? documents? papers? ids? licen[cs]es? references? bank_statements? w-?2s? letters? birth_\\w+ income
    employment passport reviews? recibos documentos talones
  `),
);
const BLACKMAIL = anyOf(
  phrase(
    words("pay send give zelle venmo wire"),
    4,
    words("and or"),
    2,
    words("i ill we"),
    2,
    words("remove withdraw delete drop take_down cancel stop report post publish keep_quiet"),
  ),
  phrase(
    words("pay send"),
    words("me us"),
    1,
    words("\\$?\\d[\\d,.]* or"),
    4,
    words("remove withdraw delete drop report bad_review one_star complaint review"),
  ),
  phrase(
    words("i ill we"),
    words("am the_real are the_actual im will"),
    2,
    words("owner landlord"),
    6,
    words("using_my stole_my stolen my_(?:photos|pictures|listing|pics)"),
  ),
  phrase(words("pay send give"), 4, "or", 3, words("reviews? report post publish expose one_star")),
  phrase(words("unless or"), 1, words("you"), words("pay send give"), 4, words("review post report expose")),
);
const SHADY_DEAL = words(`
  receive_(?:my_|the_)?(?:packages|parcels) (?:packages|parcels)_(?:at|to)_(?:this|your)_address
  keep_\\$?\\d+_(?:dollars_)?for_(?:your|the)_(?:trouble|time|troubles) cash_a_check parcel_could
  no_one_(?:has_to|will|needs_to)_know nobody_(?:has_to|will|needs_to)_know off_the_books under_the_table we_split
  split_the_(?:profit\\w*|money|rent_on) share_(?:the_)?commission kick_?_?back
  (?:list|put|rent)_(?:your|the|this)_(?:\\w+_)?(?:flat|place|unit|apartment|room)_as_mine sublet_it_on_airbnb
  (?:receive|accept|cash)_(?:\\w+_){0,3}(?:money|check|payment)_(?:and|then)_(?:\\w+_){0,3}(?:send|pass|forward|wire|give)
  sin_que_nadie_sepa bajo_la_mesa launder\\w* shell_company
`);

const SUSPECTS = words(`
  scam(?:mer|ming|med)?s? fraud\\w* phishing estafa\\w* fraude
  (?:is_this|is_it|is_that)_(?:\\w+_)?(?:fake|legit\\w*|real_or_fake) fake_(?:listing|ad|post)
  (?:looks|seems|sounds)_(?:like_a_)?fake
`);
const CHEATED_BEFORE: readonly RegExp[] = [
  phrase(words("got been was were being get getting almost"), 1, words("scammed defrauded estafad[oa] catfished")),
  phrase(words("burned burnt"), "by", 2, words("fake scam"), 1, words("listings? ads? posts? landlords?")),
  phrase(words("me lo la le nos los"), words("estaf\\w+")),
  phrase(
    words("tax parking insurance in some the bank credit_card wire prosecute"),
    words("fraud"),
    words("thing and case for prevention charge"),
  ),
  phrase(words("tax parking insurance wire voter"), "fraud"),
  phrase(words("sound sounds"), words("like_a"), words("scam"), 2, words("its_not but isnt")),
  phrase(words("last_place other_place previous_one place_i_saw other_listings?"), 4, words("scam fake fraud")),
  phrase(
    words("fraud scam"),
    words("prevention department analyst detection alert alerts team unit investigator examiner"),
  ),
  phrase(words("scammed"), words("before last once twice already")),
  phrase(
    words(`
      afraid_of scared_of worried_about avoid\\w* careful_(?:of|with|about) tired_of wary_of aware_of not_an?_? not_one_of no
      so_many lots_of lot_of many full_of too_many all_the hay_muchas
    `),
    2,
    words("scam(?:mer)?s? frauds? estafas?"),
  ),
  phrase(words("scam(?:mer)?s?"), words("out_there online around lately everywhere alert_settings these_days")),
];

const ASKS_IF_SCAM = phrase(
  words(
    "is_(?:this|it|that) are_you are_these son es esto_es sounds? looks? seems? smells? you_are youre yall another obvious",
  ),
  3,
  words(
    "scam(?:mer|mers|s|my)? fraud(?:s|ster)? phishing estafa estafador(?:es|a)? fraude a_con racket legit\\w* fake(?!_wood) ripoff",
  ),
);
/** What a scam is made of, and what people are paid in, warned of, named and worked with, too. */
const ODD_WORDS = words(`
  western_union money_?gram gift_?cards? bitcoins? btc crypto\\w* usdt ethereum over_?pa(?:y|id|ys|yment|ying)
  extra_(?:money|amount|funds) tarjetas?_de_regalo criptomonedas? inheritance lottery beneficiary prince herencia loteria
  diplomat (?:late|deceased)_(?:husband|father|wife|client|uncle|mother) congratulations_you casino betting telegram
  a_con racket crooks? legit\\w* con_artists? ring fake faked made_up edited trick invoice attached_invoice in_this_link refund
  (?:amazon|target|razer)_\\w+ trad(?:e|ing) gold investment inversion cripto inherited funds blocked lead_lists?
  solar licensed wholesale landlord_rates vendors? catalogue promo discount talones cartas_de_\\w+ consulado multa
  corporate direct_deposit accountant employment_letter job_letter pay_stubs? bank_statement cosigner paquete
`);

/** A scam, an advert, or the suspicion of one. */
export const SCAM: Reads = anyOf(
  phrase(ODD_MONEY),
  REFUND,
  CHECKS,
  MAILED,
  GO_BETWEEN,
  IN_ADVANCE,
  OUR_BANK,
  KINDLY,
  phrase(CODES),
  LINKS,
  phrase(FORTUNE),
  phrase(EARNINGS),
  phrase(SOLD),
  phrase(PITCH),
  FORGED,
  FORGED_AFTER,
  BLACKMAIL,
  outside(OTHER_HOME, without(CHEATED_BEFORE, anyOf(ASKS_IF_SCAM, phrase(words("scammers? estafadores"))))),
  phrase(
    words("company license licence address building landlord"),
    2,
    words("doesnt_exist does_not_exist isnt_registered not_registered"),
  ),
);

/** Odd ways to pay, far-off jobs, services and the word itself, in an offer as in a story. */
export const SCAM_HINTS: Reads = anyOf(
  phrase(ABROAD),
  together(phrase(UNSEEN), phrase(PAYS)),
  OFFERS_SERVICE,
  phrase(SHADY_DEAL),
  phrase(ODD_WORDS),
  phrase(words("cashiers? certified bank company"), words("checks? cheques?")),
  phrase(words("send give share text"), 4, words("the"), 2, words("zelle venmo wallet account paypal")),
  without(CHEATED_BEFORE, anyOf(phrase(SUSPECTS))),
);

/** What makes a cheque odd: more than is due, unseen, sent by others, to be passed on. */
const MORE_THAN_DUE = phrase(
  words(`
    more_than extra over_pa\\w+ overpa\\w+ mail forward refund return unseen without_(?:seeing|viewing) before_(?:seeing|viewing)
    movers? shippers? client agent secretary abroad overseas months? difference rest balance remainder
  `),
);

/** Care, and the question whether ad and photos are real, in words of the suspicion. */
export const LIKE_SCAM: Reads = anyOf(
  ...CHEATED_BEFORE,
  phrase(
    words("is_this is_it is_the are_the is_your are_these is_that"),
    3,
    words("real for_real genuine accurate true current up_to_date"),
  ),
  together(
    phrase(
      words(
        "can_(?:i|we) could_(?:i|we) may_(?:i|we) do_you_(?:take|accept) would_you_(?:take|accept) is_an? are is_it_ok",
      ),
      8,
      words("checks? cheques? money_orders? wire"),
    ),
    (sentence) => !MORE_THAN_DUE.test(sentence),
  ),
);
