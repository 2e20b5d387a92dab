/** One of a list. Case and width do not count; the two words 是 and 否 have their usual other spellings. */
import { isCellError } from '../model/cell';
import { foldText } from './clean';
import { NOTHING, problem, shown, type Codec, type CodecContext, type Decoded, type SourceCell } from './codec';

const YES = new Set(['是', 'y', 'yes', 't', 'true', '1', '√', '✓', '✔', '☑', '对']);
const NO = new Set(['否', 'n', 'no', 'f', 'false', '0', '×', '✗', '✘', '☒', '不是', '非']);

function decode(cell: SourceCell, { choices = [], open }: CodecContext): Decoded {
  if (typeof cell !== 'string' && isCellError(cell.value)) return problem('cell/error', cell.value);
  const text = foldText(typeof cell === 'string' ? cell : shown(cell.value));
  if (text === '') return NOTHING;
  if (choices.includes(text)) return { value: text };
  const lower = text.toLowerCase();
  const same = choices.find((choice) => foldText(choice).toLowerCase() === lower);
  if (same !== undefined) return { value: same };
  if (choices.length === 2 && choices.includes('是') && choices.includes('否')) {
    if (YES.has(lower)) return { value: '是' };
    if (NO.has(lower)) return { value: '否' };
  }
  return open === true ? { value: text } : problem('cell/choice', text, { choices: choices.join('、') });
}

export const choiceCodec: Codec = { decode, format: 'General' };
