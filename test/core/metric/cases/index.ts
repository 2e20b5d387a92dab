/** All hand-made cases: the calculator is held against them, and every formula in a real spreadsheet too. */
import type { MetricCase } from '../../../support/metric-case';
import { CUSTOMERS } from './customers';
import { IMPROVEMENT } from './improvement';
import { MARKET_AND_STAFF } from './market-and-staff';
import { PURCHASING_AND_PRODUCTION } from './purchasing-and-production';
import { RESULTS } from './results';

export const CASES: readonly MetricCase[] = [...MARKET_AND_STAFF, ...IMPROVEMENT, ...PURCHASING_AND_PRODUCTION, ...CUSTOMERS, ...RESULTS];
