/** The review as lines for people, and as the document of `--json`. */
import type { ReviewOutcome } from '../app/review-file';
import type { LocatedFinding, Review, ReviewAct } from '../app/review-workbook';
import { isoOf } from '../core/codec/date';
import type { Language } from '../core/text/cli';
import { stageName } from '../core/text/stage-texts';
import { reviewText, signatureLine } from '../core/text/review-texts';

export function reviewLines(file: string, { findings, counts, signoffs }: Pick<Review, 'findings' | 'counts' | 'signoffs'>, language: Language): readonly string[] {
  const total = counts.open + counts.answered + counts.closed;
  const signed = signoffs.filter(({ enterprise, agency }) => enterprise !== null || agency !== null);
  return [
    total === 0 ? reviewText(language, 'review/empty', { file }) : reviewText(language, 'review/summary', { file, total, ...counts }),
    ...findings.flatMap((finding) => findingLines(finding, language)),
    ...(signed.length === 0 ? [] : [reviewText(language, 'review/stages')]),
    ...signed.map(({ stage, enterprise, agency }) => reviewText(language, 'review/stage-line', { stage, title: stageName(stage, language), line: signatureLine([enterprise, agency].flatMap((one) => one ?? []), language) })),
  ];
}

function findingLines(finding: LocatedFinding, language: Language): readonly string[] {
  const { number, sheet, cell, place, answer, settledBy, settled, state, level } = finding;
  const name = (who: string): string => (who === '' ? reviewText(language, 'review/no-name') : who);
  const day = (on: number | null): string => (on === null ? reviewText(language, 'review/no-day') : isoOf(on));
  const shown = place.cell === '' ? cell : place.cell;
  return [
    reviewText(language, 'review/line', {
      number, finding: finding.finding, who: name(finding.raisedBy), on: day(finding.raised),
      status: reviewText(language, `state/${state ?? 'none'}`), grade: reviewText(language, `level/${level ?? 'none'}`),
      place: `${place.sheet === '' ? sheet : place.sheet} ${shown === '' ? reviewText(language, 'review/whole-sheet') : shown}`,
    }),
    ...(place.state === 'moved' ? [reviewText(language, 'review/moved', { cell, now: place.cell })] : place.state === 'gone' ? [reviewText(language, 'review/gone')] : []),
    ...(answer === '' ? [] : [reviewText(language, 'review/answer-line', { answer, who: name(finding.answeredBy), on: day(finding.answered) })]),
    ...(finding.closed ? [reviewText(language, 'review/settled-line', { who: name(settledBy), on: day(settled) })] : []),
  ];
}

/** What was done, one line per kind of act. */
export function changeLines(acts: readonly ReviewAct[], { numbers, known, noRoom, review, copy, left }: ReviewOutcome, language: Language): readonly string[] {
  const list = (parts: readonly (string | number)[]): string => parts.join(language === 'zh' ? '、' : ', ');
  const acted = acts.flatMap((act) => (!('number' in act) ? [] : [act.number]));
  const added = numbers.filter((number) => !acted.includes(number));
  const states = [...new Set(acted)].map((number) => ({ number, state: review.findings.find((finding) => finding.number === number)?.state ?? 'none' as const }));
  const kinds = [...new Set(states.map(({ state }) => state))];
  return [
    ...(acts.some(({ act }) => act === 'take') ? [added.length === 0 ? reviewText(language, 'review/took-none') : reviewText(language, 'review/took', { count: added.length })] : []),
    ...(added.length === 0 ? [] : [reviewText(language, 'review/added', { numbers: list(added) })]),
    ...(known === 0 ? [] : [reviewText(language, 'review/known', { count: known })]),
    ...(noRoom === 0 ? [] : [reviewText(language, 'review/full', { count: noRoom })]),
    ...kinds.map((state) => reviewText(language, 'review/changed', { numbers: list(states.flatMap((one) => (one.state === state ? [one.number] : []))), status: reviewText(language, `state/${state}`) })),
    ...acts.flatMap((act) => {
      if (act.act === 'unsign') return [reviewText(language, 'review/unsigned-done', { stage: act.stage })];
      const signed = act.act === 'sign' ? review.signoffs.find(({ stage }) => stage === act.stage)?.[act.party] : undefined;
      return signed === undefined || signed === null ? [] : [reviewText(language, 'review/signed-done', { stage: signed.stage, name: signed.by, on: day(signed.on) ?? '', code: signed.code })];
    }),
    ...(left.length === 0 ? [] : [reviewText(language, 'review/left', { count: left.length, cells: list(left.slice(0, 8).map(({ sheet, cell }) => `${sheet} ${cell}`)) })]),
    ...(copy === null ? [] : [reviewText(language, 'review/copy', { file: copy })]),
  ];
}

const day = (on: number | null): string | null => (on === null ? null : isoOf(on));

export function reviewDocument(file: string, { findings, counts, room, signoffs }: Review): object {
  const signature = (one: Review['signoffs'][number]['enterprise']): object | null => (one === null ? null : { by: one.by, on: day(one.on), code: one.code, state: one.state, changed: one.changed });
  return {
    file, counts, room,
    signoffs: signoffs.map(({ stage, enterprise, agency, mustFirst }) => ({ stage, enterprise: signature(enterprise), agency: signature(agency), mustFirst })),
    findings: findings.map((finding) => ({ ...finding, raised: day(finding.raised), answered: day(finding.answered), settled: day(finding.settled) })),
  };
}
