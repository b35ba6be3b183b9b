import fc from 'fast-check'

/** Words that have broken somebody's export before. */
export const hostileTexts = [
  'a, b',
  'say "hello"',
  'first line\nsecond line',
  'carriage\r\nreturn',
  '=1+1',
  '+31 20 123',
  '-bullet',
  '@cmd',
  '\tTabbed',
  '  =HYPERLINK("http://x","y")',
  '＝1',
  "'=already guarded",
  "=cmd|' /C calc'!A0",
  'semi;colon',
  '👩‍👩‍👧 family, 😀',
  'שלום, עולם',
  'مرحبا | بالعالم',
  'a | b \\| c',
  '<b>&amp; ]]> </w:t>',
  '`code` *bold* _it_ [x](y) # ~~no~~ $a$',
  '1. not a list',
  'null \0 bell \x07 escape \x1b',
  'next\u0085line\u2028and\u2029more\vand\fmore',
  'lone \ud800 high and \udc00 low',
  'not a character \ufffe\uffff',
  '\u202egpj.exe',
  '__proto__',
  'a code of cells _x0041_ _x000D_',
  'x'.repeat(400),
] as const

/** Any UTF-16 at all, broken pairs included, with the characters that mean something somewhere made likely. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n,;"\'|\\<>&*_`# a1é'.split(''), '😀', 'ש'), maxLength: 12 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 }).map((units) => String.fromCharCode(...units)),
)
