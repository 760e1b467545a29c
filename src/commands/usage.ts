import type { ParseArgsConfig } from 'node:util';
import { staffWording } from '../dialogue/wording.js';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What asks for help instead of being done. */
export const HELP: ReadonlySet<string> = new Set(['help', '--help', '-h']);

/** How all commands are used, a line each. */
export const usage = (): string => {
  const lines = Object.entries(staffWording.usage).map(([command, what]) => `  ${command.padEnd(10)}${what}`);
  return [staffWording.usageTitle, ...lines, ''].join('\n');
};

/** How one command is used. */
export function usageOf(command: string, options: Options): string {
  const names = Object.entries(options).map(([name, { type }]) => (type === 'string' ? `--${name} …` : `--${name}`));
  return `${command}：${staffWording.usage[command] ?? ''}\n${staffWording.options(names)}\n`;
}
