import * as z from 'zod';
import { isSide, MOST_CHOICE_UNITS } from '../../script/choices.ts';
import { empty, reportId } from './shapes.ts';

const side = z.string().min(1).max(MOST_CHOICE_UNITS).refine(isSide);

/** How the user wants a phrase of Simplified texts written; see core/script/choices.ts. */
export const scriptOverrideSchema = z.object({
  id: z.string(),
  phrase: z.string(),
  replacement: z.string(),
  /** null = in all reports. */
  reportId: z.string().nullable(),
  revision: z.number().int().positive(),
});
export type ScriptOverride = Readonly<z.infer<typeof scriptOverrideSchema>>;

export const scriptRulesSchema = z.object({
  /** Whether our list for official prose is used. */
  officialProse: z.boolean(),
  /** Of all reports out of the trash. */
  overrides: z.array(scriptOverrideSchema),
});
export type ScriptRules = Readonly<z.infer<typeof scriptRulesSchema>>;

/** What stands before OpenCC's dictionaries. Each change answers what stands then. */
export const scriptCalls = {
  scriptRules: { request: empty, response: scriptRulesSchema },
  /** Says how a phrase is written, in one report or (null) in all; an earlier choice about it there is replaced. */
  chooseScript: {
    request: z.object({ phrase: side, replacement: side, reportId: reportId.nullable() }),
    response: scriptRulesSchema,
  },
  removeScriptChoices: {
    request: z.object({ ids: z.array(z.string().min(1).max(200)).min(1).max(100_000) }),
    response: scriptRulesSchema,
  },
  useOfficialProse: { request: z.object({ on: z.boolean() }), response: scriptRulesSchema },
} as const;
