import type { Settlement } from '../calculator/settlement.js';
import { ASSUMED, LABELS, missingText } from '../calculator/wording.js';
import { columns } from '../channels/terminal/columns.js';
import { staffWording } from '../dialogue/wording.js';

const pad = (text: string, to: number): string => text + ' '.repeat(Math.max(0, to - columns(text)));

/** A settlement as lines for a terminal: name, amount, how it came about; then the sums, what was assumed, what is missing. */
export function settlementText({ lines, total, fund, self, assumed, missing }: Settlement): string {
  const rows = lines.map((line) => [LABELS[line.id], line.value.toFixed(2), line.working()] as const);
  const named = Math.max(0, ...rows.map(([label]) => columns(label)));
  const amount = Math.max(0, ...rows.map(([, value]) => value.length));
  return [
    ...rows.map(([label, value, working]) => `${pad(label, named)}  ${value.padStart(amount)}  ${working}`),
    ...(total && fund && self
      ? [
          '',
          `${LABELS.total} ${total.toFixed(2)}　${LABELS.fund} ${fund.toFixed(2)}　${LABELS.self} ${self.toFixed(2)}`,
        ]
      : []),
    ...(assumed.length > 0
      ? ['', staffWording.assumed, ...assumed.map(({ code, detail }) => `· ${ASSUMED[code](detail ?? '')}`)]
      : []),
    ...(missing.length > 0 ? ['', ...missing.map((item) => `! ${missingText(item)}`)] : []),
  ].join('\n');
}
