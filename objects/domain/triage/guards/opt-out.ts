// Owns the recognition of an opt-out in so many words, curt or formal; in English and Spanish. It adds to what the model hears.
// "Stop by" and "no further questions" are none.
import { anyOf, phrase, type Reads, without, words } from "./matchers.ts";

const STOP = words(`
  stop quit cease discontinue end halt no_more no_further refrain_from desist_from
  (?:dont|do_not|never|wont_you_stop|please_dont)
`);
const WRITING = words(`
  texting messaging contacting emailing e-mailing writing sending calling bothering spamming harassing pinging
  following_up
  (?:all_|any_|this_|further_)?(?:communications?|correspondence|contact|messages?|emails?|texts?|follow-?_?ups?|reminders?|notifications?|outreach)
`);
const WRITE = words("contact text message email write call reach_out send bother follow_up ping remind disturb");
const ME = words("me us this_number anything any_more anything_more again anymore any_longer");
const TAKE_OFF = words(`
  (?:remove|take|strike|drop|delete)_(?:me|us|my_(?:name|number|email|contact|info|details|data)|this_number)_?(?:off|from)?
  you_can_take_me_off opt_(?:me_)?out opting_out opt-out unsubscribe\\w* lose_my_number leave_(?:me|us)_(?:alone|be)
  forget_my_number
  (?:delete|erase|wipe|purge|remove)_(?:all_)?(?:of_)?my_(?:\\w+_)?(?:data|details|info\\w*|number|contact|email|records?)
  withdraw_my_consent revoke_my_consent do_not_(?:contact|disturb|call|text|message)_list i_do_not_consent
  den?me_de_baja darme_de_baja quit(?:en|e|ar)me borr(?:en|e|ar)(?:me)?_(?:mis?|de)
  enough_(?:emails?|messages?|texts?|spam)(?!_about) not_want_to_hear_from dont_want_to_hear_from
  un-?_?follow un-?_?enrol+ stop_the_(?:spam|emails?|texts?|messages?|calls?)
  not_interested_in_(?:receiving|getting|your_(?:messages|emails|texts)) dejenme_en_paz dejeme_en_paz
  no_longer_wish_to_(?:receive|get|be|hear) want_out_of_(?:these|this|your) get_(?:me|us)_off
  (?:me_doy|darme|doy)_de_baja revoke_(?:my_)?consent withdraw_(?:my_)?consent erase_my_\\w+ elimin(?:en|e|ar)_mis?
`);
const SPANISH = words(`
  (?:dejen?|pare[ns]?)_(?:de_|ya_)?(?:escribir\\w*|mandar\\w*|contactar\\w*|enviar\\w*|molestar\\w*|llamar\\w*)
  no_(?:me|nos)_(?:vuelvan?_a_)?(?:escriban?|escribir|contacten?|contactar|manden?|envien?|molesten?|molestar|busquen?|llamen?|llamar|insistan?|siga[ns]?_(?:mandando|escribiendo|enviando|contactando)|mande[ns]?_mas)
  no_(?:quiero|deseo|queremos)_(?:recibir_)?(?:mas_)?(?:mensajes|correos|textos|notificaciones|comunicacion\\w*)
  ya_no_me_(?:escriban|contacten|manden)
`);
const NOT_THAT: readonly RegExp[] = [
  phrase(words("stop end"), words("by in over at")),
  phrase(
    words("take remove drop strike"),
    words("me us my_name our_name"),
    words("off from"),
    3,
    words(`
      waitlist wait_list (?<!(?:mailing|email|contact|text|call)_)list schedule calendar slot appointment tour viewing visit showing contenders running shortlist
      (?:mon|tues|wednes|thurs|fri|satur|sun)day tomorrow \\d{1,2}(?::\\d\\d)?_?(?:am|pm)? lease application
    `),
  ),
  phrase(words("taken removed took"), 2, words("off from"), 1, words("shortlist list running")),
  phrase(
    words("opt_out opt_me_out opting_out"),
    "of",
    2,
    words(
      "it valet trash amenity wifi wi-?fi internet furniture package parking insurance utilities cleaning cable amenit\\w+ plan storage arbitration",
    ),
  ),
  phrase(words("dont do_not"), words("hesitate forget")),
  phrase(
    words("dont do_not never"),
    words("call text write contact message"),
    words("me us"),
    words("at before after during until between on_(?:weekdays|weekends|sundays) while when in_the"),
  ),
  phrase(words("no_me_gusta no_me_gustan")),
  phrase(
    words("unsubscribed unsubscribe"),
    1,
    "from",
    1,
    words("gym netflix everything spareroom site my this_thread"),
  ),
  phrase(words("says said saying if_i"), 1, "unsubscribe"),
  phrase("no pares"),
  phrase(words("strike take cross"), words("us me"), "off", words("for tonight today")),
  phrase(words("stop"), words("calling"), 1, words("my him her them it")),
];

/** The lead wants no more messages. */
export const OPT_OUT: Reads = without(
  NOT_THAT,
  anyOf(
    phrase(words("stop quit cease discontinue refrain_from desist_from"), 2, WRITING),
    phrase(
      words("no_more no_further dont_want(?:_any)?(?:_more|_further)? do_not_wish_to_(?:receive|be)"),
      2,
      words("communications? correspondence contact messages emails texts follow-?_?ups? reminders contacted"),
    ),
    phrase(words("dont do_not never please_dont dont_ever"), 1, WRITE, 1, ME),
    phrase(
      words("dont do_not never"),
      words("(?:ever_)?(?:contact|text|message|email|write|follow_up|reach_out)"),
      words("again anymore any_more further with_me"),
    ),
    /\b(?:dont|do not) (?:contact|message|follow up|text)(?: me)?[.! ]*$/u,
    /(?:^|[.!?,] ?)(?:please )?(?:stop|stahp|unsubscribe|alto|baja)(?: please| por favor)? ?(?:[.!]|$)/,
    phrase(words("stahp stawp"), 1, WRITING),
    phrase(TAKE_OFF),
    phrase(SPANISH),
    without(
      [phrase(words("miss get receive see missed"), 3, words("messages texts emails"))],
      anyOf(
        phrase(
          words("dont do_not no_longer please_dont never dont_ever"),
          1,
          words("wish want like need care send"),
          4,
          words("contacted messages? texts emails texted messaged follow-_?ups reminders spam"),
        ),
      ),
    ),
    phrase(words("not_to_be no_longer_be no_longer_wish_to_be"), words("contacted messaged texted emailed")),
    phrase(words("keep"), words("me us"), words("off out_of"), 1, words("list lists this_chain messages")),
    phrase(STOP, words("all_contact all_communications? all_messages? all_correspondence all_texts?")),
  ),
);
