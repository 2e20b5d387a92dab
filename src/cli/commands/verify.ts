/** `zhisheng verify FILE`: what changed since the last seal, or in an archive package since it was made, in words. Exit status 1 when something did, or a seal does not hold. */
import { isArchive, verifyArchive } from '../../app/archive/verify-archive';
import { verifyFile } from '../../app/seal-file';
import { loadStandard } from '../../app/standard';
import { sealText } from '../../core/text/seal-texts';
import type { Command } from '../command';
import { EXIT } from '../exit-code';
import { PARAMS } from '../params';
import { archiveDocument, archiveHolds, archiveLines } from '../verify-archive-report';

/** Changes that are listed on the screen. */
const LISTED = 60;

export const verifyCommand: Command = {
  verb: 'verify',
  files: 'one',
  params: [PARAMS.digest],
  run: async ({ args, session, host, progress }) => {
    const { language } = session;
    const [file = ''] = args.files;
    const digest = args.text(PARAMS.digest);
    if (await isArchive(await host.files.open(file), host.travel.packages)) {
      const found = await verifyArchive({ file, ...(digest === undefined ? {} : { digest }) }, { ...host, packages: host.travel.packages });
      progress.end();
      for (const line of archiveLines(file, found, language)) session.say(line);
      session.document(archiveDocument(file, found, language));
      return archiveHolds(found) ? EXIT.done : EXIT.findings;
    }
    const { seals, broken, changes, noted } = await verifyFile({ file, ...(digest === undefined ? {} : { digest }) }, host, loadStandard());
    progress.end();
    const last = seals.at(-1);
    const about = { file, number: last?.number ?? 0, at: last?.at ?? '', by: last === undefined || last.by === '' ? sealText(language, 'seal/nobody') : last.by };
    const messages = changes.map(({ kind, ...params }) => sealText(language, `verify/${kind}`, params));
    if (broken !== null) session.say(sealText(language, 'verify/broken', { file, number: broken }));
    if (last !== undefined) session.say(sealText(language, changes.length === 0 ? 'verify/same' : 'verify/changed', { ...about, count: changes.length }));
    for (const message of messages.slice(0, LISTED)) session.say(`  ${message}`);
    if (messages.length > LISTED) session.say(sealText(language, 'verify/more', { count: messages.length - LISTED }));
    if (noted !== null) session.say(sealText(language, noted ? 'verify/noted' : 'verify/not-noted'));
    session.say(sealText(language, 'verify/proves'));
    const holds = broken === null && changes.length === 0 && noted !== false;
    session.document({ file, holds, broken, noted, seals, changes: changes.map((change, i) => ({ ...change, message: messages[i] })) });
    return holds ? EXIT.done : EXIT.findings;
  },
};
