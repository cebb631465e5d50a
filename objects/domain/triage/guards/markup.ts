// Owns the recognition of markup that nobody types to a landlord: the headers of a talk with a machine, hidden text, scripts,
// templates, and fields of a decision. It looks at the text as it came, before tags are taken out of it.

const ROLE_TAGS =
  /<\/?(?:system|assistant|user|instructions?|prompt|message|tool|function|admin|developer|im_start|context)\b|<\||\|>|<<\/?sys>>|\[\/?(?:inst|system|assistant|admin)\]/iu;
const ROLE_LINE =
  /^[\s#*>`-]*(?:system|assistant|developer|admin(?:istrator)?|ai|bot|model|role(?=\s*:\s*(?:system|assistant|user|admin|developer)))(?: (?:prompt|message|note|notice|override|instructions?)[^:\n]{0,30})?\s*[:>\]]/imu;
const SHOUTED =
  /#{2,}|\*\*\*\s*(?:system|admin|new|begin|end)|```|^\s*---\s*$[\s\S]*^\s*\w+\s*:|^\s*#\s+(?:new|system|instruct\w*|task|rules?)\b|^\s*\[\/\/\]/imu;
const HIDDEN =
  /<!--(?!\[)|<script\b|<meta\b|<iframe\b|<svg\b|\bon(?:error|load|click|mouseover)\s*=|javascript:|display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|color\s*[=:]\s*["']?(?:white|#fff)|<\w+[^>]{0,80}\bhidden\b/iu;
const TEMPLATES = /\{\{|\}\}|\$\{|<%|%>|\bprocess\.env\b|\bdrop\s+table\b|\bselect\s+\*\s+from\b|\b__\w+__\b/iu;
/** Names that stand in a decision; a lead has no reason to set them. */
const FIELDS =
  /\b(?:next_?action|selected_?slot|intents?|guardrails?|risk|confidence|outcome|may_?reply|is_?approved|tool_?calls?)\b["']?\s*[:=]|["'](?:role|content|system|instructions?|approved)["']\s*:|\{\s*["']\w+["']\s*:|^\W*override\s*:/iu;
/** "rent=0": a setting, where it stands in no address of a page. */
const SETTINGS = /(?<![\w?&/.=-])[a-z_]{3,}=["']?[\w-]+/iu;
const ADDRESSES = /\S*(?:https?:|www\.)\S*/giu;
/** Tag characters of Unicode write an invisible ASCII text; flags of regions are the only good use of them. */
const INVISIBLE_TEXT = /(?:[\u{E0020}-\u{E007E}]){4,}/u;
const FLAG = /\u{1F3F4}[\u{E0020}-\u{E007F}]+/gu;

/** True when the text as it came carries markup or fields that speak to a machine. */
export function speaksToMachine(text: string): boolean {
  const plain = text.normalize("NFKC");
  return (
    [ROLE_TAGS, ROLE_LINE, SHOUTED, HIDDEN, TEMPLATES, FIELDS].some((pattern) => pattern.test(plain)) ||
    SETTINGS.test(plain.replace(ADDRESSES, " ")) ||
    INVISIBLE_TEXT.test(text.replace(FLAG, ""))
  );
}
