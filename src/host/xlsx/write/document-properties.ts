/** docProps: who made the file. No dates, so that equal specs give equal bytes. */
import { escapeXml, encodeText } from './text';

export const APPLICATION = '质升';
/** Version of the program, as in package.json. */
export const VERSION = '0.1.0';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** AppVersion must read XX.YYYY (ISO/IEC 29500-1, 22.2.2.3): major, then minor and patch in two digits each. */
function appVersion(version: string): string {
  const [major = '0', minor = '0', patch = '0'] = version.split('.');
  return `${major.padStart(2, '0')}.${minor.padStart(2, '0')}${patch.padStart(2, '0')}`;
}

export function appProperties(): string {
  return `${DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${APPLICATION}</Application><AppVersion>${appVersion(VERSION)}</AppVersion></Properties>`;
}

export function coreProperties(title: string): string {
  const namespaces = 'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"';
  return `${DECLARATION}<cp:coreProperties ${namespaces}><dc:title>${escapeXml(encodeText(title))}</dc:title><dc:creator>${APPLICATION}</dc:creator></cp:coreProperties>`;
}
