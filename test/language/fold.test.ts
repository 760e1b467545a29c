import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, simplify } from '../../src/language/fold.js';

describe('fold', () => {
  it.each([
    ['異地就醫備案怎麼辦理？', '异地就医备案怎么办理?'],
    ['內蒙古自治區呼和浩特市', '内蒙古自治区呼和浩特市'],
    ['綫上辦理，裏面', '线上办理,里面'],
    ['显著、什么、著名、乾隆', '显著、什么、著名、乾隆'],
    ['ＡＢＣ１２３　ＡＰＰ', 'abc123 app'],
    ['  备案\n\t材料  ', '备案 材料'],
    ['备案\r\n材料', '备案 材料'],
    ['备\u200b案\u2060材\u00ad料', '备案材料'],
    ['\u202e备案\u2066', '备案'],
    ['备\u{e0041}\u{e0042}案', '备案'],
    ['备\u0000\u0007案', '备案'],
    ['①⑩㎡', '110m2'],
    ['医保发〔2024〕21号', '医保发〔2024〕21号'],
    ['48000元', '48000元'],
    ['', ''],
    [' \u200b ', ''],
  ])('%j -> %j', (typed, folded) => {
    expect(fold(typed)).toBe(folded);
  });

  it('drops lone surrogates and keeps whole characters outside the BMP', () => {
    expect(fold('备\ud800案\udc00')).toBe('备案');
    expect(fold('\ud83d\ud83d\ude00𠮷')).toBe('😀𠮷');
  });

  it('is idempotent', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: unit() }),
    );
    fc.assert(
      fc.property(anything, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 500 },
    );
  });

  it('is idempotent for each character of the BMP', () => {
    for (let code = 0; code <= 0xffff; code += 1) {
      const once = fold(String.fromCharCode(code));
      if (fold(once) !== once) expect.fail(`U+${code.toString(16)}`);
    }
  });

  it('leaves nothing invisible and no run of white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: unit() }), (text) => {
        expect(fold(text)).not.toMatch(/[\p{Cc}\p{Cs}\u200b-\u200f\u2060\u{e0000}-\u{e007f}]|\s\s|^\s|\s$/u);
      }),
    );
  });

  it.each(['異地就醫', '\ud800', ' \n', '\u200b\u202e', '①', 'ﷺ'])('finishes 100 kB of %j', (piece) => {
    const folded = fold(piece.repeat(100_000 / piece.length));
    expect(fold(folded)).toBe(folded);
  });
});

describe('simplify', () => {
  it('changes only Traditional characters', () => {
    expect(simplify('ＡBC 異地　就醫\n①')).toBe('ＡBC 异地　就医\n①');
  });
});

function unit(): fc.Arbitrary<string> {
  return fc.constantFrom(
    ...'乾隆麼么後后裏裡薴醫 \n\t\u200b\ud800\udc00\u0301İſΣςẞAaé①½ﬁ㈠ﷺ\u3164\u{1f600}\u{e0041}'.split(''),
  );
}
