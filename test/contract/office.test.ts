import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { convert, officeLack, pdfInfo, pdfPages, pdfText, python, withoutOffice } from '../support/office.ts'

it('other people’s software is brought where that may be, and asked for in one sentence where not', () => {
  const tried: string[] = []
  const bring = () => tried.push('bring')
  expect(officeLack(() => true, bring, true)).toBeNull()
  expect(tried).toEqual([])
  expect(officeLack(() => tried.length > 0, bring, true)).toBeNull()
  expect(officeLack(() => false, bring, false)).toMatch(/^Not run: .* apt-get install .*libreoffice/u)
  expect(tried).toEqual(['bring'])
})

describe.skipIf(withoutOffice())('other people’s software', { timeout: 60_000 }, () => {
  it('makes a PDF of several files in one start, and reads and draws it', () => {
    const files = convert(
      [
        { name: 'one.txt', content: 'One gets what one pays for.' },
        { name: 'two.csv', content: 'a,b\r\n1,2\r\n' },
      ],
      'pdf',
    )
    const one = files.get('one.txt') ?? Buffer.alloc(0)
    expect(pdfText(one)).toContain('One gets what one pays for.')
    expect(pdfText(files.get('two.csv') ?? one)).toMatch(/a\s+b/u)
    expect(pdfInfo(one)).toMatch(/Pages: +1\n/u)
    expect(pdfPages(one).map(existsSync)).toEqual([true])
    expect(python('import openpyxl; print(openpyxl.__name__)')).toBe('openpyxl\n')
  })

  it('tells what LibreOffice said of a file that it can’t read', () => {
    expect(() => convert([{ name: 'broken.docx', content: 'PK\u0003\u0004 nothing' }], 'pdf')).toThrow(
      'LibreOffice said: ',
    )
  })
})
