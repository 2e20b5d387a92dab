/**
 * 7.5.5: all three levels are trained. A level without any entry is a gap once another level was trained or the results are
 * summed up; a level that is begun has its blanks from the rules of cells.
 */
import type { ConsistencyFinding, ConsistencyRule } from '../consistency-rule';

const LEVELS = [['leaders', 'a'], ['system', 'b'], ['staff', 'c']] as const;
const CELLS = ['date', 'form', 'people', 'content', 'evidence'] as const;

export const trainingLevels: ConsistencyRule = {
  find(workbook) {
    const done = workbook.form('implementation');
    if (done === null) return [];
    const trained = LEVELS.map(([key]) => CELLS.some((cell) => done.filled(`training.${key}.${cell}`)));
    const due = trained.includes(true) || workbook.form('results')?.filled('summary') === true;
    return LEVELS.flatMap(([key, level], i): readonly ConsistencyFinding[] => {
      if (trained[i] !== true) return due ? [{ code: 'consistency/training-level', clause: '7.5.5', at: done.at(`training.${key}.date`), params: { level } }] : [];
      const people = `training.${key}.people`;
      return done.number(people) === 0 ? [{ code: 'consistency/training-nobody', clause: '7.5.5', at: done.at(people), params: { level } }] : [];
    });
  },
};
