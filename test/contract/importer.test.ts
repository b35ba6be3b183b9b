import { exporters } from '@momentous/server/exports/exporters'
import { importers } from '@momentous/server/imports/importers'
import { comparable } from '@momentous/shared/exports/cell-stamp'
import { exporterFor } from '@momentous/shared/exports/exporters'
import { sheetOf } from '@momentous/shared/exports/sheet'
import { formTable } from '@momentous/shared/imports/form-table'
import type { Importer } from '@momentous/shared/imports/importer'
import { importerFor } from '@momentous/shared/imports/importers'
import { Unreadable } from '@momentous/shared/imports/unreadable'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportInput, momentId, sampleAssessment, sampleBoard, sampleMoment } from '../support/board-sample.ts'
import { hostileTexts } from '../support/hostile-text.ts'

const words = hostileTexts.filter((text) => comparable(text) !== '')
const input = exportInput(
  sampleBoard({
    moments: words.map((text, n) => sampleMoment(n, { text })),
    assessments: words.map((text, n) => sampleAssessment(n, { description: text, issue: text })),
  }),
)

/** Ours in this format: each that comes back goes out as well. */
async function ownFile({ extensions }: Importer): Promise<Uint8Array> {
  const exporter = exporterFor(exporters, 'form', extensions[0] ?? '')
  const written = (await exporter?.write(input)) ?? ''
  return typeof written === 'string' ? new TextEncoder().encode(written) : written
}

/** Whatever it is, it is read, or refused with a whole sentence. */
function readOrRefused({ read }: Importer, bytes: Uint8Array): void {
  try {
    formTable(read(bytes))
  } catch (error) {
    expect(error).toBeInstanceOf(Unreadable)
    expect((error as Unreadable).message).toMatch(/^[A-Z].*\.$/su)
  }
}

describe.each(Object.entries<Importer>(importers))('the importer %s', (id, importer) => {
  it('is registered under its own name, and found by ending and by media type', () => {
    expect(importer.id).toBe(id)
    for (const extension of importer.extensions)
      expect(importerFor(importers, { name: `A.b.${extension.toUpperCase()}`, mediaType: '' })).toBe(importer)
    for (const mediaType of importer.mediaTypes)
      expect(importerFor(importers, { name: '', mediaType: `${mediaType}; charset=utf-8` })).toBe(importer)
  })

  it('reads what was written here, whatever was written', async () => {
    const { rows } = formTable(importer.read(await ownFile(importer)))
    const cells = sheetOf(input).rows.map(([moment = '', description = '', issue = '']) => [moment, description, issue])
    const headings = ['MOMENT OF TRUTH', 'DESCRIPTION', 'ISSUE/PROBLEM'] as const
    expect(rows.map((row) => headings.map((heading) => comparable(row.cell(heading) ?? '')))).toEqual(
      cells.map((row) => row.map(comparable)),
    )
    if (id !== 'csv' && id !== 'markdown') expect(rows.map((row) => row.id)).toEqual(words.map((_, n) => momentId(n)))
  })

  it('reads or refuses with a sentence what is no such file, what is a part of one, and what was damaged', async () => {
    const own = await ownFile(importer)
    const damaged = fc.tuple(fc.nat(own.length), fc.uint8Array({ maxLength: 8 })).map(([at, bytes]) => {
      const copy = own.slice()
      copy.set(bytes.subarray(0, own.length - at), at)
      return copy
    })
    const part = fc.nat(own.length).map((length) => own.slice(0, length))
    const anything = fc.uint8Array({ maxLength: 200 })
    fc.assert(
      fc.property(fc.oneof(damaged, part, anything), (bytes) => readOrRefused(importer, bytes)),
      { seed: 29, numRuns: 60 },
    )
  })
})
