/** `zhisheng archive FILE [EVIDENCE...] --out PACKAGE.zip`: the sealed workbook and evidence files as one package with an index and digests. */
import { archiveFile } from '../../app/archive/archive-file';
import { sizeText } from '../../app/share-check';
import { loadStandard } from '../../app/standard';
import { archiveText } from '../../core/text/archive-texts';
import { sealText } from '../../core/text/seal-texts';
import type { Command } from '../command';
import { EXIT } from '../exit-code';
import { assertFree } from '../free-file';
import { PARAMS } from '../params';

export const archiveCommand: Command = {
  verb: 'archive',
  files: 'some',
  params: [PARAMS.out, PARAMS.by, PARAMS.replaceFile],
  run: async ({ args, session, host, progress }) => {
    const { language } = session;
    const [file = '', ...evidence] = args.files;
    const out = args.needed(PARAMS.out);
    await assertFree(out, args.given(PARAMS.replaceFile), host.files);
    const { index, records, passed } = await archiveFile({ file, evidence, out, by: args.text(PARAMS.by) ?? '' }, { ...host, tree: host.rollup.tree, packages: host.travel.packages }, loadStandard(), progress);
    progress.end();
    const { size } = await host.files.open(out);
    const { seal } = index;
    const unfiled = records.filter(({ where, files }) => where !== '' && files.length === 0);
    session.say(archiveText(language, 'archive/done', { out, size: sizeText(size), count: index.entries.filter(({ kind }) => kind === 'evidence').length }));
    session.say(archiveText(language, 'archive/seal', { number: seal.number, at: seal.at, by: seal.by === '' ? sealText(language, 'seal/nobody') : seal.by }));
    session.say(archiveText(language, 'archive/digest', { digest: index.digest }));
    session.say(archiveText(language, 'archive/note'));
    session.say(archiveText(language, 'archive/print'));
    if (unfiled.length > 0) session.say(archiveText(language, 'archive/unfiled', { count: unfiled.length, names: unfiled.map(({ name }) => name).join(language === 'zh' ? '、' : ', ') }));
    if (passed > 0) session.say(archiveText(language, 'archive/passed', { count: passed }));
    session.document({ file, out, size, ...index, records, passed });
    return EXIT.done;
  },
};
