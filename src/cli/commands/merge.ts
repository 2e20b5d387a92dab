/** `zhisheng merge MINE THEIRS --out FILE`: a copy that came back, merged. Exit status 1 when there are conflicts. */
import { mergeFiles, type MergeRequest } from '../../app/merge-files';
import { loadStandard } from '../../app/standard';
import { cliText } from '../../core/text/cli';
import type { Command } from '../command';
import { EXIT } from '../exit-code';
import { assertFree } from '../free-file';
import { mergeDocument, mergeLines } from '../merge-report';
import { PARAMS } from '../params';
import { withSuffix } from '../paths';

export const mergeCommand: Command = {
  verb: 'merge',
  files: 'two',
  params: [PARAMS.out, PARAMS.base, PARAMS.key, PARAMS.by, PARAMS.keepCopy, PARAMS.replaceFile, PARAMS.dryRun],
  run: async ({ args, session, host, progress }) => {
    const { language } = session;
    const [mine = '', theirs = ''] = args.files;
    const out = args.needed(PARAMS.out);
    const base = args.text(PARAMS.base);
    const key = args.text(PARAMS.key);
    const dryRun = args.given(PARAMS.dryRun);
    // Over mine is what merging in place means; over anything else has to be asked for.
    if (out !== mine && !dryRun) await assertFree(out, args.given(PARAMS.replaceFile), host.files);
    const request: MergeRequest = {
      mine, theirs, out, dryRun, by: args.text(PARAMS.by) ?? '',
      ...(base === undefined ? {} : { base }),
      ...(key === undefined ? {} : { key }),
      ...(args.given(PARAMS.keepCopy) ? { keepCopy: withSuffix(out, cliText(language, 'import/copy-suffix')) } : {}),
    };
    const standard = loadStandard();
    const outcome = await mergeFiles(request, host, standard, progress);
    progress.end();
    for (const line of mergeLines(request, outcome, standard, language)) session.say(line);
    session.document(mergeDocument(request, outcome, standard, language));
    return outcome.conflicts.length > 0 ? EXIT.findings : EXIT.done;
  },
};
