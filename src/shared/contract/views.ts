import { z } from 'zod';
import { comparisonFilterSchema } from './audits';
import { billLineFilterSchema } from './bills';
import { gridLayoutSchema } from './grid-layout';

const sortField = z.object({ by: z.string(), descending: z.boolean() });

/** What a grid shows, under a name: which rows, in which order, with which columns. */
export const savedViewSchema = z.discriminatedUnion('grid', [
  z.object({
    grid: z.literal('differences'),
    filter: comparisonFilterSchema,
    sort: sortField,
    group: z.string().nullable(),
    layout: gridLayoutSchema.nullable(),
  }),
  z.object({
    grid: z.literal('bills'),
    filter: billLineFilterSchema,
    sort: sortField,
    layout: gridLayoutSchema.nullable(),
  }),
]);
export type SavedView = z.infer<typeof savedViewSchema>;

const gridField = z.enum(['differences', 'bills']);
const nameField = z.string().trim().min(1).max(80);

/** Kept in the workspace, so that a colleague who opens it has them too. */
export const viewMethods = {
  /** In the order of their names. */
  'views.list': {
    input: z.object({ grid: gridField }),
    output: z.array(z.object({ name: nameField, view: savedViewSchema })),
  },
  /** A view of the same name is replaced. */
  'views.save': {
    input: z.object({ name: nameField, view: savedViewSchema }),
    output: z.object({}),
  },
  'views.remove': { input: z.object({ grid: gridField, name: nameField }), output: z.object({}) },
} as const;
