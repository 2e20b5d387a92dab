/** `zhisheng compare A B`: in what two workbooks differ. Exit status 1 when they do. */
import { compareBook } from '../../app/compare-book';
import { comparedOf, compareWorkbooks } from '../../app/compare-workbooks';
import { differenceList } from '../../app/difference-list';
import { loadWorkbook } from '../../app/load-workbook';
import { loadStandard } from '../../app/standard';
import { compareText } from '../../core/text/compare-texts';
import { compareDocument, compareLines } from '../compare-report';
import type { Command } from '../command';
import { EXIT } from '../exit-code';
import { PARAMS } from '../params';
import { assertFree } from '../free-file';

export const compareCommand: Command = {
  verb: 'compare',
  files: 'two',
  params: [PARAMS.outOptional, PARAMS.replaceFile],
  run: async ({ args, session, host, progress }) => {
    const { language } = session;
    const [a = '', b = ''] = args.files;
    const out = args.text(PARAMS.outOptional) ?? null;
    if (out !== null) await assertFree(out, args.given(PARAMS.replaceFile), host.files);
    const standard = loadStandard();
    progress.report('read', 0, 2);
    const [first, second] = [await loadWorkbook(a, host, standard), await loadWorkbook(b, host, standard)];
    progress.report('compare', 0, 0);
    const comparison = await compareWorkbooks(comparedOf(first), comparedOf(second), standard);
    const list = differenceList(comparison, standard, language);
    if (out !== null) await host.files.replace(out, await host.xlsx.write(compareBook(list, { a, b }, language)));
    progress.end();
    for (const line of compareLines({ a, b }, comparison, list, language)) session.say(line);
    if (out !== null) session.say(compareText(language, 'compare/written', { file: out }));
    session.document(compareDocument({ a, b }, comparison, list, out));
    return list.length === 0 ? EXIT.done : EXIT.findings;
  },
};
