import { z } from 'zod';
import {
  answerSchema,
  askSchema,
  flowsSchema,
  formAnswerSchema,
  formSchema,
  problemSchema,
  replySchema,
  turnSchema,
} from './contract.js';

type Json = Readonly<Record<string, unknown>>;

const given = (schema: z.ZodType): Json => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
const gives = (schema: z.ZodType): Json => z.toJSONSchema(schema, { unrepresentable: 'any' });

const json = (schema: unknown) => ({ 'application/json': { schema } });

const PROBLEM = { description: 'why not', content: { 'application/problem+json': { schema: gives(problemSchema) } } };

/** One operation: what it takes, what it gives; whatever goes wrong is a problem. */
function operation(summary: string, takes: unknown, reply: unknown, more: Json = {}): Json {
  return {
    summary,
    ...(takes === undefined ? {} : { requestBody: { required: true, content: json(takes) } }),
    responses: { 200: { description: 'done', content: json(reply) }, default: PROBLEM },
    ...more,
  };
}

function estimating(modes: Json): Json {
  const mode = { name: 'mode', in: 'query', schema: { enum: Object.keys(modes), default: 'settle' } };
  const takes = { anyOf: Object.values(modes) };
  return operation('Settles a bill under dated rules', takes, { type: 'object' }, { parameters: [mode] });
}

const INFO = {
  title: 'yidi',
  version: '1',
  description: 'Sourced answers on cross-province medical settlement. No account is needed; texts are Chinese.',
};

/** The HTTP interface as an OpenAPI 3.1 document, from the schemas that requests are read by; `modes`: those of the estimate. */
export const openApi = (modes: Json): Json => ({
  openapi: '3.1.0',
  info: INFO,
  paths: {
    '/api/ask': { post: operation('One question, one sourced answer', given(askSchema), gives(answerSchema)) },
    '/api/turn': { post: operation('One turn of a conversation', given(turnSchema), gives(replySchema)) },
    '/api/estimate': { post: estimating(modes) },
    '/api/form': { post: operation('Settles a bill as typed', given(formSchema), gives(formAnswerSchema)) },
    '/api/flows': { get: operation('The guided tasks', undefined, gives(flowsSchema)) },
    '/api/openapi.json': { get: operation('This document', undefined, { type: 'object' }) },
  },
});
