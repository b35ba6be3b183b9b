import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BoardSnapshot } from '@momentous/shared/domain/board-snapshot'
import type { PieceId } from '@momentous/shared/domain/piece'
import type { Drawing, Mark } from '@momentous/shared/drawing/drawing'
import { drawingOf, type DrawnPart } from '@momentous/shared/drawing/drawing-of'
import { lightPalette, lightTokens } from '@momentous/shared/drawing/light-tokens'
import { redact } from '@momentous/shared/exports/redact'
import { createTextFitter } from '@momentous/shared/scene/text-layout'
import { describe, expect, it } from 'vitest'
import { momentId, sampleBoard, sampleMoment, sampleSession } from '../support/board-sample.ts'
import { pictureBoard } from '../support/picture-board.ts'
import { root } from '../support/sources.ts'

/** Letters of one width: what is drawn where follows from that alone. */
const measure = (text: string, size: number) => [...text].length * size * 0.5
const draw = (board: BoardSnapshot, part: DrawnPart = { of: 'all' }): Drawing =>
  drawingOf(redact(board, 'participant'), part, { fitter: createTextFitter(measure), measure })

const wordsOf = ({ marks }: Drawing) => marks.flatMap((mark) => (mark.kind === 'words' ? mark.text : []))
const kindsOf = ({ marks }: Drawing) => [...new Set(marks.map(({ kind }) => kind))].toSorted()
const ofPiece = (id: string, board = pictureBoard()) => draw(board, { of: 'pieces', pieces: new Set([id as PieceId]) })
const isFilled = (fill: string) => (mark: Mark) => 'fill' in mark && mark.fill === fill

describe('the colours of a picture', () => {
  const [daylight = ''] = readFileSync(join(root, 'client/src/theme/tokens.css'), 'utf8').split("[data-theme='dark']")
  const token = (name: string) => new RegExp(`--${name}:\\s*(#[0-9a-f]{6}|rgb\\([^)]*\\));`).exec(daylight)?.[1]

  it('are those of the wall by daylight', () => {
    expect(Object.entries(lightTokens).map(([name]) => [name, token(name)])).toEqual(Object.entries(lightTokens))
  })

  it('are all there', () => {
    const colours = JSON.stringify(lightPalette).match(/#[0-9a-f]+|rgb\([^)]*\)|undefined/g) ?? []
    expect(colours.filter((colour) => colour === '#000000' || colour === 'undefined')).toEqual([])
  })
})

describe('the drawing of a board', () => {
  it('has every piece in it, with its words in lines', () => {
    const drawing = draw(pictureBoard())
    const said = wordsOf(drawing)
    expect(kindsOf(drawing)).toEqual(['box', 'disc', 'path', 'picture', 'words'])
    for (const words of [
      'Short',
      'Large words',
      'On a strip',
      'of paper',
      'leads to',
      'Arriving <here>',
      'The booking system',
    ])
      expect(said).toContain(words)
    for (const words of ['Before the visit', 'In the waiting room', 'Behind the scenes', '1-to-1', '10'])
      expect(said).toContain(words)
    expect(said).not.toContain('Lies under another')
  })

  it('stays within its bounds', () => {
    const { bounds, marks } = draw(pictureBoard())
    const outside = marks.filter(
      ({ x, y }) => x < bounds.x || y < bounds.y || x > bounds.x + bounds.w || y > bounds.y + bounds.h,
    )
    expect(outside).toEqual([])
  })

  it('shows the closed vote, the rankings and how many ideas there are', () => {
    const drawing = draw(pictureBoard())
    expect(wordsOf(ofPiece(momentId(2)))).toContain('5')
    expect(wordsOf(ofPiece(momentId(3)))).toContain('2')
    expect(drawing.marks.filter(isFilled(lightPalette.note.rankings.miserable.fill))).toHaveLength(1)
    expect(drawing.marks.filter(isFilled(lightPalette.note.rankings.magical.fill))).toHaveLength(1)
  })

  it('pales what was not chosen', () => {
    const chosen = ofPiece(momentId(2)).marks.find((mark) => mark.kind === 'words')
    const other = ofPiece(momentId(1)).marks.find((mark) => mark.kind === 'words')
    expect(chosen?.colour).toBe(lightPalette.note.ink)
    expect(other?.colour).toBe(lightPalette.faded.ink)
  })

  it('writes from the right what is read from the right', () => {
    const marks = ofPiece(momentId(4)).marks.filter((mark) => mark.kind === 'words')
    const hebrew = marks.filter(({ text }) => /\p{Script=Hebrew}/u.test(text))
    expect(hebrew.length).toBeGreaterThan(0)
    expect(hebrew.every(({ rightToLeft }) => rightToLeft)).toBe(true)
  })

  it('says of a locked note how people meet there, as there is room beside the lock', () => {
    const note = { channel: 'face', setting: 'group', locked: true } as const
    expect(wordsOf(draw(sampleBoard({ moments: [sampleMoment(1, note)] })))).toContain('group')
  })

  it('underlines a web address, line by line', () => {
    const { marks } = ofPiece(momentId(10))
    const lines = marks.filter((mark) => mark.kind === 'box' && mark.h === 1)
    const words = marks.flatMap((mark) => (mark.kind === 'words' ? [mark] : []))
    // Its first line has words of its own, its last one ends with others.
    const [see, ...address] = words.slice(0, 4).map(({ text }) => text)
    expect([see, address]).toEqual(['See', ['https://example.org', '/a/long/address?', 'with=query for more']])
    const widths = [...address.slice(0, 2), 'with=query'].map((text) => measure(text, words[0]?.size ?? 0))
    expect(lines.map((mark) => mark.kind === 'box' && mark.w)).toEqual(widths)
  })

  it('of an open vote has no counts', () => {
    const moments = [sampleMoment(1), sampleMoment(2)]
    const open = sampleBoard({ session: sampleSession({ vote: { state: 'open', round: 1 } }), moments })
    const none = sampleBoard({ session: sampleSession({ vote: { state: 'none' } }), moments })
    expect(draw(open).marks).toEqual(draw(none).marks)
  })

  it('of an empty board is the bare line', () => {
    const drawing = draw(sampleBoard())
    expect(wordsOf(drawing)).toEqual([])
    expect(drawing.bounds.w).toBeGreaterThan(0)
  })
})

describe('the drawing of a part', () => {
  it('of some pieces has nothing else, and lies close around them', () => {
    const drawing = ofPiece(momentId(9))
    expect(wordsOf(drawing)).toEqual(['Short'])
    expect(drawing.bounds).toEqual({ x: 984, y: -436, w: 232, h: 152 })
  })

  it('of an area has what touches it', () => {
    const drawing = draw(pictureBoard(), { of: 'area', area: { x: 990, y: -430, w: 220, h: 140 } })
    expect(wordsOf(drawing)).toContain('Short')
    expect(wordsOf(drawing)).not.toContain('Large words')
    expect(drawing.bounds).toEqual({ x: 990, y: -430, w: 220, h: 140 })
  })

  it.each([
    ['stroke-1', ['path']],
    ['stroke-3', ['path']],
    ['stroke-4', ['path']],
    ['shape-000001', ['box', 'words']],
    ['shape-000004', ['box', 'words']],
    ['shape-000005', ['words']],
    ['shape-000007', ['path']],
    ['shape-000008', ['picture']],
  ])('draws %s by itself', (id, kinds) => {
    expect(kindsOf(ofPiece(id))).toEqual(kinds)
  })

  it('lets words be read through a highlighter', () => {
    expect(ofPiece('stroke-3').marks).toMatchObject([{ blend: true, fill: null, strength: 0.7 }])
    expect(ofPiece('stroke-1').marks).toMatchObject([{ line: null, strength: 1 }])
  })
})
