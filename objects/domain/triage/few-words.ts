// Owns messages that hold nearly nothing: a greeting, thanks, and those without a single word.

/** A greeting and nothing else. */
export const isGreetingAlone = (reading: string): boolean =>
  /^(?:(?:hi|hii|hello|hey|heya|hiya|hola|yo|greetings|howdy|good (?:morning|afternoon|evening|day)|morning|evening|buenos dias|buenas(?: tardes| noches)?|saludos|que tal|dear|sir|madam|maam|friend|landlord|owner|team|all|everyone|there|to you|how are you(?: doing)?(?: today)?|hows it going|i hope (?:you are |youre )?(?:well|fine|good)|hope (?:you are |youre )?(?:well|fine|good|doing well)|como esta[ns]?|nice to meet you)[ ,.!?:)\-\n\p{Extended_Pictographic}]*)+$/u.test(
    reading,
  );

/** Thanks that end a talk: they begin the message, ask nothing and turn nothing down. */
export const isThanksAlone = (reading: string): boolean =>
  /^(?:ok |great |perfect |awesome |wow |oh |many |muchas |mil )*(?:thank you|thanks|thx|gracias|cheers|appreciate it|much appreciated)\b/u.test(
    reading,
  ) &&
  reading.split(/\s+/u).length <= THANKS_WORDS_MAX &&
  !/\?|\b(?:but|however|sorry|unfortunately|instead|decided|found|picked|chose|went|pass|not|no|dont|cant|wont|pero|ya|when|what|how|can|could|will|please|want|need|like|confirm|see you|there|friday|monday|calend[ae]r)\b/u.test(
    reading,
  );
const THANKS_WORDS_MAX = 14;

/** No word in it: a number, a question mark, a picture's placeholder, keys that were hit by chance. */
export function isWordless(reading: string): boolean {
  const plain = reading.replace(/\[[a-z ]{2,20}\]|<[a-z ]{2,20}>|https?:\S+/gu, " ").trim();
  if (/\p{Extended_Pictographic}/u.test(plain)) return false;
  const tokens = plain.split(/[^\p{L}\p{N}]+/u).filter((token) => token !== "");
  if (tokens.length > 2) return false;
  return tokens.every((token) => /^\d{1,3}$/u.test(token) || isKeyMash(token));
}

/** A run of letters that no language writes: hardly a vowel, or the same few keys of a row again and again. */
function isKeyMash(token: string): boolean {
  if (!/^[a-z]{4,}$/u.test(token)) return false;
  const vowels = token.match(/[aeiouy]/gu)?.length ?? 0;
  return vowels / token.length < 0.25 || /^(?:asd|sdf|dfg|fgh|ghj|hjk|jkl|qwe|wer|zxc|xcv)/u.test(token);
}
