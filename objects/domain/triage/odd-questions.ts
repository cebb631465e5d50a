// Owns questions that a recorded value does not answer although it is about their subject, and talk of two things that do not
// go together. A person answers them.
import { anyOf, phrase, type Reads, words } from "./guards/matchers.ts";

/**
 * Asks about a recorded subject what no record of it tells: why, what if, whether it fits, how it was before, what all of it comes
 * to. The recorded value would be an answer to another question.
 */
export const asksBeyondRecord: Reads = anyOf(
  phrase(
    words("size big large wide tall tamano grande square_met(?:er|re)s"),
    3,
    words(
      "bed mattress closets? oven fridge desk kitchen windows? chamber yard patio garage elevator bedrooms? living_room balcony doors? recamara cuarto cama",
    ),
  ),
  phrase(
    words("roommates? housemates? flatmates? roomies companer[oa]s"),
    5,
    words("hours schedule work home bother like cook clean hang mind nice friendly party"),
  ),
  phrase(words("application app_fee application_fee"), 2, words("refund refundable refunded back")),
  phrase(words("smoke"), words("detectors? alarms?")),
  phrase(words("why how_come por_que")),
  phrase(words("if"), words("i we you they"), 1, words("take sign pay stay include add commit move rent leave")),
  phrase(words("big_enough fit fits enough_(?:for|room) suitable_for large_enough cabe")),
  phrase(words("did was were"), 3, words("live lived before previously previous pets kept there_before")),
  phrase(
    words("usually typically normally on_average average approximately roughly"),
    3,
    words("in per for pay cost month winter summer is it"),
  ),
  phrase(words("how_much"), 4, words("usually typically normally on_average in_winter in_summer")),
  phrase(words("too so that"), words("high low expensive much many strict small")),
  phrase(
    words(`
      part_of instead_of difference_between or_just or_only rather_than what_happens
      total_(?:per_month|a_month|with|including|incl) altogether overall in_all
    `),
  ),
  phrase(
    words("pay pays paying paid pagar"),
    6,
    words(`
      upfront up_front in_advance ahead (?:bi-?)?weekly quarterly yearly per_week each_week in_installments less
      por_adelantado por_semana semanal quincenal
    `),
  ),
  phrase(
    words("opt_out opt_me_out take_out leave_out without do_without"),
    2,
    words("and then"),
    1,
    words("pay cheaper less"),
  ),
  phrase(
    words("application applications form process solicitud"),
    3,
    words("ask asks require requires need needs want pide piden requiere"),
  ),
  phrase(words("who"), words("decides sets fixes")),
  phrase(words("can could i_can ill i_will we_can"), 1, words("pay offer do"), 1, "\\$?\\d[\\d,.]+", 2, "if"),
);

/** Asks whether own figures are enough. */
export const asksWhetherEnough = (reading: string): boolean =>
  /\b(?:i|im|we|my|our|gano|ganamos|tengo|mi)\b[^?\n]{0,80}\d{2,}/u.test(reading) &&
  /\b(?:qualif(?:y|ied)|enough|eligible|be approved|get approved|be accepted|good enough|alcanza|califico|suficiente|me aceptan)\b/u.test(
    reading,
  );

/** Wants to see the home without coming. */
export const asksToSeeFromAfar = (reading: string): boolean =>
  /\b(?:virtual(?:ly)?|video|face ?time|zoom|whats ?app|live stream|videollamada|remote(?:ly)?|online)\b[^?.\n]{0,24}\b(?:tour|showing|viewing|visit|walk ?through|call|recorrido|visita)\b|\b(?:see|view|tour|show|visit|verlo|verla|ver)\b[^?.\n]{0,24}\b(?:virtual(?:ly)?|over (?:video|zoom|facetime)|by video|on (?:zoom|facetime|video)|remotely|por video\w*|videollamada)\b|\b(?:facetime|video) (?:me|us|it|tour|walk)\b/u.test(
    reading,
  );

/** Holds two things that we said against each other. */
export const saysMismatch: Reads = anyOf(
  phrase(
    words(`
      you_(?:wrote|said|told_me) (?:ad|listing|site|website|calendar|app|photo|it)_(?:says|said|shows) dijo dijeron
    `),
    8,
    words("but pero yet however while"),
  ),
  phrase(words("but pero"), 4, words("(?:ad|listing|site|website|calendar|app|photo|it)_(?:says|said|shows)")),
);

/** Asks whether the advertisement is real; that it is available, and from when, answers it. */
export const asksWhetherReal: Reads = anyOf(
  phrase(
    words("is_this is_the is_your is_that is_it"),
    2,
    words("listing ad advert post apartment place room unit"),
    1,
    words("real genuine for_real current still_current"),
  ),
  phrase(words("are_the are_these"), 1, words("photos pictures pics"), 1, words("real current recent accurate")),
);
