/** `zhisheng new --out FILE`: a workbook, filled as far as the profile goes. */
import { buildWorkbook } from '../../app/build-workbook';
import { firstStamp, recordSpec } from '../../app/copy-record';
import { createContent } from '../../app/create-workbook';
import { measure } from '../../app/measure';
import { HostError } from '../../app/ports';
import { readProfile } from '../../app/profile';
import { loadStandard } from '../../app/standard';
import { cliText } from '../../core/text/cli';
import type { Command } from '../command';
import { EXIT } from '../exit-code';
import { PARAMS } from '../params';
import { withSuffix } from '../paths';
import { readText } from '../read-text';

export const newCommand: Command = {
  verb: 'new',
  files: 'none',
  params: [PARAMS.out, PARAMS.profile, PARAMS.sheets, PARAMS.by, PARAMS.replaceFile],
  run: async ({ args, session, host, progress }) => {
    const { language } = session;
    const file = args.needed(PARAMS.out);
    const profileFile = args.text(PARAMS.profile);
    const profile = profileFile === undefined ? {} : readProfile(await readText(profileFile, host.files));
    const standard = loadStandard();
    const content = createContent(profile, args.text(PARAMS.sheets) ?? 'all', standard);
    if (!args.given(PARAMS.replaceFile) && (await host.files.exists(file))) throw new HostError('file/exists', { path: file, other: withSuffix(file, '-2') });
    const built = buildWorkbook(content, standard, measure(content));
    const workbook = { ...built, sheets: [...built.sheets, recordSpec({ stamp: firstStamp(host.identity, args.text(PARAMS.by)), snapshots: [] })] };
    progress.report('write', 0, 0);
    await host.files.replace(file, await host.xlsx.write(workbook));
    progress.end();
    const sheets = workbook.sheets.filter(({ state = 'visible' }) => state === 'visible').map(({ name }) => name);
    session.say(cliText(language, 'new/done', { file }));
    session.say(cliText(language, 'new/sheets', { count: sheets.length, sheets: sheets.join(language === 'zh' ? '、' : ', ') }));
    if (content.periods === null) session.say(cliText(language, 'new/no-periods'));
    session.document({ file, sheets, periods: content.periods !== null });
    return EXIT.done;
  },
};
