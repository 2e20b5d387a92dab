/** `zhisheng plan FILE`: the improvement plan, its progress and the list of records assembled in the workbook. */
import { planWorkbook } from '../../app/plan-workbook';
import { HostError } from '../../app/ports';
import { loadStandard } from '../../app/standard';
import { cliText } from '../../core/text/cli';
import type { Command } from '../command';
import { EXIT } from '../exit-code';
import { PARAMS } from '../params';
import { withSuffix } from '../paths';
import { planDocument, planLines } from '../plan-report';

export const planCommand: Command = {
  verb: 'plan',
  files: 'one',
  params: [PARAMS.outFile, PARAMS.dryRun, PARAMS.keepCopy, PARAMS.renew, PARAMS.accept, PARAMS.takeUp],
  run: async ({ args, session, host, progress }) => {
    const { language } = session;
    const [file = ''] = args.files;
    const [out, accept, takeUp] = [args.text(PARAMS.outFile), args.text(PARAMS.accept), args.text(PARAMS.takeUp)];
    if (out !== undefined && (await host.files.exists(out))) throw new HostError('file/exists', { path: out, other: withSuffix(out, '-2') });
    const call = { file, dryRun: args.given(PARAMS.dryRun) };
    const outcome = await planWorkbook(
      {
        ...call,
        renew: args.given(PARAMS.renew),
        takeUp: takeUp === undefined ? [] : wordsOf(takeUp),
        ...(out === undefined ? {} : { out }),
        ...(accept === undefined ? {} : { accept: accept === 'all' ? accept : wordsOf(accept) }),
        ...(args.given(PARAMS.keepCopy) ? { keepCopy: withSuffix(file, cliText(language, 'import/copy-suffix')) } : {}),
      },
      host,
      loadStandard(),
      progress,
    );
    progress.end();
    for (const line of planLines(outcome, call, language)) session.say(line);
    session.document(planDocument(outcome, call, language));
    return EXIT.done;
  },
};

function wordsOf(list: string): readonly string[] {
  return list.split(/[,，、]/).map((word) => word.trim()).filter((word) => word !== '');
}
