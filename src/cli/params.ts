/** Every option of the command line, declared once: parsing, refusal and help all read this. */
import { DATE_ORDERS } from './date-orders';

export interface Param {
  readonly name: string;
  /** What stands for the value in the help; a param without it is a switch. */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly required?: boolean;
  readonly short?: string;
}

export const PARAMS = {
  json: { name: 'json' },
  lang: { name: 'lang', value: 'zh|en', choices: ['zh', 'en'] },
  help: { name: 'help', short: 'h' },
  out: { name: 'out', value: 'FILE', required: true },
  outOptional: { name: 'out', value: 'FILE' },
  outFolder: { name: 'out', value: 'DIR' },
  base: { name: 'base', value: 'BASE' },
  digest: { name: 'digest', value: 'HEX' },
  pseudonyms: { name: 'pseudonyms' },
  key: { name: 'key', value: 'KEY.json' },
  mail: { name: 'mail' },
  to: { name: 'to', value: 'NAME' },
  by: { name: 'by', value: 'NAME' },
  profile: { name: 'profile', value: 'FILE.json' },
  sheets: { name: 'sheets', value: 'all|starter|a,b,c' },
  replaceFile: { name: 'replace' },
  sheet: { name: 'sheet', value: 'NAME', required: true },
  from: { name: 'from', value: 'DATA', required: true },
  fromSheet: { name: 'from-sheet', value: 'NAME' },
  map: { name: 'map', value: 'MAP.json' },
  dateOrder: { name: 'date-order', value: 'dmy|mdy|ymd', choices: DATE_ORDERS },
  replaceRows: { name: 'replace' },
  dryRun: { name: 'dry-run' },
  allOrNothing: { name: 'all-or-nothing' },
  keepCopy: { name: 'keep-copy' },
  draft: { name: 'draft' },
  restore: { name: 'restore' },
  report: { name: 'report', value: 'REPORT.html' },
  outFile: { name: 'out', value: 'FILE' },
  renew: { name: 'renew' },
  accept: { name: 'accept', value: 'all|W1,W2' },
  workers: { name: 'workers', value: 'N' },
  redis: { name: 'redis', value: 'URL' },
  serve: { name: 'serve' },
  fresh: { name: 'fresh' },
  add: { name: 'add', value: 'TEXT' },
  ofSheet: { name: 'sheet', value: 'NAME' },
  cell: { name: 'cell', value: 'C12' },
  level: { name: 'level', value: 'must|should|note', choices: ['must', 'should', 'note'] },
  clause: { name: 'clause', value: 'CLAUSE' },
  take: { name: 'take', value: 'error|warning', choices: ['error', 'warning'] },
  answer: { name: 'answer', value: '1,2' },
  text: { name: 'text', value: 'TEXT' },
  acceptFinding: { name: 'accept', value: '1,2' },
  reject: { name: 'reject', value: '1,2' },
  reopen: { name: 'reopen', value: '1,2' },
  sign: { name: 'sign', value: '7.4' },
  unsign: { name: 'unsign', value: '7.4' },
  party: { name: 'party', value: 'enterprise|agency', choices: ['enterprise', 'agency'] },
  takeUp: { name: 'take-up', value: 'METRIC,...' },
} as const satisfies Readonly<Record<string, Param>>;

/** Options that every verb has. */
export const COMMON: readonly Param[] = [PARAMS.json, PARAMS.lang, PARAMS.help];
