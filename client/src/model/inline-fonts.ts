import { toBase64 } from 'lib0/buffer'
import { isInRange, type InlineFont } from '@momentous/shared/exports/inline-font'

const OWN = /Hanken Grotesk/u

/** The parts of the application's own font that a text needs, out of its style sheet; without those that can't be had now. */
export async function inlineFonts(text: string): Promise<readonly InlineFont[]> {
  const needed = [...document.styleSheets].flatMap((sheet) =>
    facesOf(sheet).flatMap(({ style }) => {
      const range = style.getPropertyValue('unicode-range')
      const [, address] = /url\("?([^")]+)"?\)/u.exec(style.getPropertyValue('src')) ?? []
      const isOwn = OWN.test(style.getPropertyValue('font-family')) && style.getPropertyValue('font-style') !== 'italic'
      if (!isOwn || address === undefined || !isInRange(range, text)) return []
      return [{ range, address: new URL(address, sheet.href ?? document.baseURI) }]
    }),
  )
  const fonts = await Promise.all(
    needed.map(async ({ range, address }) => ({ range, base64: await base64Of(address) })),
  )
  return fonts.flatMap(({ range, base64 }) => (base64 === null ? [] : [{ range, base64 }]))
}

/** None of a sheet that belongs to somebody else, an extension of the browser for instance. */
function facesOf(sheet: CSSStyleSheet): readonly CSSFontFaceRule[] {
  try {
    return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule)
  } catch {
    return []
  }
}

async function base64Of(address: URL): Promise<string | null> {
  const response = await fetch(address).catch(() => null)
  return response?.ok === true ? toBase64(new Uint8Array(await response.arrayBuffer())) : null
}
