/** Reference data (`templates/reference/*.json`): shapes and readers. All throw `TemplateError`. */
import { z } from 'zod';
import { readTemplate } from './read-template';

const words = z.string().trim().min(1);
const division = z.string().regex(/^\d{2}$/);
const category = z.string().regex(/^[A-T]$/);
const code = z.string().regex(/^\d{2,4}$/);
const limit = z.number().nonnegative();

const industries = z
  .strictObject({
    title: words,
    source: words,
    categories: z.array(z.strictObject({ code: category, name: words, divisions: z.array(division).readonly() }).readonly()).readonly(),
    divisions: z.array(z.strictObject({ code: division, name: words, category }).readonly()).readonly(),
  })
  .readonly()
  .check(({ value, issues }) => {
    value.divisions.forEach((one, i) => {
      const holders = value.categories.filter((other) => other.divisions.includes(one.code));
      if (holders.length !== 1 || holders[0]?.code !== one.category)
        issues.push({ code: 'custom', input: one, path: ['divisions', i, 'category'], message: `division ${one.code} is not in category ${one.category} alone` });
    });
  });

const enterpriseSize = z
  .strictObject({
    title: words,
    source: words,
    rows: z
      .array(
        z.strictObject({
          name: words,
          codes: z.array(code).min(1).readonly(),
          except: z.array(code).readonly().exactOptional(),
          limits: z
            .array(z.strictObject({ indicator: z.enum(['employees', 'revenue', 'assets']), large: limit, medium: limit, small: limit }).readonly())
            .min(1)
            .readonly(),
        }).readonly(),
      )
      .readonly(),
    notCovered: z.array(z.strictObject({ name: words, codes: z.array(code).min(1).readonly() }).readonly()).readonly(),
  })
  .readonly();

const uscc = z
  .strictObject({
    title: words,
    source: words,
    length: z.literal(18),
    alphabet: z.string().length(31),
    weights: z.array(z.number().int().positive()).length(17).readonly(),
    modulus: z.literal(31),
  })
  .readonly();

const qualityTools = z
  .strictObject({
    title: words,
    source: words,
    groups: z.array(z.strictObject({ name: words, tools: z.array(words).min(1).readonly() }).readonly()).min(1).readonly(),
  })
  .readonly();

const problemTool = z.strictObject({ tool: words, why: words }).readonly();

const problemKinds = z
  .strictObject({
    title: words,
    source: words,
    general: z.strictObject({ tools: z.array(problemTool).min(1).readonly() }).readonly(),
    kinds: z
      .array(
        z.strictObject({
          key: words,
          name: words,
          metrics: z.array(words).readonly(),
          items: z.array(z.string().regex(/^\d\.\d[a-e]?$/)).readonly(),
          words: z.array(words).min(1).readonly(),
          tools: z.array(problemTool).min(1).readonly(),
          measure: words,
          departments: z.array(words).min(1).readonly(),
          effort: z.union([z.literal(1), z.literal(2), z.literal(3)]),
          resources: z.strictObject({ information: words, technology: words, equipment: words, material: words }).readonly(),
        }).readonly(),
      )
      .min(1)
      .readonly(),
    causes: z.array(z.strictObject({ words: z.array(words).min(1).readonly(), measure: words }).readonly()).readonly(),
    targets: z.array(z.strictObject({ rule: z.enum(['gap', 'score', 'reduce', 'raise']), metrics: z.array(words).min(1).readonly() }).readonly()).readonly(),
  })
  .readonly();

const regions = z
  .strictObject({
    title: words,
    source: words,
    province: division,
    provinces: z.array(z.strictObject({ code: division, name: words }).readonly()).min(1).readonly(),
    cities: z.array(z.strictObject({ code: z.string().regex(/^\d{4}$/), name: words }).readonly()).min(1).readonly(),
  })
  .readonly();

export type Regions = z.infer<typeof regions>;
export type ProblemKinds = z.infer<typeof problemKinds>;
export type Industries = z.infer<typeof industries>;
export type EnterpriseSizeTable = z.infer<typeof enterpriseSize>;
export type UsccRule = z.infer<typeof uscc>;
export type QualityTools = z.infer<typeof qualityTools>;

export function readIndustries(file: string, json: unknown): Industries {
  return readTemplate(file, industries, json);
}

export function readEnterpriseSize(file: string, json: unknown): EnterpriseSizeTable {
  return readTemplate(file, enterpriseSize, json);
}

export function readUsccRule(file: string, json: unknown): UsccRule {
  return readTemplate(file, uscc, json);
}

export function readQualityTools(file: string, json: unknown): QualityTools {
  return readTemplate(file, qualityTools, json);
}

export function readProblemKinds(file: string, json: unknown): ProblemKinds {
  return readTemplate(file, problemKinds, json);
}

export function readRegions(file: string, json: unknown): Regions {
  return readTemplate(file, regions, json);
}
