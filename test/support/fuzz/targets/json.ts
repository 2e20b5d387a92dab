/** The files that people write in JSON: the map of an import, the profile of an enterprise, the list of pseudonyms. Their own shape is told from the text a second time. */
import { createContent } from '../../../../src/app/create-workbook';
import { readImportMap } from '../../../../src/app/import-map';
import { readProfile } from '../../../../src/app/profile';
import { readPseudonymKey } from '../../../../src/app/pseudonym-key';
import { loadStandard } from '../../../../src/app/standard';
import { backwards, replacer } from '../../../../src/core/copy/pseudonyms';
import { mapColumns } from '../../../../src/core/import/map-columns';
import { headerText } from '../../../../src/core/model/raw-sheet';
import { mutateJson, type Json } from '../mutate-json';
import type { Random } from '../random';
import { codeOfFailure, unsaid } from './said';
import { refused, RIGHT, wrong, type Judgement, type Target } from './target';

const PROFILE: Json = {
  enterprise: { name: '示例泵业有限公司', uscc: '91320300MA1XXXXX0X', industry: '34', employees: 86, revenue: 4200, assets: 3800.5, city: '徐州市', head: '王' },
  agency: { name: '帮扶机构', personnel: ['甲', '乙'] },
  periods: { baseline: ['2023-01-01', '2023-12-31'], current: ['2024-01-01', '2024-12-31'] },
  asOf: '2024-12-31',
};
const KEY: Json = { zhisheng: 'pseudonyms', id: 'k-1', names: [{ kind: 'staff', name: '王强', pseudonym: '员工01' }, { kind: 'customer', name: '甲厂', pseudonym: '客户01' }] };

/** Keys of the objects of a text, by their path of keys; null where it is no JSON. */
function keysOf(text: string): readonly string[] | null {
  const found: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    for (const key of Object.keys(value)) {
      found.push(`${path}${key}`);
      visit(Reflect.getOwnPropertyDescriptor(value, key)?.value, `${path}${key}.`);
    }
  };
  try {
    visit(JSON.parse(text.replace(/^\ufeff/, '')), '');
    return found;
  } catch {
    return null;
  }
}

/** What the reader says, or the code with which it refuses. */
function attempt<T>(read: () => T): { readonly value: T } | { readonly code: string } {
  try {
    return { value: read() };
  } catch (error) {
    const code = codeOfFailure(error);
    if (code === null) throw error;
    return { code };
  }
}

const PROFILE_KEYS: ReadonlySet<string> = new Set(keysOf(JSON.stringify(PROFILE)));
const FORBIDDEN = (keys: readonly string[] | null): string | undefined => keys?.find((key) => !PROFILE_KEYS.has(key));

export const profileTarget: Target = {
  name: 'profile', share: 150,
  create: async () => {
    const standard = loadStandard();
    return (random: Random): Judgement => {
      const text = mutateJson(PROFILE, random, [...PROFILE_KEYS]);
      const keys = keysOf(text);
      const read = attempt(() => readProfile(text));
      if ('code' in read) return read.code.startsWith('profile/') ? refused(read.code) : wrong(`refused with ${read.code}`);
      const stranger = FORBIDDEN(keys);
      if (keys === null || stranger !== undefined) return wrong(`was read with ${stranger ?? 'no JSON'}: ${text.slice(0, 200)}`);
      const { periods, asOf } = read.value;
      const content = createContent(read.value, 'all', standard);
      if ((content.periods === null) !== (periods === undefined || asOf === undefined)) return wrong(`periods ${JSON.stringify(periods)} ${asOf} became ${JSON.stringify(content.periods)}`);
      return RIGHT;
    };
  },
};

const MAP_KEYS: ReadonlySet<string> = new Set(['columns', 'constants', 'choices', 'derive']);

export const mapTarget: Target = {
  name: 'map', share: 200,
  create: async () => {
    const { rawSheets } = loadStandard();
    const seeds = rawSheets.map((def) => {
      const names = def.columns.map(({ header }) => header);
      const [first = '', second = '', third = ''] = names;
      const json: Json = { columns: { [first]: 'A', [second]: 'B', [third]: null }, constants: { [names.at(-1) ?? '']: 1 }, choices: { [second]: { TP: '第三方' } }, derive: { [names.at(-2) ?? '']: { copy: first, when: second } } };
      return { def, json, names, table: { headerRow: 1, header: ['A', 'B', ...def.columns.map(headerText)], rows: [] } };
    });
    return (random: Random): Judgement => {
      const { def, json, names, table } = random.pick(seeds);
      const text = mutateJson(json, random, [...names, ...MAP_KEYS]);
      const { map, issues } = readImportMap(text, def);
      const mapping = map === null ? null : mapColumns(def, table, map);
      const words = unsaid([...issues, ...(mapping?.issues ?? [])]);
      if (words !== null) return wrong(words);
      if (map === null || mapping === null) return issues.length > 0 ? refused(issues[0]?.code ?? '') : wrong('refused without a reason');
      const keys = keysOf(text);
      const stranger = keys?.find((key) => !key.includes('.') && !MAP_KEYS.has(key));
      if (keys === null || stranger !== undefined) return wrong(`was read with ${stranger ?? 'no JSON'}: ${text.slice(0, 200)}`);
      // What the map says of a column is done, or there is a word about it.
      const named = keys.filter((key) => /^(?:columns|constants|derive)\.[^.]*$/.test(key)).length;
      const kept = Object.keys(map.columns).length + Object.keys(map.constants).length + Object.keys(map.derive).length;
      return named > kept ? wrong(`${named - kept} columns of the map are passed over in silence: ${text.slice(0, 200)}`) : RIGHT;
    };
  },
};

export const keyTarget: Target = {
  name: 'pseudonym list', share: 40,
  create: async () => (random: Random): Judgement => {
    const text = mutateJson(KEY, random, ['kind', 'pseudonym', 'name']);
    const read = attempt(() => readPseudonymKey(text, 'k.json'));
    if ('code' in read) return read.code === 'key/wrong' ? refused(read.code) : wrong(`refused with ${read.code}`);
    const back = replacer(backwards(read.value.names));
    const { names } = read.value;
    const [one] = names;
    if (one !== undefined && names.length === 1 && back(one.pseudonym) !== one.name) return wrong(`${one.pseudonym} became ${back(one.pseudonym)}, not ${one.name}`);
    return RIGHT;
  },
};
