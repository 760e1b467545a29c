const ASKS =
  /[?？]|吗|什么|怎么|多少|哪|为啥|为什么|咋|啥|几[个种天号点]|多久|多长|何时|如何|能不能|能否|要不要|有没有|会不会|用不用|可不可以|是不是|行不行/;

/** True if a message asks something, rather than telling it. */
export const asks = (text: string): boolean => ASKS.test(text);
