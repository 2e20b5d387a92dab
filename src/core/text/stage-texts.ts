/** Words for the steps of clause 6 and their states: what `check` prints, and what 首页 shows of the last check. */
import type { Language } from './cli';

type Words = Readonly<Record<Language, string>>;

/** Names by clause, as clause 6 gives them. */
const NAMES: Readonly<Record<string, Words>> = {
  '7.1': { zh: '前期准备', en: 'preparation' },
  '7.2': { zh: '需求调研', en: 'survey of needs' },
  '7.3': { zh: '质量体检诊断', en: 'check-up and diagnosis' },
  '7.4': { zh: '方案制定', en: 'improvement plan' },
  '7.5': { zh: '方案实施', en: 'carrying out the plan' },
  '7.6': { zh: '认证提升成效总结', en: 'summary of results' },
  '7.7': { zh: '编写认证提升案例', en: 'case' },
  '7.8': { zh: '记录管理', en: 'records' },
};

/** What the sentences say of a step; `StageStatus` has it all. */
export interface StageWords {
  readonly key: string;
  readonly state: 'done' | 'open' | 'blocked' | 'absent';
  readonly total: number;
  readonly done: number;
  readonly missingCount: number;
  readonly blockedBy: readonly string[];
}

export function stageName(key: string, language: Language): string {
  return NAMES[key]?.[language] ?? key;
}

/** `还差 3 处，先完成 7.3`: short enough for a cell. */
export function stageState({ state, missingCount, blockedBy }: StageWords, language: Language): string {
  const zh = language === 'zh';
  switch (state) {
    case 'done':
      return zh ? '完成' : 'done';
    case 'absent':
      return zh ? '未选用' : 'not in this workbook';
    case 'open':
      return zh ? `还差 ${missingCount} 处` : `${missingCount} to do`;
    case 'blocked':
      return zh ? `还差 ${missingCount} 处，先完成 ${blockedBy.join('、')}` : `${missingCount} to do, ${blockedBy.join(', ')} first`;
  }
}

/** One line on a step: `7.3 质量体检诊断：还差 3 处，先完成 7.2（应填 42 项，已填 39 项）`. */
export function stageLine(stage: StageWords, language: Language): string {
  const { key, state, total, done } = stage;
  const name = `${key} ${stageName(key, language)}`;
  if (language === 'zh') return `${name}：${stageState(stage, language)}${state === 'absent' ? '' : `（应填 ${total} 项，已填 ${done} 项）`}`;
  return `${name}: ${stageState(stage, language)}${state === 'absent' ? '' : ` (${done} of ${total} cells filled)`}`;
}

/** The line of 首页 about the last check; sheets are in Chinese. */
export function lastCheckLine(counts: { readonly error: number; readonly warning: number; readonly info: number }): string {
  return `错误 ${counts.error} 个，警告 ${counts.warning} 个，提示 ${counts.info} 个；写入本文件时检查，之后的改动没有计入。`;
}
