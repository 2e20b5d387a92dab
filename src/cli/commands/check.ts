/** `zhisheng check FILE...`: everything in the workbooks that breaks a rule, and how far each step of clause 6 has come. */
import { buildWorkbook } from '../../app/build-workbook';
import { checkWorkbook } from '../../app/check-workbook';
import { inspectWorkbook } from '../../app/inspect-workbook';
import { loadWorkbook } from '../../app/load-workbook';
import { measure } from '../../app/measure';
import { loadStandard } from '../../app/standard';
import { checkDocument, checkLines, type CheckDocument } from '../check-report';
import type { Command } from '../command';
import { EXIT } from '../exit-code';
import { oneOrMany } from '../one-or-many';
import { PARAMS } from '../params';
import { runRestore } from '../restore';

export const checkCommand: Command = {
  verb: 'check',
  files: 'some',
  params: [PARAMS.restore, PARAMS.dryRun, PARAMS.keepCopy],
  run: async (call) => {
    const { args, session, host, progress } = call;
    if (args.given(PARAMS.restore)) return runRestore(call);
    const standard = loadStandard();
    const documents: CheckDocument[] = [];
    for (const [index, file] of args.files.entries()) {
      progress.report('check', index, args.files.length);
      // oxlint-disable-next-line no-await-in-loop -- one workbook in memory at a time
      const { workbook, ...reading } = await loadWorkbook(file, host, standard);
      const { content, places } = reading;
      const measurement = measure(content);
      // oxlint-disable-next-line no-await-in-loop
      const readIssues = await inspectWorkbook(workbook, reading, standard, buildWorkbook(content, standard, measurement));
      const check = checkWorkbook({ content, readIssues, places, results: measurement.results }, standard);
      documents.push(checkDocument(file, check, session.language));
      progress.end();
      if (index > 0) session.say('');
      for (const line of checkLines(file, check, session.language)) session.say(line);
    }
    session.document(oneOrMany(documents));
    return documents.some(({ summary }) => summary.error > 0) ? EXIT.findings : EXIT.done;
  },
};
