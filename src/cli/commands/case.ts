/** `zhisheng case FILE --out CASE.docx`: 附录F as a Word document, ready to hand in. */
import { loadStandard } from '../../app/standard';
import { writeCase } from '../../app/write-case';
import type { Issue } from '../../core/issue/issue';
import { cliText } from '../../core/text/cli';
import { issueSentence, issueText } from '../../core/text/issue-text';
import type { Command } from '../command';
import { EXIT } from '../exit-code';
import { assertFree } from '../free-file';
import { PARAMS } from '../params';
import { UsageError } from '../usage-error';

export const caseCommand: Command = {
  verb: 'case',
  files: 'one',
  params: [PARAMS.out, PARAMS.draft, PARAMS.replaceFile],
  run: async ({ args, session, host, progress }) => {
    const { language } = session;
    const [file = ''] = args.files;
    const out = args.needed(PARAMS.out);
    if (!/\.docx$/iu.test(out)) throw new UsageError('case/not-docx', { file: out });
    await assertFree(out, args.given(PARAMS.replaceFile), host.files);
    progress.report('write', 0, 0);
    const outcome = await writeCase({ file, out, draft: args.given(PARAMS.draft), say: (issue) => issueSentence(issue, 'zh') }, host, loadStandard());
    progress.end();
    const { gate, written, marked, figures, problems, pictures } = outcome;
    session.say(written ? cliText(language, marked ? 'case/draft' : 'case/done', { file: out }) : cliText(language, 'case/refused', { file }));
    session.say(cliText(language, 'case/length', { length: gate.length, limit: gate.limit, parts: gate.parts.map(({ label, length }) => `${label} ${length}`).join(language === 'zh' ? '、' : ', ') }));
    if (written) session.say(cliText(language, 'case/holds', { figures, problems, pictures }));
    for (const issue of gate.issues) session.say(`  ${issueSentence(issue, language)}`);
    if (!written) session.say(cliText(language, 'case/try-draft'));
    const said = (issue: Issue): object => ({ ...issue, ...issueText(issue, language) });
    session.document({ file, out: written ? out : null, draft: written && marked, length: gate.length, limit: gate.limit, parts: gate.parts.map(({ key, label, length, about }) => ({ key, label, length, about })), figures, problems, pictures, issues: gate.issues.map(said) });
    return gate.issues.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.done;
  },
};
