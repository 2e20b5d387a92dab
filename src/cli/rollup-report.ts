/** What a roll-up came to, in words and as data. */
import type { RollupOutcome, RollupPlaces } from '../app/rollup/run-rollup';
import { metricOf } from '../app/rollup/summary/summary-input';
import { isPlain } from '../core/rollup/definition';
import { FINDING_CODES } from '../core/rollup/findings';
import { KINDS } from '../core/rollup/kinds';
import { Spread, type SpreadFigures } from '../core/rollup/spread';
import { allDone, allSigned } from '../core/rollup/tables';
import type { Language } from '../core/text/cli';
import { differenceFigure, figureStyle } from '../core/text/figure-text';
import { percent } from '../core/text/format';
import { hostErrorText, isHostCode } from '../core/text/issue-text';
import { findingKind, rollupText } from '../core/text/rollup-texts';

const MOST_ASIDE = 10;

function why({ code, params }: RollupOutcome['aside'][number], language: Language): string {
  return isHostCode(code) ? hostErrorText(code, params, language).message : code;
}

function plainFigures({ tables }: RollupOutcome, key: (typeof KINDS)[number]): SpreadFigures {
  return (tables.lines.find(({ definition }) => definition.key === key && isPlain(definition) && definition.basis === 'rows')?.spread ?? new Spread()).figures();
}

export function rollupLines(outcome: RollupOutcome, places: RollupPlaces, seconds: number, language: Language): readonly string[] {
  const { found, passed, read, reused, aside, tables, findings } = outcome;
  const say = (code: Parameters<typeof rollupText>[1], params = {}): string => rollupText(language, code, params);
  const counted = tables.books.filter((book) => book.counted);
  const enterprises = new Set(counted.map(({ usccRight, uscc, file }) => (usccRight ? uscc : file))).size;
  const separator = language === 'zh' ? '、' : ', ';
  const kinds = FINDING_CODES.flatMap((code) => {
    const count = findings.filter((finding) => finding.code === code).length;
    return count === 0 ? [] : [say('rollup/finding-count', { kind: findingKind(code, language), count })];
  });
  return [
    say('rollup/files', { found, read, reused, usable: tables.books.length, aside: aside.length }),
    ...(passed > 0 ? [say('rollup/passed', { count: passed })] : []),
    say('rollup/counted', { counted: counted.length, enterprises, doubles: tables.books.length - counted.length }),
    say('rollup/status', { done: counted.filter(allDone).length, signed: counted.filter(allSigned).length }),
    ...KINDS.map((key) => {
      const def = metricOf(key);
      const { compared, improved, share, quartiles } = plainFigures(outcome, key);
      const name = language === 'zh' ? def.name : def.nameEn;
      if (share === null || quartiles === null) return `  ${say('rollup/kind-none', { item: def.item, name })}`;
      return `  ${say('rollup/kind', { item: def.item, name, compared, improved, share: percent(share, 0), median: differenceFigure(quartiles.median, figureStyle(def.unit, [0.5], language, def.unitText)) })}`;
    }),
    ...(findings.length > 0 ? [say('rollup/findings', { count: findings.length, kinds: kinds.join(separator) })] : []),
    ...aside.slice(0, MOST_ASIDE).map((one) => say('rollup/aside', { file: one.file, why: why(one, language) })),
    ...(aside.length > MOST_ASIDE ? [say('rollup/aside-more', { count: aside.length - MOST_ASIDE })] : []),
    say('rollup/done', { file: places.summary }),
    say('rollup/facts', { files: [places.facts, places.books, places.metrics].join(separator) }),
    ...(read > 0 && seconds > 0 ? [say('rollup/rate', { seconds: seconds.toFixed(1), rate: (read / seconds).toFixed(1) })] : []),
  ];
}

export function rollupDocument(outcome: RollupOutcome, places: RollupPlaces, language: Language): unknown {
  const { found, passed, read, reused, aside, tables, findings } = outcome;
  const counted = tables.books.filter((book) => book.counted);
  return {
    out: places.summary, facts: places.facts, parquet: { workbooks: places.books, metrics: places.metrics },
    files: { found, passed, read, reused, usable: tables.books.length, setAside: aside.length },
    workbooks: { counted: counted.length, doubles: tables.books.length - counted.length, done: counted.filter(allDone).length, signed: counted.filter(allSigned).length },
    metrics: tables.lines.map(({ definition, spread }) => ({ ...definition, ...spread.figures() })),
    findings: findings.map(({ code, book, other, params }) => ({ code, file: book.file, other: other === '' ? null : other, params })),
    setAside: aside.map((one) => ({ file: one.file, code: one.code, message: why(one, language) })),
  };
}
