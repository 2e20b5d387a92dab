/** `zhisheng check FILE...`: everything in the workbooks that breaks a rule. */
import { checkWorkbook } from '../../app/check-workbook';
import { loadWorkbook } from '../../app/load-workbook';
import { loadStandard } from '../../app/standard';
import { checkDocument, checkLines, type CheckDocument } from '../check-report';
import type { Command } from '../command';
import { EXIT } from '../exit-code';
import { oneOrMany } from '../one-or-many';

export const checkCommand: Command = {
  verb: 'check',
  files: 'some',
  params: [],
  run: async ({ args, session, host, progress }) => {
    const standard = loadStandard();
    const documents: CheckDocument[] = [];
    for (const [index, file] of args.files.entries()) {
      progress.report('check', index, args.files.length);
      // oxlint-disable-next-line no-await-in-loop -- one workbook in memory at a time
      const { content, issues: readIssues, places } = await loadWorkbook(file, host, standard);
      const issues = checkWorkbook({ content, readIssues, places }, standard);
      documents.push(checkDocument(file, issues, session.language));
      progress.end();
      if (index > 0) session.say('');
      for (const line of checkLines(file, issues, session.language)) session.say(line);
    }
    session.document(oneOrMany(documents));
    return documents.some(({ summary }) => summary.error > 0) ? EXIT.findings : EXIT.done;
  },
};
