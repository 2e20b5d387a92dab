/** What the small parts of a workbook say: its sheets and where they lie, its names, its date system. No sheet is read for it. */
import { HostError } from '../../../app/ports';
import { findWorkbook, relationshipsOf, type Relationship } from '../package/parts';
import { scanXml } from '../package/xml';
import type { Zip } from '../package/zip';

const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';

export interface SheetEntry {
  readonly name: string;
  /** Of its relationship. */
  readonly id: string;
  /** Path of its part. */
  readonly path: string;
  readonly sheetId: number;
  /** Place among all tabs (0 = first), chart sheets included: what `localSheetId` counts. */
  readonly index: number;
  /** Last segment of the relationship's type: `worksheet`, `chartsheet`, `dialogsheet`, `xlMacrosheet` ... Only the first has rows. */
  readonly kind: string;
}

export interface Outline {
  /** Path of the workbook part. */
  readonly path: string;
  /** In the order of the tabs. No two have the same name or the same part. */
  readonly sheets: readonly SheetEntry[];
  /** Defined names of workbook scope and what they refer to. */
  readonly names: ReadonlyMap<string, string>;
  /** Dates count from 1904. */
  readonly date1904: boolean;
  readonly strict: boolean;
  /** The program that saved it last; '' when it does not say. */
  readonly application: string;
  /** Of the workbook part. */
  readonly relationships: readonly Relationship[];
}

interface WorkbookPart extends Pick<Outline, 'names' | 'date1904' | 'strict'> {
  readonly sheets: readonly Pick<SheetEntry, 'name' | 'id' | 'sheetId'>[];
}

async function readWorkbookPart(zip: Zip, path: string): Promise<WorkbookPart> {
  const sheets: { name: string; id: string; sheetId: number }[] = [];
  const names = new Map<string, string>();
  let date1904 = false;
  let strict = false;
  let naming: string | null = null;
  const open: string[] = [];
  for (const token of scanXml(await zip.bytes(path), path)) {
    if (token.kind === 'text') {
      if (naming !== null) names.set(naming, (names.get(naming) ?? '') + token.text);
      continue;
    }
    if (token.kind === 'close') {
      open.pop();
      naming = null;
      continue;
    }
    const { attributes, name } = token;
    open.push(name);
    const [root, parent] = open;
    if (open.length === 1) {
      if (name !== 'workbook') throw new HostError('xlsx/damaged', { part: path });
      strict = attributes.get('conformance') === 'strict' || [...attributes.values()].includes(STRICT);
    } else if (open.length === 2 && root === 'workbook' && name === 'workbookPr') {
      date1904 = ['1', 'true', 'on'].includes(attributes.get('date1904') ?? '');
    } else if (open.length === 3 && parent === 'sheets' && name === 'sheet') {
      sheets.push({ name: attributes.get('name') ?? '', id: attributes.get(':id') ?? '', sheetId: Number(attributes.get('sheetId') ?? 0) });
    } else if (open.length === 3 && parent === 'definedNames' && name === 'definedName') {
      naming = attributes.has('localSheetId') ? null : attributes.get('name') ?? null;
    }
  }
  return { sheets, names, date1904, strict };
}

/** '' where it is not said; damage there is no reason to refuse a workbook. Throws HostError `xlsx/too-large` and what reading the file throws. */
async function readApplication(zip: Zip): Promise<string> {
  const part = (await relationshipsOf(zip, '')).find(({ type }) => type === 'extended-properties' || type === 'extendedProperties');
  if (part === undefined || !zip.has(part.target)) return '';
  let inside = false;
  let application = '';
  try {
    for (const token of scanXml(await zip.bytes(part.target), part.target)) {
      if (token.kind === 'text') application += inside ? token.text : '';
      else if (token.name === 'Application') inside = token.kind === 'open';
    }
  } catch (error) {
    if (error instanceof HostError && error.code === 'xlsx/damaged') return '';
    throw error;
  }
  return application;
}

/** True when a value comes twice. */
function repeated(values: readonly string[]): boolean {
  return new Set(values).size < values.length;
}

/** Throws HostError `xlsx/binary`, `xlsx/not-a-workbook`, `xlsx/damaged`: also where two sheets have one name or one part. */
export async function readOutline(zip: Zip): Promise<Outline> {
  const path = await findWorkbook(zip);
  const { sheets: listed, ...workbook } = await readWorkbookPart(zip, path);
  const relationships = await relationshipsOf(zip, path);
  const damaged = (part: string): HostError => new HostError('xlsx/damaged', { part });
  if (repeated(relationships.map(({ id }) => id))) throw damaged(path);
  // Names of sheets are compared as Excel does, without case.
  if (repeated(listed.map(({ name }) => name.toLowerCase()))) throw damaged(path);
  const sheets = listed.map(({ name, id, sheetId }, index) => {
    const found = relationships.find((relationship) => relationship.id === id);
    // A tab that names no part: modules of old versions are kept so.
    if (found === undefined && id === '') return { name, id, path: '', sheetId, index, kind: '' };
    if (found === undefined || name === '') throw damaged(path);
    return { name, id, path: found.target, sheetId, index, kind: found.type };
  });
  if (repeated(sheets.flatMap((sheet) => (sheet.kind === '' ? [] : [sheet.path.toLowerCase()])))) throw damaged(path);
  return { path, sheets, ...workbook, application: await readApplication(zip), relationships };
}
