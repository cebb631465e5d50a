// Owns the choice of the language we answer in: the lead's, where we have words for it (English, Spanish).

export type Language = "en" | "es";

const SPANISH =
  /\b(?:hola|buenas|buenos|gracias|esta|estoy|todavia|aun|disponible|cuanto|cuando|donde|puedo|podria|quiero|quisiera|me|mi|el|la|los|las|es|una?|por|para|que|con|tiene|tienen|hay|renta|alquiler|departamento|apartamento|cuarto|mascotas|perros?|gatos?|visita|ver|si|tambien|y|de|en|interesa|mudanza|mes|incluye|aceptan|manana|jueves|viernes|lunes|martes|miercoles|sabado|domingo|habitacion)\b/gu;
const ENGLISH =
  /\b(?:the|is|are|this|that|it|and|to|for|you|your|can|could|would|do|does|have|available|how|when|what|i|im|we|my|of|in|with|please|thanks|hi|hello|yes|apartment|place|still)\b/gu;

/** The language of a message in reading form; English when in doubt. */
export function languageOf(normalised: string): Language {
  const spanish = normalised.match(SPANISH)?.length ?? 0;
  const english = normalised.match(ENGLISH)?.length ?? 0;
  return spanish > english && spanish >= 1 ? "es" : "en";
}
