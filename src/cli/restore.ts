/** `zhisheng check --restore FILE...`: rules, formats and formulas that editors destroyed, put back; said one by one. */
import { restoreFile, type RestoreOutcome } from '../app/restore-file';
import { loadStandard } from '../app/standard';
import type { Issue } from '../core/issue/issue';
import { cliText, type Language } from '../core/text/cli';
import { issuePlace, issueText } from '../core/text/issue-text';
import type { Call } from './command';
import { EXIT, type ExitCode } from './exit-code';
import { oneOrMany } from './one-or-many';
import { PARAMS } from './params';
import { withSuffix } from './paths';

/** Findings are what people have to put right themselves. */
export async function runRestore({ args, session, host, progress }: Call): Promise<ExitCode> {
  const { language } = session;
  const dryRun = args.given(PARAMS.dryRun);
  const outcomes: (RestoreOutcome & { readonly file: string })[] = [];
  for (const [index, file] of args.files.entries()) {
    const keepCopy = args.given(PARAMS.keepCopy) ? { keepCopy: withSuffix(file, cliText(language, 'import/copy-suffix')) } : {};
    // oxlint-disable-next-line no-await-in-loop -- one workbook in memory at a time
    const outcome = await restoreFile({ file, dryRun, ...keepCopy }, host, loadStandard(), progress);
    progress.end();
    outcomes.push({ ...outcome, file });
    if (index > 0) session.say('');
    for (const line of restoreLines(file, outcome, dryRun, language)) session.say(line);
  }
  const worded = (issue: Issue): unknown => ({ ...issue, ...issueText(issue, language) });
  session.document(oneOrMany(outcomes.map(({ file, written, copy, restored, left }) => ({ file, dryRun, written, copy, restored: restored.map(worded), left: left.map(worded) }))));
  return outcomes.some(({ left }) => left.some(({ severity }) => severity === 'error')) ? EXIT.findings : EXIT.done;
}

function restoreLines(file: string, { restored, left, written, copy }: RestoreOutcome, dryRun: boolean, language: Language): readonly string[] {
  const colon = language === 'zh' ? '：' : ': ';
  const line = (issue: Issue, repair: boolean): string => {
    const text = issueText(issue, language);
    const place = issuePlace(issue, language);
    return `  ${place === '' ? '' : place + colon}${text.message}${repair ? (language === 'zh' ? '' : ' ') + text.repair : ''}`;
  };
  return [
    ...(restored.length === 0
      ? [cliText(language, 'restore/nothing', { file })]
      : [cliText(language, dryRun ? 'restore/preview' : 'restore/done', { file, count: restored.length }), ...restored.map((issue) => line(issue, false))]),
    ...(left.length === 0 ? [] : [cliText(language, 'restore/left', { count: left.length }), ...left.map((issue) => line(issue, true))]),
    ...(copy === null ? [] : [cliText(language, 'import/copy', { file: copy })]),
    ...(written ? [cliText(language, 'restore/again')] : []),
  ];
}
