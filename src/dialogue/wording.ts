import type { Citation } from '../policy/source.js';

/** Everything the assistant says that is not curated content. Figures and numbers to dial come in as arguments. */
export const wording = {
  human: { label: '转人工' },
  wrong: {
    label: '这条不对',
    thanks: '谢谢指出，这条已经记下来，会有人核对。急着办事，请以参保地医保部门的答复为准。',
  },
  localMissing: (place: string, what: string, line: string) =>
    `${place}的${what}，我的资料里没有收录，请问参保地医保（${line}）。`,
  provinceMissing: (place: string, what: string, line: string) =>
    `${place}各地的${what}由参保的那个市定，我的资料里没有收录，请问参保地医保（${line}）。`,
  startsLater: (from: string, asked: string) => `${asked}的规定我没有收录；下面是${from}起的规定，只供参考。`,
  ended: (until: string) => `下面的规定只收录到${until}，之后的请向参保地医保核实。`,
  notThatFigure: (figure: string) => `不是${figure}。`,
  denied: '不是这样。',
  basis: (sources: readonly Citation[]) =>
    `出处：${[...new Set(sources.map(({ source }) => source))]
      .map((source) => {
        const places = sources.flatMap((citation) => (citation.source === source ? [citation.place] : []));
        return `《${source.title}》${source.number ? `（${source.number}）` : ''}${places.join('、')}`;
      })
      .join('；')}。`,
  assumed: (what: string) => `（按您前面说的：${what}）`,
  insuredIn: (place: string) => `${place}参保`,
  careIn: (place: string) => `去${place}看病`,
  clarify: '您问的是哪一个？请点一下，或者换个说法：',
  either: (title: string, answer: string) => `· ${title}：${answer}`,
  nothing: (line: string) =>
    `这个问题我的资料里没有，不能乱答。请问参保地医保经办机构（${line}），您也可以换个说法，告诉我参保地在哪、想问备案还是报销？`,
  unclear: '我没听明白。您可以问：要不要备案、怎么备案、要带什么、能报多少、没备案怎么办？',
  unclearAgain: (line: string) => `还是没能帮上您，抱歉。可以直接问人：拨打参保地医保热线（参保地区号＋${line}）。`,
  empty: '您好像没有输入文字。可以问我：异地就医要不要备案、怎么备案、能报多少？',
  tooLong: (limit: number) => `这段话太长了，我一次最多看${limit}个字。请把要问的那一句发给我。`,
  masked: '您发的个人号码我已经遮住，没有保存；我也不需要它。请直接说想问的事。',
  renewed: '（助手更新过，您之前说的参保地等还在，前面的问题请重新问。）',
  maskedNote: '（您发的个人号码已遮住，没有保存。）',
  tooFast: '您问得有点快，请过一分钟再发。',
  stalePress: '这个按钮已经不能用了（可能是别的对话里的，或内容已更新）。请直接打字问我。',
  broken: '对不起，刚才出了点问题，这句话没有处理成。请再发一次。',
  forgot: '已经删掉您留下的对话记录。',
  also: (n: number) => `${['一', '二', '三', '四'][n] ?? ''}、`,
  slow: '这次处理得有点久，请再发一次。',
  unsupported: '我现在只能看文字。请把想问的事打字发给我。',
  nationwide: '全国',
} as const;

/** What the terminal frames replies with. */
export const terminalWording = {
  scope: (region: string, on: string, checked: string) => `适用：${region}　按${on}的规定　资料核对至${checked}`,
  sources: '依据：',
  nation: '全国',
  greeting: '异地就医助手：问我跨省看病的备案、报销。输入数字可按按钮，按 Ctrl+D 结束。',
  prompt: '您：',
} as const;

/** What the Telegram channel says itself. */
export const telegramWording = {
  unsupported: wording.unsupported,
  slow: wording.slow,
  failed: wording.broken,
  nation: wording.nationwide,
  scope: '适用：{region} · {on}',
  checked: '资料核对至{checked}',
  sources: '依据：',
  commands: [
    { command: 'start', description: '开始' },
    { command: 'help', description: '能问什么' },
  ],
} as const;

/** What `check` and `gaps` print for staff. */
export const staffWording = {
  started: (address: string) => `异地就医助手 ${address}`,
  clean: (entries: number, facts: number, sources: number) =>
    `内容没有错误：问答 ${entries} 条，事实 ${facts} 条，来源 ${sources} 份。`,
  problems: (count: number) => `内容有 ${count} 处错误，改好前不能上线。`,
  noGaps: '还没有答不上来的问题。',
} as const;
