// Owns the words of follow-ups: what we come back to, and how we close. Each pair says the same in English and in Spanish; each
// list holds other words for the same thing, so that nobody reads the same text twice. It states no fact, and nothing in it
// may read as an offer of times or as a reminder of a showing (T67): a "yes" that answers it must not book or confirm one.

/** What a follow-up comes back to. */
export type FollowUpSubject = "times" | "question" | "topics" | "open" | "no_show" | "completed";

export type Wording = readonly [english: string, spanish: string];

/** `{topics}` stands for what the lead asked about. */
export const OPENINGS: Readonly<Record<FollowUpSubject, readonly [Wording, Wording]>> = {
  times: [
    [
      "We sent you some times for a showing. Does one of them suit you? If not, tell us the days and hours you prefer.",
      "Le enviamos algunos horarios para una visita. ¿Le conviene alguno? Si no, díganos qué días y horas le vienen bien.",
    ],
    [
      "Did you have a chance to look at the showing times that we sent? If none fits, write us a day and an hour that would.",
      "¿Pudo ver los horarios de visita que le enviamos? Si ninguno le sirve, escríbanos un día y una hora que sí.",
    ],
  ],
  question: [
    [
      "We asked you something in our last message and would be glad to go on. Could you let us know?",
      "Le hicimos una pregunta en nuestro último mensaje y nos gustaría seguir adelante. ¿Nos puede responder?",
    ],
    [
      "Did our last question reach you? A short answer is enough for us to help you further.",
      "¿Le llegó nuestra última pregunta? Con una respuesta breve podremos seguir ayudándole.",
    ],
  ],
  topics: [
    [
      "You asked about {topics}. Do you have what you need, or is there anything else you would like to know?",
      "Nos preguntó sobre {topics}. ¿Tiene lo que necesita o le gustaría saber algo más?",
    ],
    [
      "We wrote to you about {topics}. Would you like to see the home, or do you have another question?",
      "Le escribimos sobre {topics}. ¿Le gustaría ver la vivienda o tiene otra pregunta?",
    ],
  ],
  open: [
    [
      "Are you still interested in the home? We are glad to answer questions or to look for a time to show it to you.",
      "¿Sigue interesado en la vivienda? Con gusto respondemos sus preguntas o buscamos un horario para mostrársela.",
    ],
    [
      "Is this home still an option for you? Just write if you would like to see it or to know more.",
      "¿Esta vivienda sigue siendo una opción para usted? Escríbanos si quiere verla o saber más.",
    ],
  ],
  no_show: [
    [
      "We did not meet at the showing. Would you like to see the home at another time? Tell us the days and hours you prefer.",
      "No nos encontramos en la visita. ¿Le gustaría ver la vivienda otro día? Díganos qué días y horas le vienen bien.",
    ],
    [
      "If you would still like to see the home after the showing that did not take place, write us a day and an hour that suit you.",
      "Si aún quiere ver la vivienda después de la visita que no se realizó, escríbanos un día y una hora que le convengan.",
    ],
  ],
  completed: [
    [
      "Thank you for coming to see the home. Do you have any questions, or would you like to know how to go on?",
      "Gracias por venir a ver la vivienda. ¿Tiene alguna pregunta o le gustaría saber cómo seguir?",
    ],
    [
      "What do you think of the home now that you have seen it? We are glad to answer whatever you still want to know.",
      "¿Qué le parece la vivienda ahora que la ha visto? Con gusto respondemos lo que aún quiera saber.",
    ],
  ],
};

/** How the first follow-up closes: whoever does not want to be written to is asked to say so, and is told that it counts. */
const FIRST_CLOSINGS: readonly [Wording, Wording] = [
  [
    "If you are no longer looking, just tell us and we will stop writing.",
    "Si ya no busca, díganoslo y dejaremos de escribirle.",
  ],
  [
    "Not looking any more? One word from you and you will not hear from us again.",
    "¿Ya no está buscando? Basta una palabra suya y no le escribiremos más.",
  ],
];

/** How the second closes: it is the last one. */
const LAST_CLOSINGS: readonly [Wording, Wording] = [
  [
    "This is the last time we write about it by ourselves. You can write to us at any time; if you want no more messages, tell us and we will stop.",
    "Esta es la última vez que le escribimos por nuestra cuenta. Puede escribirnos cuando quiera; si no desea más mensajes, díganoslo y dejaremos de escribirle.",
  ],
  [
    "We will leave it at this. Should anything change, we are a message away, and if you would rather not hear from us, say so.",
    "Lo dejamos aquí. Si algo cambia, estamos a un mensaje de distancia, y si prefiere no saber de nosotros, díganoslo.",
  ],
];

export const CLOSINGS: Readonly<Record<"follow_up_1" | "follow_up_2", readonly [Wording, Wording]>> = {
  follow_up_1: FIRST_CLOSINGS,
  follow_up_2: LAST_CLOSINGS,
};

/** A fact of the record that a follow-up may repeat because it may have changed. */
export const STILL_FREE: Wording = ["The home is still available.", "La vivienda sigue disponible."];
