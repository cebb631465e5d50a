// What one line of the audit log holds (C28): codes, ids and numbers. Never a text, never a name.
export type AuditDetail = Readonly<Record<string, string | number | boolean | null>>;
export type AuditNote = { readonly action: string; readonly detail: AuditDetail };
