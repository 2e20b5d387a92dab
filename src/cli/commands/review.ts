/** `zhisheng review FILE`: lists the findings of 审核记录, or adds, takes over, answers and closes some. Exit status 1 while one that must be put right is not closed. */
import { readReviewFile, reviewFile } from '../../app/review-file';
import type { ReviewAct } from '../../app/review-workbook';
import { loadStandard } from '../../app/standard';
import type { FindingLevel } from '../../core/review/finding';
import { cliText } from '../../core/text/cli';
import type { Args } from '../args';
import type { Command } from '../command';
import { EXIT } from '../exit-code';
import { PARAMS } from '../params';
import { withSuffix } from '../paths';
import { changeLines, reviewDocument, reviewLines } from '../review-report';
import { UsageError } from '../usage-error';

const LEVELS: readonly FindingLevel[] = ['must', 'should', 'note'];

export const reviewCommand: Command = {
  verb: 'review',
  files: 'one',
  params: [PARAMS.add, PARAMS.ofSheet, PARAMS.cell, PARAMS.level, PARAMS.clause, PARAMS.take, PARAMS.answer, PARAMS.text, PARAMS.acceptFinding, PARAMS.reject, PARAMS.reopen, PARAMS.sign, PARAMS.unsign, PARAMS.party, PARAMS.by, PARAMS.keepCopy],
  run: async ({ args, session, host, progress }) => {
    const { language } = session;
    const [file = ''] = args.files;
    const acts = actsOf(args);
    const standard = loadStandard();
    if (acts.length === 0) {
      const review = await readReviewFile(file, host, standard);
      progress.end();
      for (const line of reviewLines(file, review, language)) session.say(line);
      session.document(reviewDocument(file, review));
      return review.counts.must > 0 ? EXIT.findings : EXIT.done;
    }
    const keepCopy = args.given(PARAMS.keepCopy) ? { keepCopy: withSuffix(file, cliText(language, 'import/copy-suffix')) } : {};
    const outcome = await reviewFile({ file, acts, by: args.text(PARAMS.by) ?? '', ...keepCopy }, host, standard, progress);
    progress.end();
    for (const line of changeLines(acts, outcome, language)) session.say(line);
    for (const line of reviewLines(file, { ...outcome.review, findings: [] }, language)) session.say(line);
    session.document({ ...reviewDocument(file, outcome.review), changed: outcome.numbers, known: outcome.known, noRoom: outcome.noRoom, left: outcome.left, copy: outcome.copy });
    return EXIT.done;
  },
};

/** In the order in which they make sense: what is answered now can be closed in the same call. */
function actsOf(args: Args): readonly ReviewAct[] {
  const [add, sheet, take, text] = [args.text(PARAMS.add), args.text(PARAMS.ofSheet), args.text(PARAMS.take), args.text(PARAMS.text)];
  if (add !== undefined && sheet === undefined) throw new UsageError('usage/missing-option', { option: '--sheet', value: PARAMS.ofSheet.value });
  if (args.given(PARAMS.answer) && text === undefined) throw new UsageError('usage/missing-option', { option: '--text', value: PARAMS.text.value });
  const [answer, accept, reject, reopen] = [PARAMS.answer, PARAMS.acceptFinding, PARAMS.reject, PARAMS.reopen].map((param) => numbersOf(param.name, args.text(param)));
  const level = LEVELS.find((one) => one === args.text(PARAMS.level)) ?? 'must';
  const reason = text === undefined || args.given(PARAMS.answer) ? {} : { reason: text };
  const [sign, unsign, party] = [args.text(PARAMS.sign), args.text(PARAMS.unsign), args.text(PARAMS.party) === 'agency' ? ('agency' as const) : ('enterprise' as const)];
  return [
    ...(add === undefined ? [] : [{ act: 'add' as const, finding: add, sheet: sheet ?? '', cell: args.text(PARAMS.cell) ?? '', clause: args.text(PARAMS.clause) ?? '', level }]),
    ...(take === undefined ? [] : [{ act: 'take' as const, severity: take === 'warning' ? ('warning' as const) : ('error' as const), ...(sheet === undefined ? {} : { sheet }) }]),
    ...(reopen ?? []).map((number): ReviewAct => ({ act: 'reopen', number })),
    ...(answer ?? []).map((number): ReviewAct => ({ act: 'answer', number, answer: text ?? '' })),
    ...(accept ?? []).map((number): ReviewAct => ({ act: 'accept', number, ...reason })),
    ...(reject ?? []).map((number): ReviewAct => ({ act: 'reject', number, ...reason })),
    ...(unsign === undefined ? [] : [{ act: 'unsign' as const, stage: unsign, party }]),
    ...(sign === undefined ? [] : [{ act: 'sign' as const, stage: sign, party }]),
  ];
}

/** Throws `UsageError` for what is no list of numbers. */
function numbersOf(option: string, text: string | undefined): readonly number[] {
  if (text === undefined) return [];
  return text.split(/[,，、]/u).map((part) => {
    const number = Number(part.trim());
    if (!(Number.isSafeInteger(number) && number > 0)) throw new UsageError('usage/choice', { option: `--${option}`, value: text, choices: '1, 2, 3 …' });
    return number;
  });
}
