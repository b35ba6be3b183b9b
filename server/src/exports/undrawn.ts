import type { ExportInput } from '@momentous/shared/exports/exporter'
import { plainText } from '@momentous/shared/exports/plain-text'
import { sheetOf } from '@momentous/shared/exports/sheet'
import { families, type FamilyId } from './font-families.ts'
import { slicesByCodePoint } from './font-slices.ts'

const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}\p{Cc}]/u
/** So many are named: they say which script it is. */
const NAMED = 12

/** Tells which signs of a form no font here has. It reads no font: each says what it holds. */
export function openUndrawn(): (input: ExportInput) => readonly string[] {
  const slicesOf = slicesByCodePoint()
  const ids = Object.keys(families) as readonly FamilyId[]
  const isDrawn = (sign: string) => {
    const code = sign.codePointAt(0) ?? 0
    return UNSEEN.test(sign) || ids.some((id) => slicesOf(id).has(code))
  }
  return (input) => {
    const { form, board } = input
    const texts = [form.title, form.why, board.session.firm, ...sheetOf(input).rows.flat()]
    const signs = new Set(texts.flatMap((text) => Array.from(plainText(text))))
    return Array.from(signs)
      .filter((sign) => !isDrawn(sign))
      .slice(0, NAMED)
  }
}
