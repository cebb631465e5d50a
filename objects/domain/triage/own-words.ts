// Owns the filling of an organisation's own words (T78): the template of a kind and language with its values, or nothing, so that
// the caller says it in ours. A template that the rules of today would refuse is not used.
import type { Language } from "./language.ts";
import { checkTemplate } from "./template-check.ts";
import type { ReplyTemplate, TemplateKind, TemplateVariable } from "./template-kinds.ts";

export type TemplateValues = Readonly<Partial<Record<TemplateVariable, string | null>>>;

/** Lists stand on lines of their own wherever the template puts them; a full stop after one would stand alone. */
const OWN_LINES = /[ \t]*\n?[ \t]*(\{(?:facts|times)\})[.,;]?[ \t]*\n?[ \t]*/gu;

/** The filled words; null without a template, without a value for one of its variables, or when it may not be used. */
export function ownWords(
  templates: readonly ReplyTemplate[] | undefined,
  kind: TemplateKind,
  language: Language,
  values: TemplateValues,
): string | null {
  const template = templates?.find((one) => one.kind === kind && one.language === language);
  if (template === undefined) return null;
  const checked = checkTemplate(kind, template.text);
  return checked.ok ? fill(checked.value, values) : null;
}

/** Puts the values in the place of the variables; null when one has no value. */
export function fill(text: string, values: TemplateValues): string | null {
  let isWhole = true;
  const filled = text
    .replace(OWN_LINES, "\n$1\n")
    .trim()
    .replace(/\{([a-z_]+)\}/gu, (_, name: TemplateVariable) => {
      const value = values[name]?.trim() ?? "";
      if (value === "") isWhole = false;
      return value;
    });
  return isWhole ? filled : null;
}
