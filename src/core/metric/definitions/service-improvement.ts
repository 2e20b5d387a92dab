/** A.1 4.2 服务质量提升: the change of the response rate (6.8), in percentage points. */
import { divide, equal, number, part, subtract } from '../algebra';
import { count } from '../declare';
import type { MetricDef } from '../metric-def';
import { respondedInTime, serviceRequests } from './service-response-rate';

export const serviceImprovement: MetricDef = {
  key: 'service-improvement', item: '4.2', name: '服务质量提升', nameEn: 'Improvement of service', version: 1,
  unit: 'ratio', better: 'higher', family: 'beforeAfter', evidence: 'shares', scope: 'comparison', summary: false, monthly: false,
  definition: '提升后与提升前服务响应及时率（6.8）之差',
  populations: [serviceRequests],
  parts: {
    beforeOk: count(respondedInTime, { period: 'baseline' }),
    beforeAll: count(undefined, { period: 'baseline' }),
    afterOk: count(respondedInTime, { period: 'current' }),
    afterAll: count(undefined, { period: 'current' }),
  },
  guards: [{ when: equal(part('beforeAll'), number(0)), status: 'not-applicable', reason: 'baseline-not-ok' }],
  numerator: subtract(divide(part('afterOk'), part('afterAll')), divide(part('beforeOk'), part('beforeAll'))),
  denominator: number(1),
};
