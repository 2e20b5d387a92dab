/** `zhisheng seal FILE`: the records as they are, sealed inside the workbook. */
import { sealFile } from '../../app/seal-file';
import { loadStandard } from '../../app/standard';
import { cliText } from '../../core/text/cli';
import { sealText } from '../../core/text/seal-texts';
import type { Command } from '../command';
import { EXIT } from '../exit-code';
import { PARAMS } from '../params';
import { withSuffix } from '../paths';

export const sealCommand: Command = {
  verb: 'seal',
  files: 'one',
  params: [PARAMS.by, PARAMS.keepCopy],
  run: async ({ args, session, host, progress }) => {
    const { language } = session;
    const [file = ''] = args.files;
    const keepCopy = args.given(PARAMS.keepCopy) ? { keepCopy: withSuffix(file, cliText(language, 'import/copy-suffix')) } : {};
    const { seal, copy, kept } = await sealFile({ file, by: args.text(PARAMS.by) ?? '', ...keepCopy }, host, loadStandard());
    progress.end();
    session.say(sealText(language, 'seal/done', { file, number: seal.number, at: seal.at, count: Object.keys(seal.sheets).length }));
    session.say(sealText(language, 'seal/digest', { digest: seal.digest }));
    if (!kept) session.say(sealText(language, 'seal/not-kept'));
    session.say(sealText(language, 'seal/note'));
    if (copy !== null) session.say(sealText(language, 'seal/copy', { file: copy }));
    session.document({ file, seal, copy, kept });
    return EXIT.done;
  },
};
