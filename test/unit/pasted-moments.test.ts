import type { OwnChannel } from '@momentous/shared/domain/contact-type'
import { MOMENT_TEXT_MAX } from '@momentous/shared/domain/moment'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PASTED_MAX, pastedMoments } from '../../client/src/model/pasted-moments.ts'
import { hostileTexts } from '../support/hostile-text.ts'

const own: readonly OwnChannel[] = [{ id: 'own-app', label: 'Our own Äpp', letter: 'A' }]
const pasted = (text: string) => pastedMoments(text, own)
const words = (text: string) => pasted(text).moments.map((moment) => moment.text)
const contacts = (text: string) => pasted(text).moments.map(({ channel, setting }) => [channel, setting])

describe('lines from elsewhere', () => {
  it('are a note each, whatever ends them; blank ones are passed over, bullets go', () => {
    expect(words('Parks\r\nRings\rWaits\n\n   \n- Pays\u20282. Leaves\n')).toEqual([
      ...['Parks', 'Rings', 'Waits', 'Pays', 'Leaves'],
    ])
  })

  it('keep their commas and quotes: a sentence is no table', () => {
    const sentences = ['Walks in, sits down', 'Asks, and waits', '"Hello" says nobody']
    expect(words(sentences.join('\n'))).toEqual(sentences)
    expect(words('"Next, please!" she calls')).toEqual(['"Next, please!" she calls'])
  })

  it('are no more than a thousand, and none is longer than a note', () => {
    const many = pasted(Array.from({ length: PASTED_MAX + 1 }, (_, at) => `Moment ${at}`).join('\n'))
    expect([many.moments.length, many.over, many.cut]).toEqual([PASTED_MAX, true, 0])
    const long = pasted(`${'a'.repeat(MOMENT_TEXT_MAX - 1)}🙂🙂\nshort`)
    expect(long.moments.map(({ text }) => text.length)).toEqual([MOMENT_TEXT_MAX - 1, 5])
    expect([long.over, long.cut]).toEqual([false, 1])
  })

  it('come without signs that nobody sees, and with every script as it is', () => {
    expect(words('a\0b\x07c\ud800d\ufeff')).toEqual(['abc\ufffdd'])
    expect(words('👩‍👩‍👧 family, 😀\nשלום, עולם\nمرحبا')).toEqual(['👩‍👩‍👧 family, 😀', 'שלום, עולם', 'مرحبا'])
  })
})

describe('a table from elsewhere', () => {
  it('of a spreadsheet gives words from the first column and a contact type from the second', () => {
    const cells = 'Phones\tphone\r\nWalks in\tFace-to-face\tmore\r\n\temail\r\nReads\tour own app\r\nPays\tpigeon\r\n'
    expect(words(cells)).toEqual(['Phones', 'Walks in', 'Reads', 'Pays'])
    expect(contacts(cells)).toEqual([
      ...[
        ['phone', null],
        ['face', null],
        ['own-app', null],
      ],
      [null, null],
    ])
  })

  it('leaves out the heading of its first column, and tells that there was more beside the words', () => {
    expect(words('Moment of truth\tDescription\nParks\tRain\nRings\t')).toEqual(['Parks', 'Rings'])
    expect(words('Moment of truth\nParks')).toEqual(['Moment of truth', 'Parks'])
    const beside = [
      'Parks\tRain\nRings\t',
      'Phones\tphone\tquickly',
      'Phones\tphone\nParks\t',
      'Parks, and pays\nRings',
    ]
    expect(beside.map((text) => pasted(text).beside)).toEqual([true, true, false, false])
  })

  it('may have quoted cells with line ends, tabs and quotes in them', () => {
    expect(words('"Waits\nand ""waits"""\tphone\nPays\t')).toEqual(['Waits\nand "waits"', 'Pays'])
    expect(words('5" nails\tphone\n"Broken\tphone')).toEqual(['5" nails', '"Broken'])
  })

  it('may be a CSV, when its second column names contact types or its cells are quoted', () => {
    expect(words('Phones,Phone\nWalks in,\n')).toEqual(['Phones', 'Walks in'])
    expect(contacts('Phones,Phonecall 1-on-1\nWrites,pigeon\n')).toEqual([
      ...[
        [null, null],
        [null, null],
      ],
    ])
    expect(contacts('Phones,Phonecall 1-on-1\nWrites,EMAIL\n')).toEqual([
      ...[
        ['phone', 'one-to-one'],
        ['email', null],
      ],
    ])
    expect(words('"Walks in, waits",x\r\n"Says ""hello""",y\r\n')).toEqual(['Walks in, waits', 'Says "hello"'])
  })
})

describe('anything at all', () => {
  it('becomes notes that a board takes', () => {
    const seed = 20_26
    const texts = fc.array(
      fc.oneof(fc.constantFrom(...hostileTexts, ',', '\t', '\n', '"'), fc.string({ unit: 'binary' })),
    )
    fc.assert(
      fc.property(texts, (parts) => {
        for (const { text } of pasted(parts.join('')).moments) {
          expect(text.trim()).not.toBe('')
          expect(text.isWellFormed()).toBe(true)
          expect(text.length).toBeLessThanOrEqual(MOMENT_TEXT_MAX)
        }
      }),
      { seed, numRuns: 300 },
    )
  })

  it.each([
    ['one line', 'x'.repeat(10_000_000)],
    ['quotes', '"'.repeat(10_000_000)],
    ['line ends', '\r\n'.repeat(5_000_000)],
    ['tabs', '\t'.repeat(10_000_000)],
    ['commas', ','.repeat(10_000_000)],
    ['lines', 'a,b\n'.repeat(2_500_000)],
  ])('of ten megabytes is read no further than a paste goes: %s', (_what, text) => {
    const began = performance.now()
    const { moments, over } = pasted(text)
    expect(performance.now() - began).toBeLessThan(10_000)
    expect(moments.length).toBeLessThanOrEqual(PASTED_MAX)
    expect(over).toBe(true)
  })
})
