/** Whose a cell is: the program's while it holds the last proposal, people's once it holds anything else. */
import { PEOPLES, settle } from '../../../src/core/plan/proposal';

test.each([
  ['a blank cell takes the proposal', null, null, '新', { value: '新', memory: '新', act: 'proposed' }],
  ['blanks alone fill nothing', ' 　', null, '新', { value: '新', memory: '新', act: 'proposed' }],
  ['nothing to propose', null, null, null, { value: null, memory: null, act: 'open' }],
  ['the same again', '旧', '旧', '旧', { value: '旧', memory: '旧', act: 'same' }],
  ['an own text follows', '旧', '旧', '新', { value: '新', memory: '新', act: 'updated' }],
  ['line ends of another program', 'a\r\nb', 'a\nb', '新', { value: '新', memory: '新', act: 'updated' }],
  ['an own text stays where nothing new is known', '旧', '旧', null, { value: '旧', memory: '旧', act: 'same' }],
  ['people wrote first', '人写的', null, '新', { value: '人写的', memory: PEOPLES, act: 'kept' }],
  ['people wrote what would be proposed', '新', null, '新', { value: '新', memory: PEOPLES, act: 'kept' }],
  ['people changed it', '人改的', '旧', '新', { value: '人改的', memory: '旧', act: 'kept' }],
  ['people took it over', '旧', PEOPLES, '新', { value: '旧', memory: PEOPLES, act: 'kept' }],
  ['people blanked their own words', null, PEOPLES, '新', { value: null, memory: PEOPLES, act: 'dismissed' }],
  ['people changed a figure', 0.7, 0.69, 0.7, { value: 0.7, memory: 0.69, act: 'kept' }],
  ['people blanked it', null, '旧', '新', { value: null, memory: '旧', act: 'dismissed' }],
] as const)('%s', (_, cell, memory, proposal, expected) => expect(settle(cell, memory, proposal)).toEqual(expected));

test('a blanked cell is proposed anew when asked', () => expect(settle(null, '旧', '新', true)).toEqual({ value: '新', memory: '新', act: 'proposed' }));
