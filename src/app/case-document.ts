/** The case of annex F as a document: what people wrote in 附录F, with tables and a picture made from the workbook. */
import type { CaseFigure, CaseProblem } from '../core/model/case-facts';
import type { DocumentBlock, DocumentSpec } from '../core/model/document';
import { isoOf } from '../core/codec/date';
import type { FormFacts } from '../core/check/consistency/form-facts';
import type { Periods } from '../core/model/period';
import { CASE_HEADINGS, CASE_WORDS, effectText, figuresNote, figureWords, industryLine, pictureCaption, tableCaption } from '../core/text/case-text';

export interface CasePicture {
  readonly png: Uint8Array;
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  readonly description: string;
}

export interface CaseContent {
  readonly form: FormFacts;
  readonly enterprise: string;
  readonly periods: Periods | null;
  readonly figures: readonly CaseFigure[];
  readonly problems: readonly CaseProblem[];
  readonly picture: CasePicture | null;
  /** Sentences of what keeps it from being handed in; then the document is marked as a draft. */
  readonly faults: readonly string[];
}

/** Without an as-of date a document still needs one that does not change. */
const NO_DATE = '2024-12-16';
/** 一、二、… or 1. at the beginning of a paragraph; the sentence up to the first stop is its heading. */
const LEAD = /^((?:[一二三四五六七八九十]+、|\d+[.．、]|（[一二三四五六七八九十\d]+）)[^。；：\n]{1,40}[。；：])(.+)$/u;

export function caseDocument(content: CaseContent): DocumentSpec {
  const { form, enterprise, periods, faults } = content;
  const title = form.text('title') || CASE_WORDS.untitled;
  return {
    title,
    author: enterprise,
    subject: CASE_WORDS.subject,
    date: `${periods === null ? NO_DATE : isoOf(periods.asOf)}T00:00:00Z`,
    ...(faults.length === 0 ? {} : { mark: CASE_WORDS.draft }),
    blocks: [
      { type: 'heading', level: 0, text: title },
      { type: 'paragraph', look: 'line', text: industryLine(form.text('industry'), form.text('industryCode')) },
      ...(faults.length === 0 ? [] : [{ type: 'paragraph', look: 'note', lead: CASE_WORDS.draftBefore, text: faults.join('\n') } as const]),
      ...part('intro', form),
      ...part('problems', form),
      ...part('results', form),
      ...figuresTable(content),
      ...part('highlights', form),
      ...problemsTable(content),
      ...part('lessons', form),
      { type: 'heading', level: 1, text: CASE_HEADINGS.attachments },
      ...attachments(form),
      ...units(form),
    ],
  };
}

function part(key: 'intro' | 'problems' | 'results' | 'highlights' | 'lessons', form: FormFacts): readonly DocumentBlock[] {
  const text = form.text(key) || CASE_WORDS.missing;
  return [
    { type: 'heading', level: 1, text: CASE_HEADINGS[key] },
    ...text.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line): DocumentBlock => {
      const [, lead, rest] = LEAD.exec(line) ?? [];
      return lead === undefined || rest === undefined ? { type: 'paragraph', look: 'body', text: line } : { type: 'paragraph', look: 'body', lead, text: rest };
    }),
  ];
}

function figuresTable({ figures, periods, picture }: CaseContent): readonly DocumentBlock[] {
  return [
    ...(figures.length === 0 ? [] : [
      {
        type: 'table',
        caption: tableCaption(1, CASE_WORDS.figures),
        columns: [
          { header: CASE_WORDS.metric, share: 24, align: 'left' },
          { header: CASE_WORDS.before, share: 20, align: 'centre' },
          { header: CASE_WORDS.after, share: 20, align: 'centre' },
          { header: CASE_WORDS.change, share: 18, align: 'centre' },
          { header: CASE_WORDS.verdict, share: 18, align: 'centre' },
        ],
        rows: figures.map(figureWords).map(({ name, before, after, change, verdict }) => [name, before, after, change, verdict]),
      } as const,
      { type: 'paragraph', look: 'note', text: figuresNote(periods) } as const,
    ]),
    ...(picture === null ? [] : [{ type: 'picture', png: picture.png, width: picture.width, height: picture.height, caption: pictureCaption(1, CASE_WORDS.picture), description: picture.description } as const]),
  ];
}

function problemsTable({ problems, figures }: CaseContent): readonly DocumentBlock[] {
  if (problems.length === 0) return [];
  return [
    {
      type: 'table',
      caption: tableCaption(figures.length === 0 ? 1 : 2, CASE_WORDS.problems),
      columns: [
        { header: CASE_WORDS.problem, share: 18, align: 'left' },
        { header: CASE_WORDS.cause, share: 20, align: 'left' },
        { header: CASE_WORDS.method, share: 38, align: 'left' },
        { header: CASE_WORDS.effect, share: 24, align: 'left' },
      ],
      rows: problems.map(({ problem, cause, method, tools, figure }) => [problem, cause || '—', [method || '—', ...(tools === '' ? [] : [`（${tools}）`])].join('\n'), effectText(figure)]),
    },
  ];
}

function attachments(form: FormFacts): readonly DocumentBlock[] {
  const text = form.text('attachments');
  return text === '' ? [{ type: 'paragraph', look: 'body', text: CASE_WORDS.noAttachments }] : [{ type: 'paragraph', look: 'item', text }];
}

/** Those beyond three too: the document shows what is to be cut. */
function units(form: FormFacts): readonly DocumentBlock[] {
  const rows = form.rows('units').map((row) => [row.text('name'), row.text('kind')]);
  const more = form.text('moreUnits').split(/[、，,；;\n]+/u).map((name) => name.trim()).filter((name) => name !== '').map((name) => [name, '']);
  const all = [...rows, ...more].filter(([name]) => name !== '');
  return [
    { type: 'heading', level: 1, text: CASE_HEADINGS.units },
    all.length === 0
      ? { type: 'paragraph', look: 'body', text: CASE_WORDS.missing }
      : {
          type: 'table', caption: '',
          columns: [{ header: CASE_WORDS.unitNumber, share: 12, align: 'centre' }, { header: CASE_WORDS.unit, share: 60, align: 'left' }, { header: CASE_WORDS.unitKind, share: 28, align: 'centre' }],
          rows: all.map(([name = '', kind = ''], index) => [String(index + 1), name, kind]),
        },
  ];
}
