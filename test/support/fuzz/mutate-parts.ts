/** Changes of a package's parts; the container around them is made anew and sound. */
import { mutateXml } from './mutate-xml';
import type { Random } from './random';

/** How often parts are taken, by the end of their path. */
function weight(path: string): number {
  if (path.endsWith('.rels')) return 3;
  if (path.includes('docProps') || path.includes('theme') || !path.endsWith('.xml')) return 1;
  return path.includes('Content_Types') ? 2 : 6;
}

export function mutateParts(parts: ReadonlyMap<string, Uint8Array>, random: Random): ReadonlyMap<string, Uint8Array> {
  const changed = new Map(parts);
  const paths = [...parts.keys()].flatMap((path) => Array.from<string>({ length: weight(path) }).fill(path));
  if (random.once(15)) {
    const [one, other] = [random.pick(paths), random.pick(paths)];
    const [content, otherContent] = [parts.get(one) ?? new Uint8Array(), parts.get(other) ?? new Uint8Array()];
    switch (random.int(5)) {
      case 0: changed.delete(one); break;
      case 1: changed.set(one, otherContent).set(other, content); break;
      case 2: changed.set(one, new Uint8Array()); break;
      case 3:
        changed.delete(one);
        changed.set(random.pick([one.toUpperCase(), one.replaceAll('/', '\\'), `/${one}`, `./${one}`, `${one} `]), content);
        break;
      default: changed.set(one, random.pick([new Uint8Array(5), new TextEncoder().encode('<a/>'), new TextEncoder().encode('PK')]));
    }
  }
  for (let i = 0, many = random.once(4) ? 2 : 1; i < many; i++) {
    const path = random.pick(paths);
    const content = changed.get(path);
    if (content !== undefined && content.length > 0) changed.set(path, mutateXml(content, random));
  }
  return changed;
}
