/**
 * The manifest of the add-in, for the place where it is served and for trying it on one's own machine, from one template.
 *
 *   npm run manifest                                     manifest.xml and manifest.localhost.xml
 *   npm run manifest -- --origin https://add-in.company.cn   the same, served from there
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** Replaced by the address at which a company serves the add-in. */
const ORIGIN = 'https://zhisheng.example.com';
const LOCALHOST = 'https://localhost:3000';
/** Never changes: Office knows the add-in by it. The local variant is another add-in, so that both can be installed. */
const IDS = { production: '59bdd660-7db8-4c43-8bc6-ffdce0fc1ec3', localhost: '617f6d05-fbad-4848-ad8f-ee31a4d62c64' };
const COMMAND_SIZES = [16, 20, 24, 32, 40, 48, 64, 80];

/** Office compares four numbers. */
function versionOf(version) {
  const parts = version.split('-')[0].split('.');
  return [...parts, '0', '0', '0'].slice(0, 4).join('.');
}

export function renderManifest(template, { id, version, origin, mark }) {
  const lines = (line) => COMMAND_SIZES.map((size) => line.replaceAll('#', String(size))).join('\n');
  const values = {
    id, version: versionOf(version), origin, mark,
    icons: lines('                    <bt:Image size="#" resid="Icon.#"/>'),
    images: lines(`        <bt:Image id="Icon.#" DefaultValue="${origin}/assets/icon-#.png"/>`),
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name]);
}

const { values: options } = parseArgs({ options: { origin: { type: 'string', default: ORIGIN }, check: { type: 'boolean', default: false } } });
const origin = new URL(options.origin).origin;
if (origin !== options.origin.replace(/\/$/, '') || !origin.startsWith('https://')) {
  console.error(`--origin 要写成 https://主机名，不带路径：${options.origin}`);
  process.exit(2);
}
const template = readFileSync('scripts/manifest/template.xml', 'utf8');
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const made = {
  'manifest.xml': renderManifest(template, { id: IDS.production, version, origin, mark: '' }),
  'manifest.localhost.xml': renderManifest(template, { id: IDS.localhost, version, origin: LOCALHOST, mark: ' (localhost)' }),
};
for (const [file, text] of Object.entries(made)) {
  if (!options.check) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    console.error(`${file} is not what its template gives: npm run manifest`);
    process.exit(1);
  }
}
