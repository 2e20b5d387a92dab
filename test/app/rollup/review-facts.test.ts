/** Signatures of a workbook as a roll-up counts them: both parties, every step, and none that an edit broke. */
import { expect, test } from '@jest/globals';
import { signFacts } from '../../../src/app/rollup/review-facts';
import type { SignatureState } from '../../../src/core/review/check-signoffs';
import type { Party } from '../../../src/core/review/signoff';

const stage = (key: string, state: 'done' | 'absent' = 'done') => ({ key, state });
const signature = (step: string, party: Party, state: SignatureState['state'] = 'holds', on: number | null = 45_658): SignatureState => ({ stage: step, party, by: '甲', on, code: 'c', state, changed: [] });
const stages = [stage('7.1'), stage('7.2', 'absent'), stage('7.3')];

test('a party has signed when every step that is there is signed, on the last of the days', () => {
  const signatures = [signature('7.1', 'enterprise'), signature('7.3', 'enterprise', 'unproven', 45_660), signature('7.1', 'agency')];
  expect(signFacts({ stages, signatures })).toEqual({ signed: { enterprise: '2025-01-03' }, editedSteps: [] });
  expect(signFacts({ stages, signatures: [signature('7.1', 'agency', 'holds', null), signature('7.3', 'agency', 'elsewhere', null)] }).signed).toEqual({ agency: '' });
});

test('a signature that an edit broke is none, and its step is named once', () => {
  const signatures = [signature('7.1', 'enterprise'), signature('7.3', 'enterprise', 'broken'), signature('7.3', 'agency', 'broken')];
  expect(signFacts({ stages, signatures })).toEqual({ signed: {}, editedSteps: ['7.3'] });
  expect(signFacts({ stages: [] })).toEqual({ signed: {}, editedSteps: [] });
});
