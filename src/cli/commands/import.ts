/** `zhisheng import FILE --sheet NAME --from DATA`: rows of a file into a raw-data sheet. */
import { importFile } from '../../app/import-file';
import { loadStandard } from '../../app/standard';
import { cliText } from '../../core/text/cli';
import type { Command } from '../command';
import { DATE_ORDERS } from '../date-orders';
import { EXIT } from '../exit-code';
import { describeFailure } from '../failure';
import { importDocument, importLines, reasons, refusals, type ImportCall } from '../import-report';
import { PARAMS } from '../params';
import { besides, withSuffix } from '../paths';
import { readText } from '../read-text';

export const importCommand: Command = {
  verb: 'import',
  files: 'one',
  params: [PARAMS.sheet, PARAMS.from, PARAMS.fromSheet, PARAMS.map, PARAMS.dateOrder, PARAMS.replaceRows, PARAMS.dryRun, PARAMS.allOrNothing, PARAMS.keepCopy],
  run: async ({ args, session, host, progress }) => {
    const { language } = session;
    const [file = ''] = args.files;
    const sheet = args.needed(PARAMS.sheet);
    const from = args.needed(PARAMS.from);
    const fromSheet = args.text(PARAMS.fromSheet);
    const mapFile = args.text(PARAMS.map);
    const dateOrder = DATE_ORDERS.find((order) => order === args.text(PARAMS.dateOrder));
    const call: ImportCall = {
      file,
      from,
      dryRun: args.given(PARAMS.dryRun),
      allOrNothing: args.given(PARAMS.allOrNothing),
      replace: args.given(PARAMS.replaceRows),
      rejectedFile: withSuffix(from, cliText(language, 'import/rejected-suffix'), '.csv'),
    };
    const outcome = await importFile(
      {
        ...call,
        sheet,
        rejectedFiles: [call.rejectedFile, besides(file, call.rejectedFile)],
        ...(fromSheet === undefined ? {} : { fromSheet }),
        ...(mapFile === undefined ? {} : { map: await readText(mapFile, host.files) }),
        ...(dateOrder === undefined ? {} : { dateOrder }),
        ...(args.given(PARAMS.keepCopy) ? { keepCopy: withSuffix(file, cliText(language, 'import/copy-suffix')) } : {}),
        reason: (issues) => reasons(issues, language),
        reasonHeading: cliText(language, 'import/reason-heading'),
      },
      host,
      loadStandard(),
      progress,
    );
    progress.end();
    for (const line of importLines(outcome, call, language)) session.say(line);
    session.document(importDocument(outcome, call, language));
    if (outcome.rejectedError !== null) session.complain(cliText(language, 'import/rejected-unsaved', { reason: describeFailure(language, outcome.rejectedError).sentence }));
    if (outcome.plan === null || outcome.plan.refused) {
      for (const sentence of refusals(outcome, language)) session.complain(sentence);
      return EXIT.usage;
    }
    return outcome.plan.rejectedCount > 0 ? EXIT.findings : EXIT.done;
  },
};
