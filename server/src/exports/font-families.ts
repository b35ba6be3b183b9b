import hanken from '@fontsource-variable/hanken-grotesk/unicode.json' with { type: 'json' }
import newsreader from '@fontsource-variable/newsreader/unicode.json' with { type: 'json' }
import emoji from '@fontsource-variable/noto-emoji/unicode.json' with { type: 'json' }
import arabic from '@fontsource-variable/noto-sans-arabic/unicode.json' with { type: 'json' }
import hebrew from '@fontsource-variable/noto-sans-hebrew/unicode.json' with { type: 'json' }
import japanese from '@fontsource-variable/noto-sans-jp/unicode.json' with { type: 'json' }
import korean from '@fontsource-variable/noto-sans-kr/unicode.json' with { type: 'json' }
import armenian from '@fontsource-variable/noto-sans-armenian/unicode.json' with { type: 'json' }
import georgian from '@fontsource-variable/noto-sans-georgian/unicode.json' with { type: 'json' }
import tamil from '@fontsource-variable/noto-sans-tamil/unicode.json' with { type: 'json' }
import thai from '@fontsource-variable/noto-sans-thai/unicode.json' with { type: 'json' }
import chinese from '@fontsource-variable/noto-sans-sc/unicode.json' with { type: 'json' }
import noto from '@fontsource-variable/noto-sans/unicode.json' with { type: 'json' }
import symbols from '@fontsource/noto-sans-symbols-2/unicode.json' with { type: 'json' }

/** A family in slices: each is a file, and the code points that it is said to have. */
export interface Family {
  /** As other files name it, an SVG's for instance. */
  readonly name: string
  readonly pack: string
  readonly slices: Readonly<Record<string, string>>
  /** Does one file hold all weights? */
  readonly variable: boolean
}

/** All of them under the SIL Open Font License; a family more is one line here and one place in an order below. */
export const families = {
  hanken: family('Hanken Grotesk', '@fontsource-variable/hanken-grotesk', hanken),
  newsreader: family('Newsreader', '@fontsource-variable/newsreader', newsreader),
  /** Greek, Cyrillic, Devanagari, and the Latin that the product's own two lack. */
  noto: family('Noto Sans', '@fontsource-variable/noto-sans', noto),
  hebrew: family('Noto Sans Hebrew', '@fontsource-variable/noto-sans-hebrew', hebrew),
  arabic: family('Noto Sans Arabic', '@fontsource-variable/noto-sans-arabic', arabic),
  chinese: family('Noto Sans SC', '@fontsource-variable/noto-sans-sc', chinese),
  japanese: family('Noto Sans JP', '@fontsource-variable/noto-sans-jp', japanese),
  korean: family('Noto Sans KR', '@fontsource-variable/noto-sans-kr', korean),
  thai: family('Noto Sans Thai', '@fontsource-variable/noto-sans-thai', thai),
  tamil: family('Noto Sans Tamil', '@fontsource-variable/noto-sans-tamil', tamil),
  georgian: family('Noto Sans Georgian', '@fontsource-variable/noto-sans-georgian', georgian),
  armenian: family('Noto Sans Armenian', '@fontsource-variable/noto-sans-armenian', armenian),
  symbols: family('Noto Sans Symbols 2', '@fontsource/noto-sans-symbols-2', symbols, false),
  emoji: family('Noto Emoji', '@fontsource-variable/noto-emoji', emoji),
} as const satisfies Record<string, Family>
export type FamilyId = keyof typeof families

function family(name: string, pack: string, slices: Readonly<Record<string, string>>, variable = true): Family {
  return { name, pack, slices, variable }
}

/** The faces that words are set in. */
export const faces = {
  plain: { first: 'hanken', weight: 400 },
  bold: { first: 'hanken', weight: 650 },
  serif: { first: 'newsreader', weight: 450 },
} as const satisfies Record<string, { readonly first: FamilyId; readonly weight: number }>
export type Face = keyof typeof faces
export const faceOrder = Object.keys(faces) as readonly Face[]

const SCRIPTS = ['noto', 'hebrew', 'arabic'] as const
/** Scripts that share nothing with the others, and that our shaper sets as other programs do. */
const ALONE = ['thai', 'tamil', 'georgian', 'armenian'] as const
const SIGNS = ['symbols', 'emoji'] as const

/** Chinese, Japanese and Korean share characters and draw them differently: what else the words hold says whose they are. */
function eastAsian(text: string): readonly FamilyId[] {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return ['japanese', 'chinese', 'korean']
  if (/\p{Script=Hangul}/u.test(text)) return ['korean', 'chinese', 'japanese']
  return ['chinese', 'japanese', 'korean']
}

/** Where to look for the signs of a text, in this order. */
export function orderFor(face: Face, text: string): readonly FamilyId[] {
  return [faces[face].first, ...SCRIPTS, ...eastAsian(text), ...ALONE, ...SIGNS]
}
