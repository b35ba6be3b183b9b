import { fileName } from '@momentous/shared/exports/file-name'
import { formJson } from '@momentous/shared/exports/form-json'
import { markdown } from '@momentous/shared/exports/markdown'
import { plainText } from '@momentous/shared/exports/plain-text'
import { describe, expect, it } from 'vitest'
import {
  exportInput,
  momentId,
  sampleAssessment,
  sampleBoard,
  sampleMoment,
  sampleSession,
} from '../support/board-sample.ts'

describe('the form as Markdown', () => {
  it('is a heading, the why and a table, with nothing in a note taken for markup', () => {
    const board = sampleBoard({
      session: sampleSession({ title: 'A | B', why: '1. Because\nwe *care*' }),
      moments: [sampleMoment(1, { text: 'a | b \\| <b>' })],
      assessments: [sampleAssessment(1, { description: 'one\ntwo', issue: '# [x](y) `z`' })],
    })
    expect(markdown.write(exportInput(board))).toBe(
      [
        '# A \\| B',
        '',
        '1\\. Because<br>we \\*care\\*',
        '',
        '| MOMENT OF TRUTH | DESCRIPTION | ISSUE/PROBLEM | RANKING | ACTION |',
        '| --- | --- | --- | --- | --- |',
        '| a \\| b \\\\\\| \\<b\\> | one<br>two | \\# \\[x\\](y) \\`z\\` |  |  |',
        '',
      ].join('\n'),
    )
  })
})

it('begins no list, no rule and no heading of Markdown with what begins a text', () => {
  const firstLine = (why: string) =>
    markdown.write(exportInput(sampleBoard({ session: sampleSession({ title: '', why }) }))).split('\n')[0]
  expect(['- one', '+ one', '=== one', '2) one', '# one'].map(firstLine)).toEqual([
    '\\- one',
    '\\+ one',
    '\\=== one',
    '2\\) one',
    '\\# one',
  ])
})

describe('the form as JSON', () => {
  it('has each row by its headings and its id', () => {
    const file: unknown = JSON.parse(formJson.write(exportInput(sampleBoard({ moments: [sampleMoment(1)] }))))
    expect(file).toMatchObject({
      format: 'momentous-form',
      version: 1,
      headings: ['MOMENT OF TRUTH', 'DESCRIPTION', 'ISSUE/PROBLEM', 'RANKING', 'ACTION'],
      rows: [{ id: momentId(1), 'MOMENT OF TRUTH': 'Moment 1', ACTION: '' }],
    })
  })
})

describe('plain text', () => {
  it('makes every line break a line feed and drops what no file can hold', () => {
    expect(plainText('a\r\nb\rc\u2028d\ve\0\x1b\u0090\uffff\tf')).toBe('a\nb\nc\nd\ne\tf')
    expect(plainText('\ud800 and 😀 \udc00')).toBe('\ufffd and 😀 \ufffd')
  })
})

describe('a file name', () => {
  it.each([
    ['Harbour Street Dental', 'Harbour Street Dental.csv'],
    ['  שלום: עולם  ', 'שלום עולם.csv'],
    ['../../etc/passwd', 'etc passwd.csv'],
    ['a<b>c|d"e?f*g\nh', 'a b c d e f g h.csv'],
    ['.hidden.', 'hidden.csv'],
    ['CON', 'Board CON.csv'],
    ['\u202egnp.exe', 'gnp.exe.csv'],
    [' / ', 'Board.csv'],
    ['👩‍👩‍👧'.repeat(10), `${'👩‍👩‍👧'.repeat(7)}.csv`],
  ])('of %j is %j', (title, name) => {
    expect(fileName(title, 'csv')).toBe(name)
  })

  it('may say what it is', () => {
    expect(fileName('Corner Bakery', 'docx', 'planning form')).toBe('Corner Bakery planning form.docx')
  })
})
