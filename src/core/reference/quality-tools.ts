/** Quality tools and methods to choose from in the plan (7.4 d) and in training (7.5.5). */
import json from '../../../templates/reference/quality-tools.json';
import { readQualityTools, type QualityTools } from '../template/reference';

export const qualityToolGroups: QualityTools['groups'] = readQualityTools('templates/reference/quality-tools.json', json).groups;

/** All tools in the order of the groups. */
export const qualityTools: readonly string[] = qualityToolGroups.flatMap((group) => group.tools);
