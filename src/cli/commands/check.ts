/** `zhisheng check FILE...`: everything in the workbooks that breaks a rule, and how far each step of clause 6 has come. */
import { checkFile } from '../../app/check-file';
import { loadStandard } from '../../app/standard';
import { cliText } from '../../core/text/cli';
import { checkDocument, checkHead, checkLines, type CheckDocument } from '../check-report';
import type { Command } from '../command';
import { EXIT } from '../exit-code';
import { describeFailure } from '../failure';
import { oneOrMany } from '../one-or-many';
import { PARAMS } from '../params';
import type { ReportedFile } from '../report-page';
import { runRestore } from '../restore';
import { UsageError } from '../usage-error';
import { assertReportPlace, writeReport } from '../write-report';

export const checkCommand: Command = {
  verb: 'check',
  files: 'some',
  params: [PARAMS.report, PARAMS.restore, PARAMS.dryRun, PARAMS.keepCopy],
  run: async (call) => {
    const { args, session, host, progress } = call;
    const { language } = session;
    const report = args.text(PARAMS.report);
    if (args.given(PARAMS.restore)) {
      if (report !== undefined) throw new UsageError('report/with-restore');
      return runRestore(call);
    }
    if (report !== undefined) await assertReportPlace(report, host.files);
    const standard = loadStandard();
    const documents: CheckDocument[] = [];
    const reported: ReportedFile[] = [];
    for (const [index, file] of args.files.entries()) {
      progress.report('check', index, args.files.length);
      try {
        // oxlint-disable-next-line no-await-in-loop -- one workbook in memory at a time
        const check = await checkFile(file, host, standard);
        documents.push(checkDocument(file, check, language));
        if (report !== undefined) reported.push({ file, outcome: check });
        progress.end();
        // In the report stands everything; a line per file is enough beside it.
        if (index > 0 && report === undefined) session.say('');
        for (const line of report === undefined ? checkLines(file, check, language) : [checkHead(file, check, language)]) session.say(line);
      } catch (error) {
        const failure = describeFailure(language, error);
        // One file that cannot be read does not keep the others from being reported.
        if (report === undefined || failure.exit !== EXIT.file) throw error;
        reported.push({ file, outcome: { failure: failure.sentence } });
        progress.end();
        session.complain(failure.sentence);
      }
    }
    if (report !== undefined) {
      await writeReport(report, reported, host.identity.now().slice(0, 10), host.files, language);
      session.say(cliText(language, 'report/written', { file: report }));
    }
    session.document(oneOrMany(documents));
    if (reported.length > documents.length) return EXIT.file;
    return documents.some(({ summary }) => summary.error > 0) ? EXIT.findings : EXIT.done;
  },
};
