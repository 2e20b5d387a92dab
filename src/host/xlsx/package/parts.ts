/** The parts of a package found through content types and relationships (ISO/IEC 29500-2), never by file name. */
import { HostError } from '../../../app/ports';
import { partKey } from './part-name';
import { startTags } from './xml';
import type { Zip } from './zip';

/** What can be asked for parts: a container, or a package being changed. */
export type Parts = Pick<Zip, 'has' | 'bytes'>;

export interface Relationship {
  readonly id: string;
  /** Last segment of the type, the same in the transitional and the strict form: `worksheet`, `sharedStrings` ... */
  readonly type: string;
  /** Path of the part in the package. */
  readonly target: string;
}

/** `../theme/theme1.xml` as seen from `xl/workbook.xml` -> `theme/theme1.xml`. */
export function resolveTarget(source: string, target: string): string {
  const decoded = target.includes('%') ? decode(target) : target;
  if (decoded.startsWith('/')) return decoded.slice(1);
  const segments = source.split('/').slice(0, -1);
  for (const segment of decoded.replaceAll('\\', '/').split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Relationships of a part ('' = the package); none when it has no list. External targets are left out. */
export async function relationshipsOf(zip: Parts, source: string): Promise<readonly Relationship[]> {
  const cut = source.lastIndexOf('/') + 1;
  const path = `${source.slice(0, cut)}_rels/${source.slice(cut)}.rels`;
  if (!zip.has(path)) return [];
  return [...startTags(await zip.bytes(path), path, 'Relationship')].filter((tag) => tag.get('TargetMode') !== 'External').map((tag) => ({
    id: tag.get('Id') ?? '',
    type: (tag.get('Type') ?? '').split('/').at(-1) ?? '',
    target: resolveTarget(source, tag.get('Target') ?? ''),
  }));
}

/** Content type of a part, '' when none is declared. */
async function contentType(zip: Parts, part: string): Promise<string> {
  const path = '[Content_Types].xml';
  const bytes = await zip.bytes(path);
  for (const tag of startTags(bytes, path, 'Override')) {
    if (partKey(tag.get('PartName') ?? '') === partKey(`/${part}`)) return tag.get('ContentType') ?? '';
  }
  const ending = part.slice(part.lastIndexOf('.') + 1).toLowerCase();
  for (const tag of startTags(bytes, path, 'Default')) {
    if (tag.get('Extension')?.toLowerCase() === ending) return tag.get('ContentType') ?? '';
  }
  return '';
}

/** Path of the workbook part. Throws HostError: `xlsx/binary`, `xlsx/not-a-workbook`, `xlsx/damaged`. */
export async function findWorkbook(zip: Zip): Promise<string> {
  if (!zip.has('[Content_Types].xml')) {
    // A container of some other kind (.ods, .jar, a plain archive), or one that has lost its first part.
    if (zip.paths.some((path) => path.startsWith('xl/'))) throw new HostError('xlsx/damaged', { part: '[Content_Types].xml' });
    throw new HostError('xlsx/not-a-workbook', { found: zip.has('mimetype') && zip.has('content.xml') ? 'opendocument' : 'zip' });
  }
  const main = (await relationshipsOf(zip, '')).find((relationship) => relationship.type === 'officeDocument');
  if (main === undefined) throw new HostError('xlsx/damaged', { part: '_rels/.rels' });
  const type = await contentType(zip, main.target);
  if (type.includes('sheet.binary') || main.target.endsWith('.bin')) throw new HostError('xlsx/binary');
  if (/wordprocessingml|presentationml/.test(type)) throw new HostError('xlsx/not-a-workbook', { found: type.includes('word') ? 'docx' : 'pptx' });
  if (!zip.has(main.target)) throw new HostError('xlsx/damaged', { part: main.target });
  return main.target;
}
