/** What a package carries besides cells, found by its parts and their relationships. */
import type { PackageFacts } from '../../../app/travel-ports';
import { scanXml, startTags } from '../package/xml';
import type { Zip } from '../package/zip';

const PERSONAL: readonly string[] = ['creator', 'lastModifiedBy', 'Company', 'Manager'];

export async function packageFacts(zip: Zip, workbook: string, size: number): Promise<PackageFacts> {
  const paths = zip.paths;
  const matching = (pattern: RegExp): readonly string[] => paths.filter((path) => pattern.test(path));
  const comments = await readComments(zip, matching(/(?:^|\/)(?:comments\d*|threadedComment\d*)\.xml$/i));
  const media = new Set(matching(/(?:^|\/)media\//i));
  return {
    size,
    macros: paths.some((path) => /vbaProject\.bin$|\/macrosheets\//i.test(path)),
    ...(await readLinks(zip, matching(/\/externalLinks\/[^/]+\.xml$/i), matching(/\.rels$/i))),
    connections: paths.some((path) => /(?:^|\/)connections\.xml$|\/queryTables\//i.test(path)),
    ...comments,
    personal: await readPersonal(zip, matching(/^docProps\/(?:core|app)[^/]*\.xml$/i)),
    hiddenSheets: [...startTags(await zip.bytes(workbook), workbook, 'sheet')].flatMap((tag) => ((tag.get('state') ?? 'visible') === 'visible' ? [] : [tag.get('name') ?? ''])),
    pictures: { count: media.size, bytes: zip.entries.reduce((sum, entry) => (media.has(entry.path) ? sum + entry.packed : sum), 0) },
    embedded: matching(/(?:^|\/)embeddings\//i),
  };
}

async function readComments(zip: Zip, parts: readonly string[]): Promise<Pick<PackageFacts, 'comments' | 'commentAuthors'>> {
  let comments = 0;
  const authors = new Set<string>();
  for (const part of parts) {
    let author = false;
    // oxlint-disable-next-line no-await-in-loop -- a few small parts
    for (const token of scanXml(await zip.bytes(part), part)) {
      if (token.kind === 'open' && (token.name === 'comment' || token.name === 'threadedComment')) comments++;
      if (token.kind === 'text') {
        if (author && token.text.trim() !== '') authors.add(token.text);
      } else author = token.kind === 'open' && token.name === 'author';
    }
  }
  return { comments, commentAuthors: [...authors] };
}

async function readLinks(zip: Zip, links: readonly string[], lists: readonly string[]): Promise<Pick<PackageFacts, 'externalLinks' | 'programLinks'>> {
  const external = new Set<string>();
  let programLinks = 0;
  for (const part of links) {
    // oxlint-disable-next-line no-await-in-loop
    for (const token of scanXml(await zip.bytes(part), part)) if (token.kind === 'open' && (token.name === 'ddeLink' || token.name === 'oleLink')) programLinks++;
  }
  for (const part of lists) {
    // oxlint-disable-next-line no-await-in-loop
    for (const tag of startTags(await zip.bytes(part), part, 'Relationship')) {
      const kind = (tag.get('Type') ?? '').split('/').at(-1) ?? '';
      if (tag.get('TargetMode') === 'External' && kind !== 'hyperlink') external.add(tag.get('Target') ?? '');
    }
  }
  return { externalLinks: [...external], programLinks };
}

async function readPersonal(zip: Zip, parts: readonly string[]): Promise<PackageFacts['personal']> {
  const found: Record<string, string> = {};
  for (const part of parts) {
    let name = '';
    // oxlint-disable-next-line no-await-in-loop
    for (const token of scanXml(await zip.bytes(part), part)) {
      if (token.kind === 'open') name = token.name;
      else if (token.kind === 'close') name = '';
      else if (token.kind === 'text' && PERSONAL.includes(name) && token.text.trim() !== '') found[name] = token.text;
    }
  }
  return found;
}
