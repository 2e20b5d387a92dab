/**
 * Cell rules: what a cell accepts and what it says. A list is always a defined name: a literal list of more than 255
 * characters damages the file. Rules stop what cannot be right and only ask about what is unusual.
 */
import type { FormWording } from '../model/form-def';
import type { ValueKind } from '../model/raw-sheet';
import type { ValidationSpec } from '../model/sheet-spec';

export interface RuleSubject {
  readonly kind: ValueKind;
  readonly label: string;
  readonly prompt: string;
  /** Defined name of the list to choose from. */
  readonly list?: string;
  readonly open?: boolean;
  readonly min?: number;
  readonly max?: number;
}

/** Limits of the file format, characters. */
const TITLE_LIMIT = 32;
const PROMPT_LIMIT = 255;
const ERROR_LIMIT = 225;

/** First and last day that a date may be: 1950-01-01 and 2149-12-31. */
export const FIRST_DAY = 18_264;
export const LAST_DAY = 91_313;

/** Null for a cell that accepts anything and has nothing to say. Throws RangeError for wording too long for the file format. */
export function cellRule(ref: string, subject: RuleSubject, wording: FormWording): ValidationSpec | null {
  const rule = ruleOf(subject);
  const prompt = [subject.prompt || (subject.list === undefined ? wording.kinds[subject.kind].prompt : wording.listPrompt)].filter((p) => p !== '').join('');
  if (rule.type === 'any' && prompt === '') return null;
  const error = subject.list === undefined ? wording.kinds[subject.kind].error + boundsText(subject, wording) : wording.listError;
  return {
    ref,
    rule,
    allowBlank: true,
    severity: subject.list !== undefined && subject.open === true ? 'warning' : 'stop',
    ...(prompt === '' ? {} : { promptTitle: within(subject.label, TITLE_LIMIT), prompt: limited(prompt, PROMPT_LIMIT, subject) }),
    ...(rule.type === 'any' ? {} : { errorTitle: within(subject.label, TITLE_LIMIT), error: limited(error, ERROR_LIMIT, subject) }),
  };
}

function ruleOf(subject: RuleSubject): ValidationSpec['rule'] {
  if (subject.list !== undefined) return { type: 'list', source: subject.list };
  const { min, max } = subject;
  switch (subject.kind) {
    case 'date':
    case 'datetime':
    case 'month':
      return { type: 'date', min: FIRST_DAY, max: LAST_DAY };
    case 'count':
      return { type: 'whole', min: min ?? 0, ...(max === undefined ? {} : { max }) };
    case 'number':
    case 'money':
      return { type: 'decimal', min: min ?? -1e15, max: max ?? 1e15 };
    case 'uscc':
      return { type: 'textLength', min: 18, max: 18 };
    case 'industry':
      return { type: 'textLength', min: 2, max: 4 };
    case 'text':
    case 'code':
    case 'choice':
      return { type: 'any' };
  }
}

function boundsText(subject: RuleSubject, wording: FormWording): string {
  const { min, max } = subject;
  const sentence = min !== undefined && max !== undefined ? wording.between : min !== undefined ? wording.atLeast : max !== undefined ? wording.atMost : '';
  return sentence.replace('{min}', String(min)).replace('{max}', String(max));
}

/** A title is a name that the cell repeats: it may be shortened. */
function within(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}

function limited(text: string, limit: number, subject: RuleSubject): string {
  if (text.length > limit) throw new RangeError(`${subject.label}: ${text.length} characters where ${limit} fit`);
  return text;
}
