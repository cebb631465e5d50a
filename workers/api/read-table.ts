// Reads a file of comma, semicolon or tab separated values into rows of cells. It knows nothing of what they mean.
// csv-parse rather than our own reader: 8 kB gzip without dependencies, kept up, and strict about quotes.
import { CsvError, parse } from "csv-parse/sync";
import { err, ok, type Result } from "#domain/kernel/result";

/** Why a file is no table, and in which row of a spreadsheet. */
export type TableFault = { readonly row: number; readonly code: "NOT_UTF8" | "QUOTES_WRONG"; readonly message: string };

type Rows = readonly (readonly string[])[];

const SEPARATORS = [",", ";", "\t"] as const;

/** All rows, blank ones too, so that they count as a spreadsheet counts. The header decides what separates. */
export function readTable(bytes: ArrayBuffer): Result<Rows, TableFault> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return err({
      row: 1,
      code: "NOT_UTF8",
      message: 'The file is not UTF-8. Save it as "CSV UTF-8" and send it again.',
    });
  }
  const headers = SEPARATORS.map((separator) => ({ separator, rows: parsed(text, separator, 1) }));
  const readable = headers.flatMap(({ separator, rows }) =>
    rows.ok ? { separator, columns: rows.value[0]?.length ?? 0 } : [],
  );
  const [best] = readable.toSorted((a, b) => b.columns - a.columns);
  return parsed(text, best?.separator ?? ",", null);
}

function parsed(text: string, separator: string, rowsMax: number | null): Result<Rows, TableFault> {
  try {
    return ok(
      parse(text, {
        delimiter: separator,
        relax_column_count: true,
        ...(rowsMax === null ? {} : { to: rowsMax }),
      }),
    );
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    const message = "The quotes of this row do not match. A quote within a value is written twice.";
    return err({ row: Number(thrown["records"]) + 1, code: "QUOTES_WRONG", message });
  }
}
