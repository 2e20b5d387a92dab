/** Changes of a JSON document: of its tree, where keys and values turn into others, and of its text. */
import { NASTY_NUMBERS, NASTY_TEXTS, PROTOTYPE_WORDS } from './words';
import type { Random } from './random';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

function strange(random: Random): Json {
  switch (random.int(8)) {
    case 0: return random.pick<Json>([null, true, false, [], {}, [[]], { a: 1 }]);
    case 1: return Array.from({ length: random.pick([1, 3, 30, 500]) }, () => random.pick(NASTY_TEXTS.slice(0, 20)));
    case 2:
    case 3: return random.pick(NASTY_NUMBERS);
    default: return random.pick(NASTY_TEXTS);
  }
}

/** As text, so that `__proto__` stays a key like any other. */
function written(json: Json, change: (json: Json, path: string) => string | null, path = ''): string {
  const changed = change(json, path);
  if (changed !== null) return changed;
  if (Array.isArray(json)) return `[${json.map((one, i) => written(one, change, `${path}.${i}`)).join(',')}]`;
  if (typeof json === 'object' && json !== null) return `{${Object.entries(json).map(([key, value]) => `${JSON.stringify(key)}:${written(value, change, `${path}.${key}`)}`).join(',')}}`;
  return JSON.stringify(json);
}

function pathsOf(json: Json, path = ''): readonly string[] {
  if (typeof json !== 'object' || json === null) return [path];
  return [path, ...Object.entries(json).flatMap(([key, value]) => pathsOf(value, `${path}.${key}`))];
}

function members(json: Json, random: Random, extra: readonly string[]): string {
  const own = typeof json === 'object' && json !== null && !Array.isArray(json) ? Object.entries(json).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`) : [];
  const key = random.pick([...PROTOTYPE_WORDS, ...extra, '', 'name', 'Columns']);
  const added = `${JSON.stringify(key)}:${JSON.stringify(strange(random))}`;
  switch (random.int(4)) {
    case 0: return `{${[...own, added].join(',')}}`;
    case 1: return `{${[added, ...own].join(',')}}`;
    case 2: return `{${[...own, ...own.slice(0, 1), added].join(',')}}`;
    default: return `{${own.map((member, i) => (i === 0 ? member.replace(/^"(?:[^"\\]|\\.)*"/, JSON.stringify(key)) : member)).join(',')}}`;
  }
}

/** `extra`: keys that mean something somewhere in the document. */
export function mutateJson(json: Json, random: Random, extra: readonly string[] = []): string {
  const paths = pathsOf(json);
  const targets = new Set(Array.from({ length: random.int(4) }, () => random.pick(paths)));
  const text = written(json, (value, path) => {
    if (!targets.has(path)) return null;
    if (typeof value === 'object' && value !== null && !random.once(4)) return members(value, random, extra);
    return JSON.stringify(strange(random));
  });
  switch (random.int(24)) {
    case 0: return text.slice(0, random.int(text.length));
    case 1: return `\ufeff${text}`;
    case 2: return `${text}${random.pick(['x', ',', '}', '\u0000', text])}`;
    case 3: return random.pick(['[', '{"a":', '"']).repeat(random.pick([1, 100, 20_000])) + text;
    case 4: return text.replaceAll(',', ',\n// x\n');
    case 5: return text.replaceAll('"', "'");
    case 6: return `${'['.repeat(3000)}${text}${']'.repeat(3000)}`;
    case 7: {
      const at = random.int(text.length);
      return text.slice(0, at) + random.pick(NASTY_TEXTS) + text.slice(at + random.int(3));
    }
    default: return text;
  }
}
