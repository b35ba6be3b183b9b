import { formJson } from '@momentous/shared/exports/form-json'
import { formSchema } from '@momentous/shared/exports/form-schema'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { arbitraryBoard } from '../support/arbitrary-board.ts'
import { exportInput, sampleBoard, sampleMoment } from '../support/board-sample.ts'
import { hostileText } from '../support/hostile-text.ts'

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(formSchema)
const written = (text: string) => JSON.parse(text) as Record<string, unknown>

it('every form.json is what the published schema says', () => {
  const sheet = fc.constantFrom('form' as const, 'extended' as const)
  fc.assert(
    fc.property(arbitraryBoard(hostileText), sheet, (board, which) => {
      validate(written(formJson.write(exportInput(board, { sheet: which }))))
      expect(validate.errors).toBeNull()
    }),
    { numRuns: 60 },
  )
})

it('the schema refuses what no form is', () => {
  const form = written(formJson.write(exportInput(sampleBoard({ moments: [sampleMoment(1)] }))))
  expect(validate(form)).toBe(true)
  for (const part of [{ version: 2 }, { rows: [{ id: 'x' }] }, { headings: ['ACTION', 'ACTION'] }, { nextSession: '' }])
    expect(validate({ ...form, ...part })).toBe(false)
})
