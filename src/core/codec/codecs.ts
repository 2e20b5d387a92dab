/** The codec of each kind. */
import type { ValueKind } from '../model/raw-sheet';
import { choiceCodec } from './choice';
import { codeCodec } from './code';
import type { Codec } from './codec';
import { dateCodec } from './date-codec';
import { datetimeCodec } from './datetime';
import { industryCodec } from './industry';
import { monthCodec } from './month';
import { countCodec, moneyCodec, numberCodec } from './number';
import { textCodec } from './text';
import { usccCodec } from './uscc';

export const codecs: Readonly<Record<ValueKind, Codec>> = {
  text: textCodec,
  code: codeCodec,
  number: numberCodec,
  count: countCodec,
  money: moneyCodec,
  date: dateCodec,
  datetime: datetimeCodec,
  month: monthCodec,
  choice: choiceCodec,
  uscc: usccCodec,
  industry: industryCodec,
};
