/** Use case: the content of a new workbook from a profile and a choice of sheets. */
import { HOME_KEY } from '../core/form/form-context';
import type { CellValue } from '../core/model/cell';
import type { WorkbookContent } from '../core/model/content';
import { chooseSheets } from './choose-sheets';
import { makeContent } from './make-content';
import type { Profile } from './profile';
import type { Standard } from './standard';

/** Throws `InputError` (`sheets/unknown`). */
export function createContent(profile: Profile, sheets: string, standard: Standard): WorkbookContent {
  const chosen = chooseSheets(sheets, standard);
  return makeContent({ chosen, entries: { [HOME_KEY]: profileEntries(profile) }, rows: {}, side: {} });
}

/** What the profile says, as entries of 首页. Dates that are given without the others are kept too. */
function profileEntries(profile: Profile): Readonly<Record<string, CellValue>> {
  const { enterprise = {}, agency = {}, periods, asOf } = profile;
  const entries: Record<string, CellValue | undefined> = {
    ...Object.fromEntries(Object.entries(enterprise).map(([key, value]) => [`enterprise.${key}`, value])),
    'agency.name': agency.name,
    'agency.personnel': agency.personnel?.join('、'),
    'periods.baseline.start': periods?.baseline[0],
    'periods.baseline.end': periods?.baseline[1],
    'periods.current.start': periods?.current[0],
    'periods.current.end': periods?.current[1],
    asOf,
  };
  return Object.fromEntries(Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}
