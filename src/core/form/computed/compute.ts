/** From the declaration of a computed cell to its formula and cached value: one rule, one function. */
import type { ComputedDef } from '../../model/form-def';
import { asOfBaseline, asOfCurrent } from './as-of';
import { length, lengthLimit, share } from './lengths';
import { industryName, mirror } from './lookups';
import { asked, listed } from './listed';
import { change, metricCell, metricOf, targetMet } from './metric-cells';
import { adopted, effectState, planLine, progressState } from './plan-lines';
import { proposalMark, proposalWhy } from './proposals';
import { namedMetric, quotedFigures } from './quoted';
import type { ComputeScope, Computation } from './scope';
import { sizeClass, sizeIndustry } from './size-class';
import { stage } from './stage';
import { uscc } from './uscc';

export function compute(def: ComputedDef, scope: ComputeScope): Computation {
  switch (def.rule) {
    case 'metric':
      return metricCell(def, scope);
    case 'metric-of':
      return metricOf(def, scope);
    case 'target-met':
      return targetMet(def, scope);
    case 'length':
      return length(def, scope);
    case 'share':
      return share(def, scope);
    case 'length-limit':
      return lengthLimit(def, scope);
    case 'mirror':
      return mirror(def, scope);
    case 'listed':
      return listed(def, scope);
    case 'asked':
      return asked(def, scope);
    case 'named-metric':
      return namedMetric(def, scope);
    case 'quoted-figures':
      return quotedFigures(def, scope);
    case 'change':
      return change(def, scope);
    case 'uscc':
      return uscc(def.words, scope);
    case 'size-class':
      return sizeClass(def.words, scope);
    case 'size-industry':
      return sizeIndustry(scope);
    case 'industry-name':
      return industryName(scope);
    case 'as-of-current':
      return asOfCurrent(scope);
    case 'as-of-baseline':
      return asOfBaseline(scope);
    case 'last-check':
      return scope.lastCheck === '' ? { value: '' } : { value: scope.lastCheck, stamp: true };
    case 'proposal-mark':
      return proposalMark(def, scope);
    case 'proposal-why':
      return proposalWhy(def, scope);
    case 'plan-line':
      return planLine(def, scope);
    case 'progress-state':
      return progressState(def, scope);
    case 'effect-state':
      return effectState(def, scope);
    case 'adopted':
      return adopted(def, scope);
    case 'signoff':
      return scope.signoff() === '' ? { value: '' } : { value: scope.signoff(), stamp: true };
    case 'stage':
      return stage(def, scope);
  }
}
