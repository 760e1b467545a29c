import { z } from 'zod';

const text = z.string().trim().min(1).optional();

const address = (name: string, protocol: RegExp, what: string) =>
  z.url({ protocol, error: `${name} must be ${what}` }).optional();

/** What the environment says, checked; every name is explained in `.env.example`. */
export const configSchema = z
  .object({
    DATABASE_URL: text,
    SECRET: z.string().min(16, { error: 'SECRET must have at least 16 characters' }).optional(),
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number({ error: 'PORT must be a number' }).int().min(0).max(65535).default(8080),
    TELEGRAM_BOT_TOKEN: text,
    TELEGRAM_API_ROOT: address('TELEGRAM_API_ROOT', /^https?$/, 'a web address'),
    TELEGRAM_WEBHOOK_URL: address('TELEGRAM_WEBHOOK_URL', /^https?$/, 'a web address'),
    TELEGRAM_WEBHOOK_SECRET: z
      .string()
      .regex(/^[\w-]{16,256}$/, { error: 'TELEGRAM_WEBHOOK_SECRET must be 16 to 256 of A-Z a-z 0-9 _ -' })
      .optional(),
    WEB_APP_URL: address('WEB_APP_URL', /^https$/, 'an address that begins with https://'),
    OPENAI_API_KEY: text,
    OPENAI_BASE_URL: address('OPENAI_BASE_URL', /^https?$/, 'a web address'),
    TRANSCRIBE_MODEL: text,
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    TURNS_PER_MINUTE: z.coerce.number().int().min(1).default(30),
  })
  .refine((given) => given.TELEGRAM_WEBHOOK_URL === undefined || given.TELEGRAM_WEBHOOK_SECRET !== undefined, {
    path: ['TELEGRAM_WEBHOOK_SECRET'],
    error: 'TELEGRAM_WEBHOOK_URL needs TELEGRAM_WEBHOOK_SECRET: without it anybody could send updates',
  })
  .refine((given) => given.TRANSCRIBE_MODEL === undefined || given.OPENAI_API_KEY !== undefined, {
    path: ['OPENAI_API_KEY'],
    error: 'TRANSCRIBE_MODEL needs OPENAI_API_KEY: a service of your own may take any',
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
