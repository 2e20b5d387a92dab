/** A package with all of its texts changed: every XML part is rewritten, the preview picture goes, properties name nobody. What is no XML must not hold what is to be gone. */
import { HostError, type Gzip } from '../../../app/ports';
import type { TextRewrite } from '../../../app/travel-ports';
import { joinBytes } from '../../../core/model/join-bytes';
import { editPackage, type PackageEdit } from '../package/package-edit';
import type { Limits, Zip } from '../package/zip';
import { linksOf, removeLinks, removeParts } from '../patch/links';
import { rewriteXml } from './rewrite-xml';

const XML = /\.(?:xml|rels|vml)$/i;
/** Properties that name people or firms; they become empty. */
const PERSONAL = /<((?:\w+:)?(?:creator|lastModifiedBy|Company|Manager))>[^<]*<\/\1>/g;

export async function rewritePackage(zip: Zip, { text, mustBeGone }: TextRewrite, gzip: Gzip, limits: Limits): Promise<Uint8Array> {
  const parts = editPackage(zip, gzip, limits);
  await removePreview(parts);
  for (const path of parts.paths()) {
    if (XML.test(path)) {
      // oxlint-disable-next-line no-await-in-loop -- one part in memory at a time
      const xml = await parts.text(path);
      const changed = rewriteXml(/^docProps\//i.test(path) ? xml.replaceAll(PERSONAL, '<$1></$1>') : xml, text);
      if (changed !== xml) parts.set(path, changed);
      // oxlint-disable-next-line no-await-in-loop
    } else if (holdsAny(await parts.bytes(path), mustBeGone)) throw new HostError('share/name-left', { part: path });
  }
  return joinBytes(parts.output());
}

/** The picture that file managers show: of the first sheet as it was. */
async function removePreview(parts: PackageEdit): Promise<void> {
  const previews = (await linksOf(parts, '')).filter(({ type, external, target }) => type === 'thumbnail' && !external && parts.has(target));
  await removeLinks(parts, '', new Set(previews.map(({ id }) => id)));
  await removeParts(parts, previews.map(({ target }) => target));
}

/** In UTF-8 or in UTF-16, as binary parts write texts. */
function holdsAny(bytes: Uint8Array, texts: readonly string[]): boolean {
  if (texts.length === 0) return false;
  const [narrow, wide, shifted] = [new TextDecoder('utf-8').decode(bytes), new TextDecoder('utf-16le').decode(bytes), new TextDecoder('utf-16le').decode(bytes.subarray(1))];
  return texts.some((text) => narrow.includes(text) || wide.includes(text) || shifted.includes(text));
}
