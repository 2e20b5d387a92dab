/** The plan on the desk: assembled as the command does, decided on, changed, taken back; and the months of a metric as a chart. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { buildWorkbook } from '../../../src/app/build-workbook';
import { createDesk } from '../../../src/app/desk/create-desk';
import type { Desk } from '../../../src/app/desk/desk';
import type { PlanLineReport, PlanReport } from '../../../src/app/desk/plan-data';
import { openWorkbook } from '../../../src/app/load-workbook';
import { measure } from '../../../src/app/measure';
import { planContent } from '../../../src/app/plan-content';
import { loadStandard } from '../../../src/app/standard';
import { decodeCsv } from '../../../src/host/csv/decode-csv';
import { webIdentity } from '../../../src/host/web/identity';
import { blobOf, blobSource } from '../../../src/host/web/blob-source';
import { createXlsxFormat } from '../../../src/host/xlsx/format';
import { portableGzip } from '../../../src/host/xlsx/package/portable-gzip';
import { demoContent } from '../../support/demo-content';

const standard = loadStandard();
const xlsx = createXlsxFormat();
const content = demoContent();
let desk: Desk;

async function entriesInFile(): Promise<Readonly<Record<string, unknown>>> {
  const { file, name } = await desk.file(null);
  return (await openWorkbook(blobSource(file, name), xlsx, standard)).content.entries;
}

async function report(): Promise<PlanReport> {
  return desk.plan(null);
}

function lastLine({ lines }: PlanReport): PlanLineReport {
  const line = lines.at(-1);
  if (line === undefined) throw new RangeError('no line');
  return line;
}

beforeAll(async () => {
  desk = createDesk({ xlsx, delimited: { decode: (bytes) => decodeCsv(bytes) }, source: blobSource, keep: blobOf, identity: webIdentity, gzip: portableGzip }, standard);
  const bytes = await xlsx.write(buildWorkbook(content, standard, measure(content)));
  await desk.open({ name: '示例.xlsx', file: new Blob([bytes.slice()]) });
}, 120_000);

describe('the plan', () => {
  test('is assembled as `zhisheng plan` assembles it, and taken back', async () => {
    const before = await report();
    const wanted = planContent(content, standard, { measurement: measure(content) });
    expect(before.pending).toEqual({
      proposed: wanted.assembly.cells.filter(({ act }) => act === 'proposed').length, updated: 0, notes: wanted.assembly.notes, offers: wanted.assembly.offers,
    });
    expect(before.pending.proposed).toBeGreaterThan(0);
    expect(await desk.assemble({ takeUp: [] })).toMatchObject({ dirty: true, undo: { code: 'plan', params: { count: before.pending.proposed } } });
    expect((await report()).pending).toMatchObject({ proposed: 0, updated: 0 });
    const { E, implementation, proposals } = await entriesInFile();
    expect({ E, implementation, proposals }).toEqual({ E: wanted.content.entries['E'], implementation: wanted.content.entries['implementation'], proposals: wanted.content.entries['proposals'] });
    await desk.undo(null);
    expect(await report()).toEqual(before);
    await desk.redo(null);
  }, 120_000);

  test('says of each field what it is', async () => {
    const { lines, proposals, page } = await report();
    expect(lines.map(({ number }) => number)).toEqual(planContent(content, standard).assembly.lines);
    expect(proposals).toBe([...page, ...lines.flatMap(({ fields }) => Object.values(fields))].filter(({ proposed }) => proposed).length);
    const percent = lines.find(({ fields }) => fields.target.shown.endsWith('%'));
    expect(percent?.fields.target.text).toMatch(/^[\d.]+%$/u);
    expect(percent?.fields.start.shown).toMatch(/^\d{4}-\d\d-\d\d$/u);
  });

  test('a proposal is accepted, another dismissed, a third changed; each stands in the file', async () => {
    const { fields } = (await report()).lines.find((line) => line.fields.method.proposed && line.fields.owner.proposed) ?? lastLine(await report());
    const { proposals } = await report();
    expect(await desk.decide({ act: 'accept', keys: [fields.method.key] })).toMatchObject({ undo: { code: 'accept', params: { count: 1 } } });
    expect(await desk.decide({ act: 'dismiss', keys: [fields.evidence.key] })).toMatchObject({ undo: { code: 'dismiss', params: { count: 1 } } });
    await desk.edit({ form: 'E', entries: { [fields.owner.key]: '王工' } });
    expect((await report()).proposals).toBe(proposals - 3);
    const plan = (await entriesInFile())['E'];
    expect(plan).toMatchObject({ [fields.method.key]: fields.method.text, [fields.owner.key]: '王工' });
    expect(Object.keys(plan ?? {})).not.toContain(fields.evidence.key);
  }, 120_000);

  test('deciding on what is no proposal changes nothing', async () => {
    const before = await desk.state(null);
    expect(await desk.decide({ act: 'accept', keys: ['confirmation'] })).toEqual(before);
  });
});

describe('the months of a metric', () => {
  test('are drawn with their limits, in the language of the pane', async () => {
    const chart = await desk.monthChart({ metric: 'on-time-delivery-rate', language: 'zh' });
    expect(chart?.series.map(({ name }) => name)).toEqual(expect.arrayContaining(['提升前', '提升后', '控制上限']));
    const { months } = (await desk.measure(null)).find(({ key }) => key === 'on-time-delivery-rate') ?? { months: { baseline: [], current: [] } };
    const values = [...months.baseline, ...months.current].map(({ numerator, denominator }) => (denominator === 0 ? null : numerator / denominator));
    const drawn = ['提升前', '提升后'].map((name) => chart?.series.find((one) => one.name === name)?.values.values ?? []);
    expect(values.map((_, i) => drawn[0]?.[i] ?? drawn[1]?.[i] ?? null)).toEqual(values);
    const english = await desk.monthChart({ metric: 'on-time-delivery-rate', language: 'en' });
    expect(JSON.stringify(english)).not.toMatch(/\p{Script=Han}/u);
  });

  test('are not drawn where there are too few; an unknown metric is refused', async () => {
    const bare = (await desk.measure(null)).find(({ months }) => months.baseline.length + months.current.length === 0);
    expect(await desk.monthChart({ metric: bare?.key ?? '', language: 'zh' })).toBeNull();
    await expect(desk.monthChart({ metric: 'none', language: 'zh' })).rejects.toMatchObject({ code: 'desk/no-metric' });
  });
});
