import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { snapshot } from '@momentous/shared/board/read'
import { channelOrder, channels, printedSettings, settingsOf } from '@momentous/shared/domain/contact-type'
import { penOrder, pens, penWidths } from '@momentous/shared/domain/pen'
import { liveBoard } from '../support/live-board.ts'
import { root } from '../support/sources.ts'

const tokens = readFileSync(join(root, 'client/src/theme/tokens.css'), 'utf8')
const [light = '', dark = ''] = tokens.split("[data-theme='dark']")

describe.each(penOrder)('the pen %s', (id) => {
  const pen = pens[id]

  it('has a colour in both themes and a name of its own', () => {
    for (const theme of [light, dark]) expect(theme).toContain(`--${pen.colour}:`)
    expect(penOrder.filter((other) => pens[other].label === pen.label)).toEqual([id])
  })

  it('draws, in every width', () => {
    const board = liveBoard({ phase: 'post' })
    for (const width of penWidths) {
      const stroke = { id: `stroke-${id}-${width}`, pen: id, width, points: [0, 0, 0.5, 40, 8, 1] }
      expect(board.run('draw-stroke', stroke, 'participant').allowed).toBe(true)
      expect(snapshot(board.board).ink.at(-1)).toMatchObject(stroke)
    }
  })
})

describe.each(channelOrder)('the contact type %s', (id) => {
  const { letter, digit, label, token } = channels[id]

  it('has a letter, a digit and a name that no other has, and colours in both themes', () => {
    const same = channelOrder.filter((other) => {
      const facts = channels[other]
      return facts.letter === letter || facts.digit === digit || facts.label === label
    })
    expect(same).toEqual([id])
    for (const theme of [light, dark]) for (const part of ['ch', 'on']) expect(theme).toContain(`--${part}-${token}:`)
  })

  it('offers the settings of the printed form, and is set on a moment', () => {
    expect(settingsOf(id).length).toBeGreaterThan(0)
    expect(settingsOf(id)).toHaveLength(
      new Set(printedSettings.filter((row) => row.channel === id).map((row) => row.setting)).size,
    )
    const board = liveBoard({ phase: 'colour' })
    const ids = board.line().slice(0, 1)
    expect(board.run('set-contact-type', { ids, channel: id, setting: settingsOf(id)[0] }, 'participant').allowed).toBe(
      true,
    )
    expect(
      board
        .view()
        .moments()
        .some((moment) => moment.channel === id),
    ).toBe(true)
  })
})
