import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createCrowd } from '../load/crowd.ts'
import { tongues } from '../load/speech.ts'
import { seatedRoom } from '../load/stage.ts'
import { addressOfWorkshop } from '../load/boards.ts'
import { bigBoard, countNotes, notesBy } from '../load/big-boards.ts'
import { openCold } from '../load/opening.ts'
import { liveServer } from '../support/live-server.ts'

vi.setConfig({ testTimeout: 20_000 })

test.each(tongues)(
  'people who speak %s see each other’s edits and cursors, and nobody is sent away',
  async (tongue) => {
    const server = await liveServer()
    const crowd = createCrowd(tongue)
    onTestFinished(() => crowd.stop())
    crowd.marks.open()
    for (const number of [0, 1]) await crowd.enter(await seatedRoom(server, 3, number), [0, 2])
    // The stock protocol has no word for "saved".
    const isTold = () => tongue === 'stock' || crowd.acknowledged.length > 0
    const enough = () => crowd.marks.arrived('edit') >= 8 && crowd.marks.arrived('cursor') >= 8 && isTold()
    while (!enough() && crowd.lost.length === 0) await wait(20)
    expect(crowd.lost).toEqual([])
  },
)

test('a big board arrives whole at whoever opens it', async () => {
  const { origin } = await liveServer()
  const board = await bigBoard(origin, addressOfWorkshop(0), notesBy(60))
  const { pieces } = await openCold(origin, board, 'ours')
  expect(countNotes(pieces.map(({ update }) => update))).toBe(60)
})
