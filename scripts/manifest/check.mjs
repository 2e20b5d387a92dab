/**
 * Whether a manifest is one that Office takes, without asking anybody: order of elements, GUID, version, lengths, https,
 * resource ids, icons and their sizes, hosts, requirement sets, permissions.
 *
 *   npm run manifest:check                      manifest.xml and manifest.localhost.xml
 *   node scripts/manifest/check.mjs --json FILE ...
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { at, ATTRIBUTES, SHAPES, TEXTS } from './shape.mjs';
import { all, parseXml } from './xml.mjs';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const PERMISSIONS = ['Restricted', 'ReadDocument', 'ReadAllDocument', 'WriteDocument', 'ReadWriteDocument'];
/** 16, 32 and 80 must be there. */
const ICON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80];
const REQUIRED_SIZES = [16, 32, 80];
const MAX = { name: 125, description: 250, short: 125, long: 250, resid: 32 };
const MAX_BUTTONS = 3;

/** `icon(path)`: the bytes of a file under the origin, undefined where there is none. Gives back the findings. */
export function checkManifest(xml, icon) {
  const found = [];
  const say = (code, element, what) => found.push({ code, line: element?.line ?? 0, what });
  let root;
  try {
    root = parseXml(xml);
  } catch (error) {
    return [{ code: 'xml', line: 0, what: error.message }];
  }
  const child = (element, name) => element?.children.find((one) => one.name === name);
  const children = (element, name) => element?.children.filter((one) => one.name === name) ?? [];
  const plain = (name) => child(root, name)?.text.trim() ?? '';

  if (root.name !== 'OfficeApp' || root.attributes['xsi:type'] !== 'TaskPaneApp') say('root', root, `<${root.name}> of type ${root.attributes['xsi:type']}`);
  checkShapes(root, say);

  if (!GUID.test(plain('Id'))) say('id', child(root, 'Id'), plain('Id'));
  if (!/^\d{1,5}(\.\d{1,5}){1,3}$/.test(plain('Version'))) say('version', child(root, 'Version'), plain('Version'));
  if (!/^[a-z]{2}-[A-Z]{2}$/.test(plain('DefaultLocale'))) say('locale', child(root, 'DefaultLocale'), plain('DefaultLocale'));
  if (!PERMISSIONS.includes(plain('Permissions'))) say('permissions', child(root, 'Permissions'), plain('Permissions'));
  else if (plain('Permissions') !== 'ReadWriteDocument') say('permissions', child(root, 'Permissions'), `${plain('Permissions')}: the add-in writes`);

  for (const [name, limit] of [['DisplayName', MAX.name], ['Description', MAX.description]]) checkTexts(child(root, name), limit, say);
  for (const element of all(root)) checkAddress(element, say);
  for (const domain of [...all(root)].filter(({ name }) => name === 'AppDomain')) if (!/^https:\/\/[^/*]+$/.test(domain.text.trim())) say('domain', domain, domain.text.trim());

  const hosts = children(child(root, 'Hosts'), 'Host').map(({ attributes }) => attributes.Name);
  if (hosts.length !== 1 || hosts[0] !== 'Workbook') say('host', child(root, 'Hosts'), hosts.join(', '));
  for (const set of [...all(root)].filter(({ name }) => name === 'Set')) {
    if (set.attributes.Name !== 'ExcelApi') say('set', set, set.attributes.Name);
    if (!/^\d+\.\d+$/.test(set.attributes.MinVersion ?? '')) say('set', set, set.attributes.MinVersion);
  }

  const overrides = child(root, 'VersionOverrides');
  const resources = child(overrides, 'Resources');
  checkResources(overrides, resources, say);
  checkIcons(root, overrides, resources, icon, say);
  for (const host of children(child(overrides, 'Hosts'), 'Host')) if (host.attributes['xsi:type'] !== 'Workbook') say('host', host, host.attributes['xsi:type']);
  for (const group of [...all(root)].filter(({ name }) => name === 'Group')) if (children(group, 'Control').length > MAX_BUTTONS) say('buttons', group, `${children(group, 'Control').length} buttons`);
  const ids = [...all(root)].filter(({ name }) => ['Group', 'Control', 'CustomTab'].includes(name)).map((element) => [element, element.attributes.id ?? '']);
  for (const [i, [element, id]] of ids.entries()) if (id === '' || id.length > MAX.short || ids.findIndex(([, other]) => other === id) < i) say('control-id', element, id);
  return found;
}

function checkShapes(root, say) {
  const walk = (element, path) => {
    const shape = at(SHAPES, path) ?? [];
    checkOwn(element, path, say);
    let reached = 0;
    for (const child of element.children) {
      const index = shape.findIndex(({ name }) => name === child.name);
      if (index < 0) say('unknown', child, `<${child.name}> in <${element.name}>`);
      else if (index < reached) say('order', child, `<${child.name}> after <${shape[reached].name}>`);
      else if (index === reached && !shape[index].many && element.children.filter(({ name }) => name === child.name).length > 1) say('order', child, `<${child.name}> twice`);
      reached = Math.max(reached, index);
    }
    for (const { name, required } of shape) if (required && !element.children.some((child) => child.name === name)) say('missing', element, `<${name}> in <${element.name}>`);
    for (const child of element.children) if (shape.some(({ name }) => name === child.name)) walk(child, [...path, child.name]);
  };
  walk(root, [root.name]);
}

/** Attributes and text of the element itself. */
function checkOwn(element, path, say) {
  const known = at(ATTRIBUTES, path) ?? {};
  for (const [key, pattern] of Object.entries(known)) {
    const name = key.replace('!', '');
    const value = element.attributes[name];
    if (value === undefined && key.endsWith('!')) say('attribute', element, `<${element.name}> without ${name}`);
    else if (value !== undefined && value !== '' && !pattern.test(value)) say('attribute', element, `${name} of <${element.name}>: ${value}`);
    else if (value === '' && pattern.source !== '.') say('attribute', element, `${name} of <${element.name}> is empty`);
  }
  for (const name of Object.keys(element.attributes)) if (!/^xmlns(:|$)/.test(name) && known[name] === undefined && known[`${name}!`] === undefined) say('attribute', element, `<${element.name}> has no ${name}`);
  const text = element.text.trim();
  const wanted = at(TEXTS, path);
  if (wanted === undefined ? text !== '' : !wanted.test(text)) say('text', element, `<${element.name}>: ${text.slice(0, 60)}`);
}

function checkTexts(element, limit, say) {
  if (element === undefined) return;
  const texts = [element.attributes.DefaultValue ?? '', ...element.children.map(({ attributes }) => attributes.Value ?? '')];
  for (const text of texts) if (text === '' || text.length > limit) say('length', element, `${element.name}: ${text.length} of ${limit}`);
}

/** Whatever is an address: https, and no place holder left. */
function checkAddress(element, say) {
  const address = ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'SourceLocation', 'bt:Url', 'bt:Image'].includes(element.name) ? element.attributes.DefaultValue : undefined;
  if (address === undefined) return;
  if (!address.startsWith('https://') || !URL.canParse(address)) say('https', element, address);
  else if (/[{}~]/.test(address)) say('address', element, address);
}

function checkResources(overrides, resources, say) {
  if (overrides === undefined || resources === undefined) return;
  const ids = new Map();
  for (const [group, kind, limit] of [['bt:Images', 'image', 0], ['bt:Urls', 'url', 0], ['bt:ShortStrings', 'short', MAX.short], ['bt:LongStrings', 'long', MAX.long]]) {
    for (const element of resources.children.find(({ name }) => name === group)?.children ?? []) {
      const { id = '' } = element.attributes;
      if (id === '' || id.length > MAX.resid) say('resid-length', element, id);
      if (ids.has(id)) say('resid-twice', element, id);
      ids.set(id, kind);
      if (limit > 0) checkTexts(element, limit, say);
    }
  }
  const wanted = { 'bt:Image': 'image', SourceLocation: 'url', LearnMoreUrl: 'url', FunctionFile: 'url', Label: 'short', Title: 'short', Description: 'long' };
  for (const element of all(overrides)) {
    const { resid } = element.attributes;
    if (resid === undefined) continue;
    if (!ids.has(resid)) say('resid', element, `${element.name}: ${resid}`);
    else if (ids.get(resid) !== wanted[element.name]) say('resid-kind', element, `${element.name}: ${resid} is a ${ids.get(resid)}`);
  }
}

/** Width and height of a PNG, null where it is none. */
function sizeOf(bytes) {
  return bytes.length > 24 && bytes.subarray(1, 4).toString('latin1') === 'PNG' ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : null;
}

function checkIcons(root, overrides, resources, icon, say) {
  const check = (element, address, size) => {
    if (address === undefined || !URL.canParse(address)) return;
    const bytes = icon(new URL(address).pathname);
    if (bytes === undefined) return say('icon-missing', element, address);
    const [width, height] = sizeOf(bytes) ?? [0, 0];
    if (width !== size || height !== size) say('icon-size', element, `${address} is ${width} x ${height}, not ${size}`);
  };
  const direct = (name) => root.children.find((one) => one.name === name);
  check(direct('IconUrl'), direct('IconUrl')?.attributes.DefaultValue, 32);
  check(direct('HighResolutionIconUrl'), direct('HighResolutionIconUrl')?.attributes.DefaultValue, 64);
  const images = new Map((resources?.children.find(({ name }) => name === 'bt:Images')?.children ?? []).map(({ attributes }) => [attributes.id, attributes.DefaultValue]));
  for (const list of overrides === undefined ? [] : [...all(overrides)].filter(({ name }) => name === 'Icon')) {
    const sizes = list.children.map(({ attributes }) => Number(attributes.size));
    for (const size of REQUIRED_SIZES) if (!sizes.includes(size)) say('icon-required', list, `no icon of ${size}`);
    for (const element of list.children) {
      const size = Number(element.attributes.size);
      if (!ICON_SIZES.includes(size)) say('icon-size', element, `a size of ${element.attributes.size}`);
      else check(element, images.get(element.attributes.resid), size);
    }
  }
}

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean', default: false } }, allowPositionals: true });
const files = positionals.length === 0 ? ['manifest.xml', 'manifest.localhost.xml'] : positionals;
const icon = (path) => (existsSync(`.${path}`) ? readFileSync(`.${path}`) : undefined);
const results = Object.fromEntries(files.map((file) => [file, checkManifest(readFileSync(file, 'utf8'), icon)]));
if (values.json) console.log(JSON.stringify(results));
else for (const [file, findings] of Object.entries(results)) for (const { code, line, what } of findings) console.error(`${file}:${line} ${code}: ${what}`);
if (Object.values(results).some((findings) => findings.length > 0)) process.exitCode = 1;
