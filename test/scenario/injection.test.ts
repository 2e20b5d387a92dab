/**
 * Hostile texts in every place where people or files bring texts in, followed to every place where the program puts texts out: sheets,
 * CSV, the HTML report, Word, mail, the terminal, names of files. They stay texts everywhere.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { loadStandard } from '../../src/app/standard';
import { memoryHost, type MemoryHost, type Run } from '../support/cli-host';
import { HOSTILE, hostile, PERIODS, workbookOf } from '../support/hostile-book';
import { readDocx } from '../support/docx';

const standard = loadStandard();
const customers = standard.rawSheets.find(({ key }) => key === 'customers')!;

/** Formulas of every sheet, names and links of the package, as the file has them. */
function formulasOf(bytes: Uint8Array): readonly string[] {
  return Object.entries(unzipSync(bytes)).flatMap(([path, part]) => {
    const xml = new TextDecoder().decode(part);
    return [...xml.matchAll(/<(?:f|formula1?|formula2|definedName|hyperlink|Relationship|xm:f|c:f)\b[^>]*>[^<]*/g)].map(([whole]) => `${path.replace(/\d+/g, '#')} ${whole}`);
  });
}

let host: MemoryHost;
const runs: Run[] = [];
async function run(...argv: readonly string[]): Promise<Run> {
  const ran = await host.run(...argv);
  runs.push(ran);
  expect([argv[0], ran.exit === 4 ? ran.err : '']).toEqual([argv[0], '']);
  return ran;
}
const file = (name: string): Uint8Array => host.files.get(name) ?? new Uint8Array();
const textOf = (name: string): string => new TextDecoder().decode(file(name));

let harmless = new Uint8Array();
beforeAll(async () => {
  host = memoryHost();
  harmless = new Uint8Array(await workbookOf(() => '甲'));
  host.files.set('w.xlsx', await workbookOf(hostile));
  host.files.set('plain.xlsx', harmless);
  host.put('rows.csv', `客户,首次成交日期,流失日期\n${HOSTILE.map((text, i) => `"新${text.replaceAll('"', '""')}",2024-01-01,${i % 2 === 0 ? '"' + text.replaceAll('"', '""') + '"' : ''}`).join('\n')}\n"${HOSTILE[0]!.replaceAll('"', '""')}",不是日期,\n`);
  host.put('map.json', JSON.stringify({ columns: { [HOSTILE[0]!]: HOSTILE[6] }, constants: { [HOSTILE[11]!]: 1 } }));
  host.put('profile.json', `{ "enterprise": { "name": ${JSON.stringify(HOSTILE[6])}, "head": ${JSON.stringify(HOSTILE[0])}, "city": ${JSON.stringify(HOSTILE[1])} }, ${PERIODS.slice(1)}`);
  await run('new', '--out', 'new.xlsx', '--profile', 'profile.json', '--sheets', '客户');
  await run('import', 'new.xlsx', '--sheet', '客户', '--from', 'rows.csv', '--map', 'map.json');
  await run('import', 'new.xlsx', '--sheet', '客户', '--from', 'rows.csv');
  await run('measure', 'w.xlsx');
  await run('check', 'w.xlsx', 'new.xlsx', '--report', 'report.html');
  await run('case', 'w.xlsx', '--out', 'case.docx', '--draft');
  await run('compare', 'w.xlsx', 'plain.xlsx', '--out', 'compare.xlsx');
  await run('share', 'w.xlsx', '--out', 'share.xlsx', '--mail', '--to', `${HOSTILE[12]} <a@example.com>`, '--by', HOSTILE[12]!);
  await run('merge', 'plain.xlsx', 'w.xlsx', '--out', 'merged.xlsx');
  await run('plan', 'w.xlsx', '--out', 'plan.xlsx');
  await run('seal', 'w.xlsx', '--by', HOSTILE[0]!);
  await run('verify', 'w.xlsx');
}, 120_000);

it('formulas, names and links of a workbook are the same whatever people wrote into it', async () => {
  expect(formulasOf(await workbookOf(hostile))).toEqual(formulasOf(harmless));
});

it.each(['new.xlsx', 'w.xlsx', 'compare.xlsx', 'share.xlsx', 'merged.xlsx', 'plan.xlsx'])('%s: no formula, name or link holds what people wrote', (name) => {
  expect(formulasOf(file(name)).filter((formula) => /evil|cmd\|/.test(formula))).toEqual([]);
  expect(file(name).length).toBeGreaterThan(1000);
});

it('rejected rows: no cell is a formula', () => {
  const csv = textOf('rows.被拒行.csv');
  const cells = csv.replace(/^\ufeff/, '').split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)|\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((cell) => cell.replace(/^"/, ''));
  expect(cells.length).toBeGreaterThan(20);
  expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
  expect(csv).toContain("'=HYPERLINK");
});

it('the report: known elements, links within the page, no scripts, nothing from elsewhere', () => {
  const page = textOf('report.html');
  const tags = [...page.replace(/<style>.*?<\/style>/s, '').matchAll(/<\/?([a-zA-Z][^\s>]*)([^>]*)>/g)];
  const known = new Set(['html', 'head', 'meta', 'title', 'style', 'body', 'header', 'h1', 'h2', 'p', 'section', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'a', 'small', 'span', 'caption', 'footer']);
  expect(tags.filter(([, tag = '']) => !known.has(tag)).map(([whole]) => whole)).toEqual([]);
  expect(tags.flatMap(([, , attributes = '']) => [...attributes.matchAll(/([^\s=]+)="([^"]*)"/g)]).filter(([, name = '', value = '']) => /^on/i.test(name) || name === 'src' || (name === 'href' && !/^#f\d+$/.test(value))).map(([whole]) => whole)).toEqual([]);
  expect(page).toContain('&lt;script&gt;evil()');
});

it('the Word file: no field, no link, no object from what people wrote', () => {
  const { parts, paragraphs, tables } = readDocx(file('case.docx'));
  const said = [...paragraphs.map(({ text }) => text), ...tables.flat(2)].join('\n');
  expect(said).toContain('<script>evil()</script>');
  // The page number at the foot is a field of ours.
  for (const [path, xml] of parts) expect([path, /<w:(?:fldSimple|hyperlink|object)|TargetMode="External"| r:id="evil"/.exec(xml)?.[0] ?? null, !/footer\d*\.xml$/.test(path) && xml.includes('w:instrText')]).toEqual([path, null, false]);
});

it('the mail: its own headers and no other', () => {
  const [head = '', ...rest] = textOf('share.eml').split('\r\n\r\n');
  expect(head.replaceAll('\r\n ', ' ').split('\r\n').map((line) => line.split(':')[0])).toEqual(['To', 'Subject', 'X-Unsent', 'MIME-Version', 'Content-Type']);
  expect(rest.join('\r\n\r\n').split('\r\n').filter((line) => /^Bcc/i.test(line))).toEqual([]);
});

it('the terminal: no command but ends of lines', () => {
  const said = runs.map(({ out, err }) => out + err).join('');
  expect(said).toContain('<script>');
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  expect(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u.exec(said)).toBeNull();
});

it('files have the names that were asked for', () => {
  expect([...host.files.keys()].sort()).toEqual(['case.docx', 'compare.xlsx', 'map.json', 'merged.xlsx', 'new.xlsx', 'plain.xlsx', 'plan.xlsx', 'profile.json', 'report.html', 'rows.csv', 'rows.被拒行.csv', 'share.eml', 'share.xlsx', 'w.xlsx'].sort());
});

it('nothing was added to what every object has', () => {
  expect([Object.keys(Object.prototype), ({} as Record<string, unknown>)['evil'], Object.keys(Array.prototype)]).toEqual([[], undefined, []]);
});

it('no source puts texts into a page as markup, runs them, or opens an address', () => {
  const folder = join(__dirname, '../../src');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name)).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
  expect(sources.length).toBeGreaterThan(300);
  expect(sources.filter(([, source]) => /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\s*=|insertAdjacentHTML|document\.write|\beval\(|new Function\(|window\.open\(/.test(source)).map(([name]) => name)).toEqual([]);
  expect(customers.sheet).toBe('数据_客户');
});
