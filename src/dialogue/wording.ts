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
  nationwide: '全国',
  voice: {
    none: '我还听不了语音，抱歉。请把想问的事打成字发给我，短一点没关系。',
    tooLong: (seconds: number) => `这段语音太长了，我一次最多听${seconds}秒。请只说要问的那一句，或者打字。`,
    failed: '这段语音没有听成，抱歉。请再说一次，或者打字发给我。',
    silence: '没有听到说话的声音。请离话筒近一点再说一次，或者打字发给我。',
    heard: (words: string, note: string) => `我听到的是：\n「${words}」\n听对了吗？${note}`,
    yes: '听对了，就问这个',
    no: '没听对',
    again: '好的，请再说一次，或者打字发给我。',
    over: '这几个按钮过时了：您后来又说了别的。想问什么，请再说一次或者打字。',
  },
  commands: {
    hello:
      '您好，我是异地就医助手。跨省看病要不要备案、怎么办、能报多少，直接打字问我，或者点下面一步一步办。我不是医保部门，办理和结算以参保地医保为准。',
    unknownLink: '这个链接指的内容现在没有了。',
    unknown: '没有这个命令。',
    help: '直接打字问就行，例如「异地住院要不要备案」「呼和浩特职工转诊，花了3万能报多少」。也可以用这些命令：',
    askWhat: '请把问题写在后面，例如：/ask 异地住院要不要备案',
    list: [
      { command: 'start', description: '从头开始' },
      { command: 'ask', description: '问一个问题（后面写问题）' },
      { command: 'estimate', description: '算一算能报多少' },
      { command: 'checklist', description: '要带的材料清单' },
      { command: 'continue', description: '接着办没办完的' },
      { command: 'cancel', description: '先不办了' },
      { command: 'human', description: '转人工' },
      { command: 'settings', description: '参保地、简短回答' },
      { command: 'forget', description: '删掉我留下的记录' },
      { command: 'help', description: '能问什么' },
    ],
    noChecklist: '要带什么看您的情形。点下面选要办的事，问清楚后给您一张清单。',
    region: (name: string) => `参保地（本人）：${name}。换了的话，直接说“我在某某市参保”。`,
    noRegion: '参保地（本人）：还不知道。直接说“我在某某市参保”就记下了。',
    shortOn: '简短回答：开。只说结果，依据收在「看依据」里。',
    shortOff: '简短回答：关。每次都列出依据。',
    largeText: '大字：只有网页能调；聊天软件里请在它自己的设置里调字体。',
    makeShort: '改成简短回答',
    makeLong: '改成完整回答',
    dropRegion: '不要记我的参保地',
    set: '改好了。',
    forgetAsk: '要删掉您在这里留下的全部记录吗（说过的参保地、办到一半的事、算过的账）？删了找不回来。',
    forgetYes: '全部删掉',
    forgetNo: '不删',
    stayed: '好的，没有删。',
    why: '看依据',
    whyGone: '那条回答的依据已经收起来了，请把问题再问一遍。',
    basis: '上一条回答的依据：',
    picture: '看图',
    pictureOf: (title: string, total?: string) =>
      total === undefined ? `${title}：这笔钱谁来付` : `${title}：总费用${total}元，谁来付`,
    inPrivate: (title: string) => `「${title}」要问到个人情况，不在群里问。请点下面的按钮，到私聊里一步一步办。`,
  },
  guided: {
    head: (title: string, at: number, person: string) => `【${title}${person === '' ? '' : ` · ${person}`}】第${at}步`,
    people: { father: '父亲', mother: '母亲', spouse: '爱人', child: '孩子', other: '亲友' } as Readonly<
      Record<string, string>
    >,
    back: '上一步',
    cancel: '先不办了',
    change: '改一个答案',
    restart: '重新来',
    keep: '不改',
    resume: '接着办',
    goOn: '刚才的问题还等您回答：',
    cancelled: (title: string) => `好的，「${title}」先停下，您答过的都留着。想接着办，说“继续”就行。`,
    nothingOpen: '现在没有办到一半的事。您可以说“我要备案”，或者直接问。',
    nothingBefore: '已经是第一步了。',
    restarted: '好的，从头开始，前面的答案已经清空。',
    backTo: '好的，退回上一步。',
    whichChange: '要改哪一个？请点一下。',
    notThis: '这句话我没当成这一步的答案。请点下面的按钮，或者照着问的说；不知道就说“不知道”，想停就说“先不办了”。',
    mustChoose: '这一步要选一个才能往下走。',
    mustTell: '这一步要有个答案才能往下走，说个大概的也行。',
    notThisAgain: (line: string) =>
      `还是没看懂，抱歉。可以点按钮选一个，也可以拨打参保地医保热线（参保地区号＋${line}）问人。`,
    outside: (min: string, max: string | undefined) =>
      max === undefined ? `这个数不能小于${min}，请核对一下。` : `这个数要在${min}到${max}之间，请核对一下。`,
    noted: (said: string) => `记下了：${said}。`,
    conflict: (pairs: readonly { label: string; before: string; now: string }[]) =>
      `您前面说${pairs.map(({ label, before, now }) => `${label}是「${before}」，现在说「${now}」`).join('；')}。要改吗？`,
    yesChange: (now: string) => `改成${now}`,
    unchanged: '好的，不改。',
    newerFlow: '流程更新过，能用的答案都留着，从这里接着来。',
    otherPerson: '换了人，前面的问题要照这个人的情况重新答一遍。',
    goBackTo: (title: string) => `接着办：${title}`,
    otherTask: (title: string) => `这个按钮是「${title}」里的，现在办的不是它，没有改动任何答案。`,
    otherStep: '这个按钮是前面一步的，现在已经不在那一步，没有改动任何答案。',
    oldButton: '这一步已经答过了。要改的话，请点「改一个答案」，或者直接告诉我新的答案。',
    checklist: '带好这些（办一样勾一样）：',
    deadlines: '记住这些日子：',
    box: (text: string) => `☐ ${text}`,
    deadline: (title: string, day: string) =>
      `· ${day.replace(/^(\d{4})-0?(\d{1,2})-0?(\d{1,2})$/, '$1年$2月$3日')}前：${title}`,
    provinceAlone: '参保地要说到市，例如「成都」。',
    startHere: (title: string) => `一步一步带我办：${title}`,
  },
  estimate: {
    result: (fund: string, self: string) => `医保能报${fund}元，自己负担${self}元。`,
    withAccount: (account: string, cash: string) => `其中个人账户付${account}元，自己付现金${cash}元。`,
    nothingPaid: '按规定这种情况医保不支付。',
    reduced: (home: string, change: string, applied: string) => `支付比例：${home}${change}，按${applied}算。`,
    points: (points: string) => `降${points}个百分点`,
    factor: (factor: string) => `乘${factor}`,
    notReduced: (applied: string) => `支付比例：${applied}，和本地一样，不降。`,
    tookHome: (ratio: string) => `您说的${ratio}我当作本地比例；要是降完以后的，请说“降后${ratio}”。`,
    tookActual: (ratio: string) => `您说的${ratio}我当作降完以后的比例，没有再降。`,
    ratioIs: (applied: string, how: string) => `按${applied}报${how}。`,
    ratioHow: (home: string, less: string) => `（${home} − ${less}）`,
    assumed: '算的时候这样认定：',
    backwards: (low: string, high: string | undefined) =>
      high === undefined
        ? `反推：政策范围内的费用是${low}元（自费不在内）。`
        : `反推：政策范围内的费用在${low}元到${high}元之间（自费不在内）。`,
    noDeductible: '没说起付线，按没有起付线反推。',
    remarks: '注意：',
    caveat: '这是估算，最后以参保地医保部门的结算为准。',
    given: '您提供',
    range: (low: string, high: string) => (low === '0' ? `最多报${high}元（至少0元）。` : `能报${low}元到${high}元。`),
    rangeWhy: (unknown: string) => `因为不知道${unknown}，只能给一个区间，给不了准数。`,
    perDeductible: (less: string) => `起付线每高100元，少报${less}元。`,
    stopped: (what: string, line: string) =>
      `还缺${what}，我的资料里没有，算不出准数，也不能替您猜。请问参保地医保（参保地区号＋${line}），问到了告诉我，接着算。`,
    known: (base: string, each: string) =>
      `现在能确定的：起付线以上、政策范围内有${base}元；支付比例每高1个百分点，多报${each}元。`,
    atMost: (high: string) =>
      `按在参保地本地看病算，最多能报${high}元；异地怎么降没有资料，给不了准数。请问参保地医保后告诉我降几个百分点，接着算。`,
    silent: (place: string, way: string) =>
      `「${way}」怎么报，${place}没有规定，或我的资料里没有收录（未规定），不能拿别处、别的情形套用。`,
    compare: '比一比各种备案情形',
    compareTitle: (total?: string) =>
      total === undefined ? '同一笔费用，不同情形：' : `同一笔费用（总费用${total}元），不同情形：`,
    row: (label: string, fund: string, self: string, difference: string) =>
      `· ${label}：报${fund}元，自付${self}元${difference}`,
    undefinedRow: (label: string) => `· ${label}：未规定（资料里没有写）`,
    unknownRow: (label: string, what: string) => `· ${label}：算不出（缺${what}）`,
    more: (amount: string) => `（多报${amount}元）`,
    less: (amount: string) => `（少报${amount}元）`,
    same: '（一样）',
    asked: '（现在这种）',
    ways: {
      resettled: '异地安置退休，已备案',
      long_term: '异地长期居住，已备案',
      posted: '常驻异地工作，已备案',
      referral: '转诊，已备案',
      emergency: '急诊抢救',
      other_temporary: '没转诊自己去（其他临时外出），已备案',
      not_filed: '没有备案',
      at_home: '在参保地本地看',
    } as Readonly<Record<string, string>>,
    trouble: {
      negative: '金额不能是负数。',
      over_hundred: '比例不能超过100%。',
      too_large: '这个金额大得不像一张医院的账单，请核对。',
      no_such_day: '没有这一天，请核对日期。',
      contradiction: '您说的总费用前后不一样，请再说一遍总费用是多少。',
    } as Readonly<Record<string, string>>,
  },
} as const;

/** What the terminal frames replies with. */
export const terminalWording = {
  scope: (region: string, on: string, checked: string) => `适用：${region}　按${on}的规定　资料核对至${checked}`,
  sources: '依据：',
  nation: '全国',
  save: (names: string) => `  [s] 存成文件（${names}）`,
  saved: (names: string) => `已存到当前文件夹：${names}`,
  greeting: '异地就医助手：问我跨省看病的备案、报销。输入数字可按按钮，按 Ctrl+D 结束。',
  prompt: '您：',
} as const;

/** What the Telegram channel says itself. */
export const telegramWording = {
  unread: {
    picture:
      '我看不了图片和视频。请把想问的事打成字发给我；单子上的金额，照着打数字就行。里面有姓名、证件号的，建议您把图片撤回。',
    file: '我打不开文件。请把想问的那一句打成字发给我。',
    sticker: '收到您的表情了。想问什么，打字告诉我就行。',
    other: '这个我看不了。请把想问的事打成字发给我。',
    edited: '我看不到改过的消息。请把改好的话重新发一遍。',
  },
  slow: wording.slow,
  failed: wording.broken,
  nation: wording.nationwide,
  scope: '适用：{region} · {on}',
  checked: '资料核对至{checked}',
  sources: '依据：',
  privately: '到私聊里办',
} as const;

const IN_GROUPS: readonly string[] = ['help', 'ask'];

/** What stands in the picture of a settlement. */
export const pictureWording = { total: '合计', unit: '元' } as const;

/** How the Telegram bot presents itself. */
export const telegramMenu = {
  private: wording.commands.list,
  group: wording.commands.list.filter(({ command }) => IN_GROUPS.includes(command)),
  description:
    '异地就医助手：跨省看病要不要备案、怎么办、能报多少、没备案怎么办。每条回答都有文件依据；不用姓名、证件号，也请不要发。点“开始”就能问。',
  about: '跨省看病的备案和报销：问得到依据，算得出能报多少。不是医保部门。',
  app: '打开网页版',
} as const;

/** What `check` and `gaps` print for staff. */
export const staffWording = {
  started: (address: string) => `异地就医助手 ${address}`,
  clean: (entries: number, facts: number, sources: number) =>
    `内容没有错误：问答 ${entries} 条，事实 ${facts} 条，来源 ${sources} 份。`,
  problems: (count: number) => `内容有 ${count} 处错误，改好前不能上线。`,
  assumed: '算的时候这样认定：',
  badCell: (slot: string, value: string) => `「${slot}」这一项看不懂「${value}」，请核对。`,
  emptyTable: '表里没有一行数据。第一行写列名（参保地、异地就医的情形、总费用……），下面每行一笔。',
  unknownColumn: (name: string) => `列「${name}」不认识，照原样留着，没有参与计算。`,
  why: '没算出来的原因',
  drawn: (title: string, paths: number) => `${title}：${paths} 条路径`,
  noGaps: '还没有答不上来的问题。',
  noSuchFact: (id: string) => `没有编号为 ${id} 的事实，也没有这个代码的地区文件。编号写在 knowledge/facts/ 里。`,
  usage: {
    start: '网页；设了 TELEGRAM_BOT_TOKEN 时也运行机器人',
    ask: '问一句："备案要带什么"；--json 给程序读',
    chat: '聊天；--jsonl 一行一个 JSON',
    estimate:
      '算一笔：--insured-region 呼和浩特 --kind 转诊 --total 4.8万 ……；--batch in.csv --out out.csv 算一批；--json 给程序读',
    graph: '画出各个流程（写到 docs/flows）',
    check: '检查内容；后面写事实编号或地区代码，列出它牵动的回答',
    gaps: '没答上来的问题',
    compile: '把内容检查后写成一个文件（npm run build 会做）',
    schema: '内容文件的 JSON Schema，给编辑器用',
  } as Readonly<Record<string, string>>,
  usageTitle: '用法：yidi 命令 [参数]，或 npm run 命令 -- [参数]。设置见 .env.example。',
  options: (names: readonly string[]) => `参数：${names.join(' ')}`,
} as const;
