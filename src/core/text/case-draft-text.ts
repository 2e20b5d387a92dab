/** What the program drafts for the case of annex F, part by part: only what the sheets hold, shortest first, so that it can be cut to the shares of F.2. */
import type { CaseFactsToDraft, CaseParts, DraftFigure, DraftProblem, RankedSentence } from '../model/draft-facts';
import { conclusion, movement, periodSentence, targetWords } from './result-draft-text';

const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五'] as const;
/** Problems that the text goes through one by one. */
const MOST_TOLD = 6;

function bare(text: string): string {
  return text.trim().replace(/[。；;，,、\s]+$/u, '');
}

const must = (text: string): RankedSentence => ({ text, rank: 0 });
const may = (rank: number, text: string): RankedSentence => ({ text, rank });

/** `2025 年 9 月 1 日至 12 月 31 日`; '' while a day is missing. */
function span(start: string, end: string): string {
  const [from, to] = [start, end].map((iso) => iso.split('-').map(Number));
  if (from?.length !== 3 || to?.length !== 3) return '';
  const year = from[0] === to[0] ? '' : `${to[0]} 年 `;
  return `${from[0]} 年 ${from[1]} 月 ${from[2]} 日至 ${year}${to[1]} 月 ${to[2]} 日`;
}

function dayText(serial: number): string {
  const date = new Date(Math.round((serial - 25_569) * 86_400_000));
  return `${date.getUTCFullYear()} 年 ${date.getUTCMonth() + 1} 月 ${date.getUTCDate()} 日`;
}

const improved = (of: DraftFigure | null): boolean => of?.change.verdict === 'improved';

/** The improvement that is told first: of those of the problems (else of the five kinds) the one that made good most of what was missing. */
function best({ problems, kinds }: CaseFactsToDraft): DraftFigure | null {
  const most = (all: readonly (DraftFigure | null)[]): DraftFigure | null =>
    all.reduce((found, of) => (of !== null && improved(of) && gained(of) > (found === null ? 0 : gained(found)) ? of : found), null);
  return most(problems.map(({ figure }) => figure)) ?? most(kinds);
}

/** Part of what was missing before; 0 where that is not known. */
function gained({ metric, before, after }: DraftFigure): number {
  const [was, now] = [before?.value ?? null, after.value];
  if (was === null || now === null) return 0;
  const gap = metric.better === 'lower' || metric.unit !== 'ratio' || was >= 1 ? Math.abs(was) : 1 - was;
  return gap === 0 ? 0 : Math.abs(now - was) / gap;
}

export function draftCaseTitle(facts: CaseFactsToDraft): string {
  const first = best(facts);
  return first === null ? `${facts.enterprise}：以数据和原因分析解决 ${facts.problems.length} 个质量问题` : `${movement(first).replaceAll(' ', '')}：${facts.enterprise}的认证提升做法`;
}

export function draftCaseParts(facts: CaseFactsToDraft): CaseParts<readonly RankedSentence[]> {
  return { intro: intro(facts), problems: problemsPart(facts), results: resultsPart(facts), highlights: highlights(facts), lessons: lessons(facts) };
}

function intro({ enterprise, city, industry, size, employees, products, market, agency }: CaseFactsToDraft): readonly RankedSentence[] {
  const where = city === '' ? '' : `位于${city}，`;
  const kind = [industry === '' ? '' : `属${industry}`, size === '' ? '' : `为${size}企业`, employees === null ? '' : `从业人员 ${employees} 人`].filter((part) => part !== '').join('，');
  return [
    must(`${enterprise}${where === '' && kind === '' ? '' : `${where}${kind}`}。`),
    ...(products.length === 0 ? [] : [may(1, `主要产品有${products.join('、')}。`)]),
    ...(market === '' ? [] : [may(3, `市场方面，${bare(market)}。`)]),
    ...(agency === '' ? [] : [may(2, `由${agency}帮扶开展质量管理体系认证提升。`)]),
  ];
}

function problemsPart({ problems }: CaseFactsToDraft): readonly RankedSentence[] {
  const told = problems.slice(0, MOST_TOLD);
  return [
    must(`提升前，经调研、体检和诊断归纳出 ${problems.length} 个主要问题${told.length < problems.length ? '，其中' : '：'}`),
    ...told.map(({ problem, cause }, i): RankedSentence => {
      const text = `${ORDINALS[i] ?? ''}是${bare(problem)}${cause === '' ? '' : `，原因是${bare(cause)}`}${i === told.length - 1 ? '。' : '；'}`;
      return i < 4 ? must(text) : may(i, text);
    }),
  ];
}

function resultsPart(facts: CaseFactsToDraft): readonly RankedSentence[] {
  const { problems, kinds, figures } = facts;
  const ofProblems = problems.filter(({ figure }) => figure !== null);
  const told = new Set(ofProblems.map(({ figure }) => figure?.metric.key));
  const [better, rest] = [ofProblems.filter(({ figure }) => improved(figure)), ofProblems.filter(({ figure }) => !improved(figure))];
  const others = figures.filter(({ metric, change }) => change.verdict === 'improved' && !told.has(metric.key) && kinds.every((kind) => kind?.metric.key !== metric.key));
  const worse = figures.filter(({ metric, change }) => change.verdict === 'worsened' && !told.has(metric.key));
  const count = (verdict: string): number => figures.filter(({ change }) => change.verdict === verdict).length;
  return [
    must(periodSentence(facts)),
    ...(better.length === 0 ? [] : [must(`前述问题中，${better.map(sentenceOf).join('；')}。`)]),
    ...(rest.length === 0 ? [] : [must(`${rest.map(sentenceOf).join('；')}，如实列入下一轮改进。`)]),
    ...kinds.flatMap((kind, i): readonly RankedSentence[] => (kind === null || told.has(kind.metric.key) ? [] : [may(improved(kind) ? 2 : 3 + i, `${movement(kind)}，${conclusion(kind)}。`)])),
    ...worse.map((of) => must(`${movement(of)}，${conclusion(of)}，需要继续改进。`)),
    ...others.slice(0, 3).map((of, i) => may(10 + i, `${movement(of)}，${conclusion(of)}。`)),
    may(1, `全部 ${figures.length} 个指标中，改善 ${count('improved')} 个，变差 ${count('worsened')} 个，其余数据不能说明有变化或不可比。`),
    may(9, '各项数据由逐条记录核算，可以在工作簿中追溯。'),
  ];
}

function sentenceOf(problem: DraftProblem): string {
  const { figure } = problem;
  return figure === null ? '' : [movement(figure), targetWords(problem), conclusion(figure)].filter((part) => part !== '').join('，');
}

function highlights(facts: CaseFactsToDraft): readonly RankedSentence[] {
  const { group, briefed, aware, trained, sheets, rows, asked, problems, opinions, adopted } = facts;
  const paragraphs: (readonly RankedSentence[])[] = [];
  const trainings = ([['领导层', trained.leaders], ['体系和制度建设人员', trained.system], ['基层技术质量人员和班组长', trained.staff]] as const).flatMap(([who, people]) => (people === null ? [] : [`${who} ${people} 人`]));
  if (sheets > 0) {
    paragraphs.push([
      must(`先把数据记全，再谈改进。帮扶人员与企业一起把分散的记录整理成 ${sheets} 张逐行台账，共 ${rows} 条，提升前后用同一口径、同一定义计算指标。`),
      may(6, '指标都写明分子、分母和数据截止日，不够检验的如实说明，不凭印象下结论。'),
    ]);
  }
  if (asked !== null) {
    paragraphs.push([
      must(`逐层追问，把原因找准。对每个问题按人、机、料、法、环、测排查，再逐层追问为什么，直到能够采取措施消除为止。`),
      may(3, `例如“${bare(asked.problem)}”，依次追问到${asked.answers.map((answer) => `“${bare(answer)}”`).join('、')}，方案针对最后一层原因制定。`),
    ]);
  }
  for (const problem of problems.slice(0, MOST_TOLD)) {
    if (problem.method === '') continue;
    const time = span(problem.start, problem.end);
    const method = bare(problem.method).replace(/^针对“[^”]*”：/u, '');
    paragraphs.push([
      must(`解决“${bare(problem.problem)}”。${problem.cause === '' ? '' : `针对“${bare(problem.cause)}”，`}采取的措施是：${method}。`),
      may(2, [problem.tools === '' ? '' : `运用${problem.tools}`, problem.owner === '' ? '' : `由${problem.owner}负责`, time === '' ? '' : `${time}实施`].filter((part) => part !== '').join('，').replace(/(?<=.)$/u, '。')),
    ]);
  }
  if (group.day !== null || trainings.length > 0 || aware !== null) {
    paragraphs.push([
      must(`成立小组，分层培训，学了就用。${group.day === null ? '' : `${dayText(group.day)}成立认证提升工作小组${group.post === '' ? '' : `，组长为${bare(group.post)}`}。`}${aware === null ? '' : `全员质量意识培训 ${aware} 人参加。`}`),
      ...(trainings.length === 0 ? [] : [may(1, `按岗位分层讲解质量管理体系标准、质量管理工具和现场管理，培训${trainings.join('、')}。`)]),
      ...(briefed === null ? [] : [may(7, `另对 ${briefed} 人宣导方案的政策背景、服务目的、服务内容和计划安排。`)]),
    ]);
  }
  paragraphs.push([
    must(`用质量认证的要求管住改进。按质量管理体系标准和认证提升工作规范，依次开展调研、体检、诊断、方案、实施和总结，各环节形成记录；问题、原因、措施、责任人、期限和指标一一对应，关闭问题以指标核实的成效为准。`),
    ...(adopted.length === 0 ? [] : [must(`实施中收集改进意见 ${opinions} 条，采纳 ${adopted.length} 条：${adopted.map(bare).join('；')}。`)]),
  ]);
  return paragraphs.flatMap((sentences, i) => sentences.filter(({ text }) => text !== '').map(({ text, rank }, j) => ({ text: j === 0 ? `${i === 0 ? '' : '\n'}${ORDINALS[i] ?? ''}、${text}` : text, rank })));
}

function lessons({ problems }: CaseFactsToDraft): readonly RankedSentence[] {
  const measured = problems.filter(({ figure }) => figure !== null).length;
  const better = problems.filter(({ figure }) => improved(figure)).length;
  return [
    must('小微企业做质量提升，要数据真、原因准、责任清：先记全数据，再逐层找原因，按人按期落实，最后用指标说话。'),
    ...(measured === 0 ? [] : [may(1, better === measured ? '每个问题都看得到数据上的变化，做法才值得推广。' : '没有见效的如实写明，重新分析原因，下一轮才有方向。')]),
  ];
}

const REASONS = {
  title: '由成效最明确的一项指标起草；标题应突出亮点，请按案例特色改写。',
  intro: '由首页、产品收入和需求调研起草。成立时间、经营范围、市场销售、认证情况请人补写。',
  problems: '由诊断表的问题和原因起草。',
  results: '由指标计算、提升方案的目标和各项结论起草；数据变了，再次运行 plan 更新。',
  highlights: '由方案实施、原因分析、提升方案和改进意见起草；请补写现场的具体做法、图片和示例。',
  lessons: '由成效的结论起草；请写出本企业的体会。',
  attachments: '列出已填写的表；请补上文件、照片等。',
} as const;

export function draftCaseReason(part: keyof typeof REASONS): string {
  return REASONS[part];
}

export function draftCaseAttachments({ attachments }: CaseFactsToDraft): string {
  return ['提升前后指标计算表和月度数据', ...attachments].map((name, i) => `${i + 1}. ${name}`).join('\n');
}
