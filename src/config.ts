import { z } from 'zod';

const text = z.string().trim().min(1).optional();

/** What the environment says, checked; every name is explained in `.env.example`. */
export const configSchema = z.object({
  DATABASE_URL: text,
  SECRET: z.string().min(16, { error: 'SECRET must have at least 16 characters' }).optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number({ error: 'PORT must be a number' }).int().min(0).max(65535).default(8080),
  TELEGRAM_BOT_TOKEN: text,
  TELEGRAM_API_ROOT: z.url({ protocol: /^https?$/, error: 'TELEGRAM_API_ROOT must be a web address' }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TURNS_PER_MINUTE: z.coerce.number().int().min(1).default(30),
});

export type Config = Readonly<z.infer<typeof configSchema>>;

/**
 * Reads the configuration; empty values count as absent.
 * @throws Error naming each variable that is wrong and why
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = configSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The configuration is wrong; see .env.example.\n${lines.join('\n')}`);
}
