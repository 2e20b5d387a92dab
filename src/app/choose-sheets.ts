/** Which forms and raw-data sheets a workbook gets. 首页 always belongs to it: it holds the periods. */
import { HOME_KEY } from '../core/form/form-context';
import { InputError } from './input-error';
import type { Standard } from './standard';

/**
 * `all`, `starter` (every form and the sheets that 7.6 needs), or names and keys, separated by commas:
 * `数据_销售交付`, `销售交付` and `deliveries` are the same. In the order of the tabs. Throws `InputError` (`sheets/unknown`: `name`, `sheets`).
 */
export function chooseSheets(choice: string, standard: Standard): readonly string[] {
  const { rawSheets } = standard;
  const forms = standard.library.forms.map(({ key }) => key);
  if (choice === 'all') return [...forms, ...rawSheets.map(({ key }) => key)];
  if (choice === 'starter') return [...forms, ...rawSheets.filter(({ starter }) => starter).map(({ key }) => key)];
  const chosen = new Set([HOME_KEY, ...choice.split(/[,，、]/).map((word) => word.trim()).filter((word) => word !== '').map((word) => keyOf(word, standard))]);
  return [...forms, ...rawSheets.map(({ key }) => key)].filter((key) => chosen.has(key));
}

/** Throws `InputError` (`sheets/unknown`). */
function keyOf(word: string, standard: Standard): string {
  const sheets = [...standard.library.forms, ...standard.rawSheets];
  const found = sheets.find(({ key, sheet }) => key === word || sheet === word || sheet === `数据_${word}`);
  if (found === undefined) throw new InputError('sheets/unknown', { name: word, sheets: sheets.map(({ sheet }) => sheet).join('、') });
  return found.key;
}
