/** The manifest is what its template gives and passes its check; every way of breaking one is refused with its reason. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const MANIFEST = readFileSync(join(ROOT, 'manifest.xml'), 'utf8');

type Findings = Readonly<Record<string, readonly { readonly code: string; readonly line: number; readonly what: string }[]>>;

function node(...args: readonly string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  return spawnSync(process.execPath, [...args], { cwd: ROOT, encoding: 'utf8' });
}

/** What was replaced must have been there. */
function changed(from: string | RegExp, to: string): string {
  const text = MANIFEST.replace(from, to);
  if (text === MANIFEST) throw new Error(`nothing to break: ${String(from)}`);
  return text;
}

const long = (length: number): string => '长'.repeat(length);

/** What is broken, the manifest, the codes that say so. */
const BROKEN: readonly (readonly [string, string, string])[] = [
  ['not well-formed', changed('</OfficeApp>', ''), 'xml'],
  ['an app of another kind', changed('xsi:type="TaskPaneApp"', 'xsi:type="ContentApp"'), 'root'],
  ['a GUID that is none', changed(/<Id>[^<]*/, '<Id>zhisheng'), 'id'],
  ['a version of letters', changed(/<Version>[^<]*/, '<Version>0.1.0-beta'), 'version'],
  ['a locale without its region', changed('<DefaultLocale>zh-CN', '<DefaultLocale>zh'), 'locale'],
  ['a permission that Office does not know', changed('ReadWriteDocument', 'ReadWriteAll'), 'permissions'],
  ['a permission with which nothing can be written', changed('ReadWriteDocument', 'ReadDocument'), 'permissions'],
  ['elements in another order', changed(/( *<Hosts>\s*<Host Name="Workbook"\/>\s*<\/Hosts>\s*)([\s\S]*?)( *<DefaultSettings>)/, '$2$1$3'), 'order'],
  ['an element twice', changed(/(<SupportUrl [^>]*>)/, '$1$1'), 'order'],
  ['an element that is not known', changed('<Permissions>', '<Licence>MIT</Licence><Permissions>'), 'unknown'],
  ['no icon for sharp screens', changed(/<HighResolutionIconUrl [^>]*>/, ''), 'missing'],
  ['a name that is too long', changed(/<DisplayName DefaultValue="[^"]*"/, `<DisplayName DefaultValue="${long(126)}"`), 'length'],
  ['a text without its English', changed(/(<Override Locale="en-US" Value=")[^"]*/, '$1'), 'length'],
  ['a tip that is too long', changed(/(id="Open.Tip" DefaultValue=")[^"]*/, `$1${long(251)}`), 'length'],
  ['a page without https', changed(/(<SourceLocation DefaultValue=")https/, '$1http'), 'https'],
  ['an address left open', changed(/(<SupportUrl DefaultValue="https:\/\/)[^/"]*/, '$1{{origin}}'), 'address'],
  ['a domain with a path', changed('<Hosts>\n    <Host Name', '<AppDomains><AppDomain>https://a.example/b</AppDomain></AppDomains>\n  <Hosts>\n    <Host Name'), 'domain'],
  ['another program', changed('<Host Name="Workbook"/>', '<Host Name="Document"/>'), 'host'],
  ['a requirement set in three numbers', changed('MinVersion="1.9"/>', 'MinVersion="1.9.0"/>'), 'set'],
  ['a resource that is not there', changed('<Label resid="Open.Label"/>', '<Label resid="Open.Lable"/>'), 'resid'],
  ['a tip in the place of a label', changed('<Label resid="Open.Label"/>', '<Label resid="Open.Tip"/>'), 'resid-kind'],
  ['a resource twice', changed('<bt:String id="Check.Label"', '<bt:String id="Open.Label"'), 'resid-twice resid'],
  ['a resource id that is too long', changed(/Url\.Check/g, `Url.${'x'.repeat(30)}`), 'resid-length'],
  ['an icon that is not there', changed('/assets/icon-48.png', '/assets/icon-49.png'), 'icon-missing'],
  ['an icon of other size than it says', changed('id="Icon.80" DefaultValue="https://zhisheng.example.com/assets/icon-80.png"', 'id="Icon.80" DefaultValue="https://zhisheng.example.com/assets/icon-64.png"'), 'icon-size'],
  ['a size that Office does not know', changed('size="20" resid="Icon.20"', 'size="17" resid="Icon.20"'), 'icon-size'],
  ['no icon of 32', changed(/\s*<bt:Image size="32" resid="Icon.32"\/>/g, ''), 'icon-required'],
  ['more than three buttons', changed(/( *<Control [\s\S]*?<\/Control>\n)/, '$1$1$1'), 'buttons control-id'],
  ['an attribute that the element does not have', changed('<OfficeTab id=', '<OfficeTab label="x" id='), 'attribute'],
  ['a tab without its id', changed('<OfficeTab id="TabHome"', '<OfficeTab'), 'attribute'],
  ['a language that is none', changed('Locale="en-US" Value="Zhisheng"', 'Locale="English" Value="Zhisheng"'), 'attribute'],
  ['a button of a kind that is not known', changed('<Control xsi:type="Button" id="Zhisheng.Check"', '<Control xsi:type="Slider" id="Zhisheng.Check"'), 'attribute'],
  ['text where elements belong', changed('<Resources>', '<Resources>待补'), 'text'],
  ['nobody who provides it', changed('<ProviderName>质升', '<ProviderName>'), 'text'],
  ['two controls of one id', changed('id="Zhisheng.Check"', 'id="Zhisheng.Open"'), 'control-id'],
];

describe('the manifest', () => {
  test('is what its template and the version of the package give, and passes its check', () => {
    expect(node('scripts/manifest/build.mjs', '--check')).toMatchObject({ status: 0, stderr: '' });
    expect(node('scripts/manifest/check.mjs')).toMatchObject({ status: 0, stderr: '' });
  });

  test('is refused for an origin with a path or without https', () => {
    for (const origin of ['http://a.example', 'https://a.example/app']) expect(node('scripts/manifest/build.mjs', '--check', '--origin', origin).status).toBe(2);
  });

  const folder = mkdtempSync(join(tmpdir(), 'zhisheng-manifest-'));
  let findings: Findings = {};
  beforeAll(() => {
    const files = BROKEN.map(([, text], i) => {
      const file = join(folder, `${i}.xml`);
      writeFileSync(file, text);
      return file;
    });
    findings = JSON.parse(node('scripts/manifest/check.mjs', '--json', ...files).stdout);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(BROKEN.map(([what, , code], i) => [what, code, i] as const))('with %s is refused: %s', (_what, code, i) => {
    const codes = new Set(findings[join(folder, `${i}.xml`)]?.map((finding) => finding.code));
    expect(codes).toEqual(new Set(code.split(' ')));
  });

  test('is read by the tools of Office', () => {
    const info = node('node_modules/office-addin-manifest/cli.js', 'info', 'manifest.xml');
    expect(info.stdout).toContain('Permissions: ReadWriteDocument');
    expect(info.stdout).toContain('Hosts: Workbook');
  });
});
