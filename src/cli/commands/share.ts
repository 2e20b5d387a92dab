/** `zhisheng share FILE --out COPY`: a copy fit to be sent, what it carries, and a mail draft on request. */
import { shareFile, type ShareRequest } from '../../app/share-file';
import { sizeText } from '../../app/share-check';
import { loadStandard } from '../../app/standard';
import { shareText } from '../../core/text/share-texts';
import type { Command } from '../command';
import { EXIT } from '../exit-code';
import { assertFree } from '../free-file';
import { PARAMS } from '../params';
import { withSuffix } from '../paths';
import { UsageError } from '../usage-error';
import { cliText } from '../../core/text/cli';

export const shareCommand: Command = {
  verb: 'share',
  files: 'one',
  params: [PARAMS.out, PARAMS.pseudonyms, PARAMS.key, PARAMS.mail, PARAMS.to, PARAMS.by, PARAMS.replaceFile],
  run: async ({ args, session, host, progress }) => {
    const { language } = session;
    const [file = ''] = args.files;
    const out = args.needed(PARAMS.out);
    if (out === file) throw new UsageError('share/same-file', { file });
    const replace = args.given(PARAMS.replaceFile);
    const mail = args.given(PARAMS.mail) ? withSuffix(out, '', '.eml') : undefined;
    await assertFree(out, replace, host.files);
    if (mail !== undefined) await assertFree(mail, replace, host.files);
    const key = args.given(PARAMS.pseudonyms) ? args.text(PARAMS.key) ?? withSuffix(file, cliText(language, 'share/key-suffix'), '.json') : undefined;
    const request: ShareRequest = { file, out, by: args.text(PARAMS.by) ?? '', to: args.text(PARAMS.to) ?? '', language, ...(key === undefined ? {} : { key }), ...(mail === undefined ? {} : { mail }) };
    const { stamp, notes, size, pseudonyms } = await shareFile(request, host, loadStandard(), progress);
    progress.end();
    if (notes.length === 0) session.say(shareText(language, 'share/clean'));
    else session.say(shareText(language, 'share/head'));
    for (const { code, params } of notes) session.say(`  ${shareText(language, code, params)}`);
    session.say(shareText(language, 'share/written', { file: out, size: sizeText(size) }));
    if (pseudonyms !== null) session.say(shareText(language, 'share/pseudonyms', { count: pseudonyms, key: key ?? '' }));
    if (mail !== undefined) session.say(shareText(language, 'share/mail', { file: mail }));
    session.document({
      file, out, size, stamp, mail: mail ?? null, pseudonyms: pseudonyms === null ? null : { count: pseudonyms, key },
      notes: notes.map(({ code, params }) => ({ code, params, message: shareText(language, code, params) })),
    });
    return EXIT.done;
  },
};
