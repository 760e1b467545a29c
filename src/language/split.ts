const SENTENCE = /[^。！？!?；;\n]+[。！？!?；;\n]*/g;
const ASKS =
  /[?？]|吗|么|呢|嘛|不$|没$|多少|几|怎么|怎样|咋|啥|什么|哪|谁|如何|为何|多久|多长|何时|是否|能不能|可不可以|要不要|用不用|需不需要|是不是|行不行|对不对|有没有|会不会|算不算/;
const AND_ALSO = /(?:另外|还有|顺便|再问|还想问|第二个问题|以及想问|同时问)/;

/** The sentences of a text that ask something, in order; a text without any is one question. */
export function questionsIn(text: string): string[] {
  const sentences = (text.match(SENTENCE) ?? []).flatMap((s) => s.split(AND_ALSO)).map((s) => s.trim());
  const asking = sentences.filter((s) => s.length >= 3 && ASKS.test(s.replace(/[。！!；;]+$/, '')));
  return asking.length > 0 ? asking : [text.trim()];
}
