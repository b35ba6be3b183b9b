import { isInRange, type InlineFont } from '@momentous/shared/exports/inline-font'
import { readFile } from 'node:fs/promises'
import { families } from './font-families.ts'
import { sliceFile } from './font-slices.ts'

/** The parts of the product's own font that a text needs. Other scripts are the reader's own device's affair. */
export async function pageFonts(text: string): Promise<readonly InlineFont[]> {
  const needed = Object.entries<string>(families.hanken.slices).filter(([, range]) => isInRange(range, text))
  return await Promise.all(
    needed.map(async ([slice, range]) => {
      return { range, base64: (await readFile(sliceFile('hanken', slice))).toString('base64') }
    }),
  )
}
