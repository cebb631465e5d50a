// Owns the words by which a recorded value tells what something costs.

/** A lone number may count cats, spaces or papers; money has a sign, a unit or a word. */
export const MONEY =
  /[$£€] ?\d|\d[\d,.]* ?(?:usd|dollars?|bucks|euros?|a month|per month|monthly|\/ ?mo)\b|\bfees?\b|\bfree\b|\bincluded\b|no (?:extra |additional )?(?:charge|cost|deposit|rent)\b|\b(?:costs?|rent|deposit)[: ]+\d/iu;
