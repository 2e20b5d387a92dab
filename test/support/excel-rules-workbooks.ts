/** The whole workbook, blank and with something in every field and every raw-data sheet: what the rules of Excel are held over. */
import { sample } from 'fast-check';
import { buildWorkbook } from '../../src/app/build-workbook';
import { makeContent } from '../../src/app/make-content';
import { measure } from '../../src/app/measure';
import { loadStandard } from '../../src/app/standard';
import { HOME_KEY } from '../../src/core/form/form-context';
import type { CellValue } from '../../src/core/model/cell';
import type { FieldPlace } from '../../src/core/model/form';
import type { WorkbookSpec } from '../../src/core/model/sheet-spec';
import { randomContent } from './random-content';

const standard = loadStandard();
const chosen = [...standard.library.forms, ...standard.rawSheets].map(({ key }) => key);

export function blankWorkbook(): WorkbookSpec {
  const content = makeContent({ chosen, entries: {}, rows: Object.fromEntries(standard.rawSheets.map(({ key }) => [key, []])), side: {} });
  return buildWorkbook(content, standard, measure(content));
}

/** Markup, quotes and a name too long for a footer among the texts. */
function entryOf(place: FieldPlace): CellValue {
  switch (place.kind) {
    case 'date': case 'datetime': case 'month': return 45_500;
    case 'number': case 'count': case 'money': return 3;
    default: return place.choices?.[0] ?? `填 <b>&"${place.label}"'${'很长'.repeat(60)}\n第二行 `;
  }
}

/** Rows are random, and the same for the same seed. */
export function filledWorkbook(seed: number): WorkbookSpec {
  const [drawn] = sample(randomContent(30).filter(({ periods }) => periods !== null), { numRuns: 1, seed });
  if (drawn === undefined) throw new Error('no content drawn');
  const entries: Record<string, Record<string, CellValue>> = Object.fromEntries(
    Object.entries(standard.fields).map(([form, places]) => [form, Object.fromEntries(places.map((place) => [place.key, entryOf(place)]))]),
  );
  const { periods } = drawn;
  entries[HOME_KEY] = {
    ...entries[HOME_KEY],
    'periods.baseline.start': periods?.baseline.start ?? null, 'periods.baseline.end': periods?.baseline.end ?? null,
    'periods.current.start': periods?.current.start ?? null, 'periods.current.end': periods?.current.end ?? null, asOf: periods?.asOf ?? null,
  };
  const content = makeContent({ chosen, entries, rows: drawn.rows, side: drawn.side });
  return buildWorkbook(content, standard, measure(content));
}
