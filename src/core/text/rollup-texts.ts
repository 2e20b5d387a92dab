/** What the roll-up says: of workbooks that somebody should look at, and of itself. */
import type { Language } from './cli';
import { fill, type Params } from './message';

type Both = Readonly<Record<Language, string>>;

const FINDINGS = {
  'rollup/double': { zh: ['重复', '与另一本的统一社会信用代码和提升后期间（{from} 至 {to}）相同，没有计入。计入的是截止日较晚、完成环节较多的那一本'], en: ['double', 'The same code and period ({from} to {to}) as the other workbook: it is not counted. The one that counts has the later as-of date, or more steps done'] },
  'rollup/blank': { zh: ['空白', '企业名称和统一社会信用代码都没有填，没有计入'], en: ['blank', 'Neither name nor code of an enterprise: it is not counted'] },
  'rollup/same-enterprise': { zh: ['同一企业', '同一统一社会信用代码另有一本，期间不同，两本都计入'], en: ['same enterprise', 'Another workbook has the same code and other periods; both are counted'] },
  'rollup/edited-after-signing': { zh: ['签字后改动', '环节 {steps} 签字后有改动'], en: ['edited after sign-off', 'edited since it was signed: {steps}'] },
  'rollup/edited-after-seal': { zh: ['封存后改动', '{at} 封存后有 {count} 处改动'], en: ['edited after sealing', '{count} changes since it was sealed on {at}'] },
  'rollup/seal-broken': { zh: ['封存记录异常', '封存记录被改动过或前后接不上'], en: ['seals do not hold', 'The record of seals was altered, or one does not follow the other'] },
  'rollup/outlier': { zh: ['离群值', '{metric}的变化 {value} 远离其他企业（中位数 {median}，外围界限 {low} 至 {high}），核对原始数据'], en: ['outlier', 'The change of {metric}, {value}, lies far from the others (median {median}, outer fences {low} to {high}): compare the raw data'] },
  'rollup/copied-case': { zh: ['案例雷同', '附录F 的{parts}与另一本相同（去掉名称、数字和标点后一字不差；其中 {exact} 部分连数字也相同）'], en: ['copied case', 'Annex F, {parts}: the same as in the other workbook but for names, digits and punctuation ({exact} of them to the letter)'] },
  'rollup/same-workbook': { zh: ['由另一本改成', '与另一本是同一本工作簿的副本，统一社会信用代码却不同'], en: ['made of another', 'A copy of the same workbook as the other, with another code'] },
  'rollup/code-wrong': { zh: ['信用代码有误', '统一社会信用代码“{uscc}”为空或校验不通过，查不出重复'], en: ['wrong code', 'The unified social credit code "{uscc}" is missing or wrong, so that doubles cannot be found'] },
  'rollup/not-small': { zh: ['不是小微企业', '按 2017 划型办法为{size}企业'], en: ['not small', 'Size class by the rules of 2017: {size}'] },
  'rollup/not-eligible': { zh: ['不符合基本要求', '5.1～5.3 有 {count} 条填为不符合'], en: ['not eligible', '{count} requirements of 5.1 to 5.3 are not met'] },
  'rollup/other-version': { zh: ['定义版本不同', '{metric}：工作簿里是第 {written} 版定义，这里按第 {version} 版重算，单列不合并'], en: ['other definition', '{metric}: the workbook names version {written} of the definition; it is computed by version {version} here and kept apart'] },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, readonly [kind: string, sentence: string]>>>>;

export type FindingTextCode = keyof typeof FINDINGS;

export function findingKind(code: FindingTextCode, language: Language): string {
  return FINDINGS[code][language][0];
}

export function findingText(code: FindingTextCode, params: Params, language: Language): string {
  return fill(FINDINGS[code][language][1], params, language);
}

const TEXTS = {
  'rollup/done': { zh: '汇总表：{file}', en: 'Summary: {file}' },
  'rollup/facts': { zh: '事实（给其他工具用，也用来接着汇总）：{files}', en: 'Facts (for other tools, and for going on later): {files}' },
  'rollup/files': { zh: '文件 {found} 个：新读 {read} 个，沿用上次 {reused} 个；可用 {usable} 个，搁置 {aside} 个。', en: '{found} files: {read} read, {reused} unchanged since the last time; {usable} usable, {aside} set aside.' },
  'rollup/passed': { zh: '另有 {count} 个不是 .xlsx、.xlsm 的文件，没有看。', en: '{count} files that are not .xlsx or .xlsm were passed over.' },
  'rollup/counted': { zh: '计入 {counted} 本（{enterprises} 家企业），重复或空白未计入 {doubles} 本。', en: '{counted} workbooks counted ({enterprises} enterprises), {doubles} doubles and blank ones not counted.' },
  'rollup/status': { zh: '各环节全部完成 {done} 本，双方已签字 {signed} 本。', en: '{done} have every step done, {signed} are signed by both.' },
  'rollup/kind': { zh: '{item} {name}：可比 {compared} 家，改善 {improved} 家（{share}），变化的中位数 {median}', en: '{item} {name}: {compared} compared, {improved} improved ({share}), median change {median}' },
  'rollup/kind-none': { zh: '{item} {name}：没有可比的企业', en: '{item} {name}: none can be compared' },
  'rollup/findings': { zh: '核对事项 {count} 条（{kinds}），见“核对”表。', en: '{count} things to look at ({kinds}), see sheet 核对.' },
  'rollup/finding-count': { zh: '{kind} {count}', en: '{kind} {count}' },
  'rollup/aside': { zh: '搁置：{file}：{why}', en: 'Set aside: {file}: {why}' },
  'rollup/aside-more': { zh: '……另有 {count} 个搁置的文件，见“搁置的文件”表。', en: '... {count} more files set aside, see sheet 搁置的文件.' },
  'rollup/rate': { zh: '用时 {seconds} 秒，每秒 {rate} 本。', en: '{seconds} s, {rate} workbooks a second.' },
  'rollup/serving': { zh: '等待 {url} 上的任务，{workers} 个线程；按 Ctrl+C 停止（手上的做完再停）。', en: 'Serving {url} on {workers} threads; Ctrl+C stops when the work in hand is done.' },
  'rollup/served': { zh: '已停止，共处理 {count} 本。', en: 'Stopped after {count} workbooks.' },
} as const satisfies Readonly<Record<string, Both>>;

export type RollupTextCode = keyof typeof TEXTS;

export function rollupText(language: Language, code: RollupTextCode, params: Params = {}): string {
  return fill(TEXTS[code][language], params, language);
}
