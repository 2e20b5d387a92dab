/** `zhisheng demo [--out DIR]`: the main job on sample data, and how to repeat it by hand. */
import { encodeUtf8 } from '../../app/csv-text';
import { runDemo, type DemoImport } from '../../app/demo';
import { countOf } from '../../app/last-check';
import { loadStandard } from '../../app/standard';
import { shown } from '../../core/codec/codec';
import { HOME_KEY } from '../../core/form/form-context';
import { cliText } from '../../core/text/cli';
import { stageLines } from '../check-report';
import type { Command } from '../command';
import { EXIT } from '../exit-code';
import { measureDocument } from '../measure-document';
import { measureLines, periodLine } from '../measure-table';
import { PARAMS } from '../params';
import { joinPath } from '../paths';

const DEFAULT_FOLDER = './out/demo';
/** Commands that are printed; all of them are in a file. */
const SHOWN = 4;

export const demoCommand: Command = {
  verb: 'demo',
  files: 'none',
  params: [PARAMS.outFolder],
  run: async ({ args, session, host, progress, now }) => {
    const started = now();
    const { language } = session;
    const folder = args.text(PARAMS.outFolder) ?? DEFAULT_FOLDER;
    const places = { samples: host.sampleFolder, data: joinPath(folder, 'data'), workbook: joinPath(folder, cliText('zh', 'demo/workbook-name')), case: joinPath(folder, cliText('zh', 'demo/case-name')) };
    const { imports, check, content, measurement, plan, case: report } = await runDemo(places, host, loadStandard(), progress);
    const commandsFile = joinPath(folder, 'commands.txt');
    const commands = commandLines(imports, folder, places.data);
    await host.files.replace(commandsFile, encodeUtf8(`${commands.join('\n')}\n`));
    progress.end();

    const enterprise = shown(content.entries[HOME_KEY]?.['enterprise.name'] ?? null);
    session.say(cliText(language, 'demo/begin', { enterprise }));
    session.say('');
    for (const { def, accepted, rejected } of imports) session.say(`  ${cliText(language, 'demo/imported', { sheet: def.sheet, accepted, rejected })}`);
    session.say('');
    if (content.periods !== null) session.say(periodLine(content.periods, language));
    session.say('');
    for (const line of measureLines(measurement, language)) session.say(line);
    session.say('');
    session.say(cliText(language, 'plan/lines', { file: places.workbook, count: plan.lines.length, numbers: plan.lines.join(language === 'zh' ? '、' : ', ') }));
    session.say('');
    const counts = countOf(check.issues);
    session.say(cliText(language, 'demo/checked', counts));
    for (const line of stageLines(check.stages, language)) session.say(line);
    session.say(cliText(language, 'demo/workbook', { file: places.workbook }));
    session.say(cliText(language, report.written ? 'demo/case' : 'case/refused', { file: places.case }));
    session.say(cliText(language, 'demo/sources', { folder: places.data }));
    session.say(cliText(language, 'demo/repeat'));
    for (const line of commands.slice(0, SHOWN)) session.say(`  ${line}`);
    session.say(cliText(language, 'demo/commands-file', { file: commandsFile }));
    session.say(cliText(language, 'demo/time', { seconds: ((now() - started) / 1000).toFixed(1) }));
    session.document({
      workbook: places.workbook,
      case: report.written ? places.case : null,
      plan: { lines: plan.lines, proposed: plan.cells.filter(({ act }) => act === 'proposed').length },
      data: places.data,
      commands: commandsFile,
      imports: imports.map(({ def, table, accepted, rejected }) => ({ sheet: def.sheet, from: joinPath(places.data, table.file), accepted, rejected })),
      check: counts,
      measure: measureDocument(places.workbook, content, measurement),
    });
    return EXIT.done;
  },
};

/** The same job by hand, into another workbook. */
function commandLines(imports: readonly DemoImport[], folder: string, data: string): readonly string[] {
  const workbook = shellWord(joinPath(folder, cliText('zh', 'demo/by-hand-name')));
  const file = (name: string): string => shellWord(joinPath(data, name));
  return [
    `npx zhisheng new --out ${workbook} --profile ${file('profile.json')}`,
    ...imports.map(({ def, table }) =>
      [`npx zhisheng import ${workbook} --sheet ${def.sheet} --from ${file(table.file)}`, ...(table.map === undefined ? [] : [`--map ${file(table.map)}`])].join(' ')),
    `npx zhisheng plan ${workbook}`,
    `npx zhisheng check ${workbook}`,
    `npx zhisheng measure ${workbook}`,
    `npx zhisheng case ${workbook} --out ${shellWord(joinPath(folder, cliText('zh', 'demo/by-hand-case')))}`,
  ];
}

/** Quoted where a shell would take the path apart. */
function shellWord(path: string): string {
  return /[\s"'&()$;]/.test(path) ? `"${path.replaceAll('"', '\\"')}"` : path;
}
