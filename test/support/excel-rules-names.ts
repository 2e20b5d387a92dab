/** What Excel accepts as the name of a sheet, a defined name, a table; and number formats. */

const MOST_SHEET_NAME = 31;
const MOST_NAME = 255;

export function sheetNameFaults(name: string): readonly string[] {
  const faults: string[] = [];
  if (name === '' || name.length > MOST_SHEET_NAME) faults.push(`sheet name of ${name.length} characters`);
  if (/[[\]:*?/\\\p{Cc}]|^'|'$/u.test(name)) faults.push(`sheet name ${name} holds a sign that none may`);
  if (name.toLowerCase() === 'history') faults.push('sheet name History is reserved');
  return faults;
}

/** Defined names and table names follow one rule: a letter, `_` or `\` first; nothing that reads as a reference. */
export function nameFaults(name: string): readonly string[] {
  const faults: string[] = [];
  if (name.length === 0 || name.length > MOST_NAME) faults.push(`name of ${name.length} characters`);
  if (!/^[\p{L}_\\][\p{L}\p{Nd}_.\\?]*$/u.test(name)) faults.push(`name ${name} holds a sign that none may`);
  if (/^[A-Z]{1,3}\d{1,7}$/i.test(name)) faults.push(`name ${name} reads as a cell`);
  if (/^(?:R\d*(?:C\d*)?|C\d*)$/i.test(name)) faults.push(`name ${name} reads as a cell of R1C1`);
  if (/^(?:TRUE|FALSE)$/i.test(name)) faults.push(`name ${name} is a value`);
  return faults;
}

const LITERAL = String.raw`"[^"]*"|\\.|_.|\*.`;
const FORMAT = new RegExp(`^(?:${LITERAL}|General|[0#?@.,%/ +()\\-:yYmMdDhHsS]|E[+-]|\\[(?:Red|Blue|Black|White|[<>=]+-?[\\d.]+|h+|m+|s+|\\$[^\\]]*)\\]|AM/PM)*$`);
const MOST_FORMAT = 255;
const MOST_SECTIONS = 4;

export function formatFaults(format: string): readonly string[] {
  const faults: string[] = [];
  const sections = format.replaceAll(new RegExp(LITERAL, 'g'), '').split(';');
  if (format === '' || format.length > MOST_FORMAT) faults.push(`number format of ${format.length} characters`);
  if (sections.length > MOST_SECTIONS) faults.push(`number format ${format} of ${sections.length} sections`);
  if (!format.split(';').every((section) => FORMAT.test(section))) faults.push(`number format ${format}`);
  return faults;
}
