/** `zhisheng measure FILE...`: every metric in both periods, and the changes. */
import { measureFile } from '../../app/measure-file';
import { loadStandard } from '../../app/standard';
import { cliText } from '../../core/text/cli';
import type { Command } from '../command';
import { EXIT } from '../exit-code';
import { oneOrMany } from '../one-or-many';
import { measureDocument, type MeasureDocument } from '../measure-document';
import { measureLines, periodLine, sentenceLines } from '../measure-table';

export const measureCommand: Command = {
  verb: 'measure',
  files: 'some',
  params: [],
  run: async ({ args, session, host, progress }) => {
    const standard = loadStandard();
    const documents: MeasureDocument[] = [];
    for (const [index, file] of args.files.entries()) {
      progress.report('measure', index, args.files.length);
      // oxlint-disable-next-line no-await-in-loop -- one workbook in memory at a time
      const { content, issues, measurement } = await measureFile(file, host, standard);
      documents.push(measureDocument(file, content, measurement));
      if (index > 0) session.say('');
      session.say(cliText(session.language, 'measure/head', { file }));
      if (content.periods === null) session.say(cliText(session.language, 'measure/no-periods'));
      else {
        const { language } = session;
        const sentences = sentenceLines(measurement, language);
        for (const line of [periodLine(content.periods, language), '', ...measureLines(measurement, language)]) session.say(line);
        if (sentences.length > 0) for (const line of ['', cliText(language, 'measure/sentences'), ...sentences.map((text) => `  ${text}`)]) session.say(line);
      }
      if (issues.length > 0) session.say(cliText(session.language, 'measure/issues', { count: issues.length }));
    }
    session.document(oneOrMany(documents));
    return EXIT.done;
  },
};
