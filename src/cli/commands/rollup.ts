/** `zhisheng rollup PATH... --out SUMMARY.xlsx`: many workbooks into one summary. `--serve` works for others through Redis instead. */
import { runRollup, type RollupPlaces } from '../../app/rollup/run-rollup';
import type { Command, Call } from '../command';
import { EXIT, type ExitCode } from '../exit-code';
import { assertFree } from '../free-file';
import { PARAMS } from '../params';
import { withSuffix } from '../paths';
import { rollupDocument, rollupLines } from '../rollup-report';
import { rollupText } from '../../core/text/rollup-texts';
import { UsageError } from '../usage-error';

export const rollupCommand: Command = {
  verb: 'rollup',
  files: 'any',
  params: [PARAMS.outFile, PARAMS.workers, PARAMS.redis, PARAMS.serve, PARAMS.fresh, PARAMS.replaceFile],
  run: (call) => (call.args.given(PARAMS.serve) ? serve(call) : rollUp(call)),
};

function placesOf(summary: string): RollupPlaces {
  return { summary, facts: withSuffix(summary, '.facts', '.ndjson'), books: withSuffix(summary, '.workbooks', '.parquet'), metrics: withSuffix(summary, '.metrics', '.parquet') };
}

/** `least` is 0 where others do the work. */
function workersOf({ args, host }: Call, least: 0 | 1): number {
  const typed = args.text(PARAMS.workers);
  if (typed === undefined) return host.rollup.processors;
  const count = Number(typed);
  if (!/^\d{1,3}$/u.test(typed) || count < least) throw new UsageError('rollup/workers', { value: typed, least });
  return count;
}

async function rollUp(call: Call): Promise<ExitCode> {
  const { args, session, host, progress, now } = call;
  const [first] = args.files;
  if (first === undefined) throw new UsageError('rollup/no-path');
  const out = args.text(PARAMS.outFile);
  if (out === undefined) throw new UsageError('usage/missing-option', { option: '--out', value: 'SUMMARY.xlsx' });
  if (!/\.xlsx$/iu.test(out)) throw new UsageError('rollup/not-xlsx', { file: out });
  const redis = args.text(PARAMS.redis);
  const workers = workersOf(call, redis === undefined ? 1 : 0);
  const places = placesOf(out);
  // A summary that has its facts beside it is an earlier one of ours: going on with it is what is meant.
  if (!(await host.files.exists(places.facts))) await assertFree(out, args.given(PARAMS.replaceFile), host.files);
  const began = now();
  const outcome = await runRollup(
    { paths: args.files, places, fresh: args.given(PARAMS.fresh), at: host.identity.now(), progress, runner: () => (redis === undefined ? host.rollup.threads(workers) : host.rollup.queue(redis, workers)) },
    { files: host.files, xlsx: host.xlsx, ...host.rollup },
  );
  progress.end();
  for (const line of rollupLines(outcome, places, (now() - began) / 1000, session.language)) session.say(line);
  session.document(rollupDocument(outcome, places, session.language));
  return outcome.aside.length > 0 ? EXIT.findings : EXIT.done;
}

async function serve(call: Call): Promise<ExitCode> {
  const { args, session, host, progress } = call;
  const [file] = args.files;
  if (file !== undefined) throw new UsageError('usage/no-files-here', { file });
  const redis = args.text(PARAMS.redis);
  if (redis === undefined) throw new UsageError('usage/missing-option', { option: '--redis', value: 'URL' });
  if (args.given(PARAMS.outFile)) throw new UsageError('rollup/serve-alone');
  const workers = workersOf(call, 1);
  let served = 0;
  const serving = await host.rollup.serve(redis, workers, () => progress.report('rollup', ++served, 0));
  session.say(rollupText(session.language, 'rollup/serving', { url: serving.address, workers }));
  await host.rollup.interrupted();
  await serving.stop();
  progress.end();
  session.say(rollupText(session.language, 'rollup/served', { count: served }));
  session.document({ served });
  return EXIT.done;
}
