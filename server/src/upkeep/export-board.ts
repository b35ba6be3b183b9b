import { openBoard } from '@momentous/shared/board/board'
import { snapshot } from '@momentous/shared/board/read'
import { isId, type BoardId } from '@momentous/shared/domain/id'
import { writeBoardJson } from '@momentous/shared/exports/board-json'
import { redact } from '@momentous/shared/exports/redact'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as Y from 'yjs'
import { documentOf } from './last-good.ts'
import { salvageOne } from './repair-folder.ts'
import { DAMAGED, NotDone, WELL, type Place } from './verb.ts'

/**
 * Writes a board as JSON, the same that the application saves, and its raw document as one Yjs update. Reads only, so it
 * may run beside the server; of a damaged board it writes the last state without a hole.
 */
export function exportBoard(place: Place, id: string): number {
  const salvaged = isId<BoardId>(id) ? salvageOne(place, id) : null
  if (salvaged === null)
    throw new NotDone(`There is no board ${id} in ${place.home}. “npm run data -- check” names all of them.`)
  const doc = documentOf(salvaged.board)
  const [json, raw] = [`${id}.json`, `${id}.yjs`]
  writeFileSync(join(place.here, json), writeBoardJson(redact(snapshot(openBoard(doc)), 'facilitator')))
  writeFileSync(join(place.here, raw), Y.encodeStateAsUpdate(doc))
  place.say(`The board is in ${json}, its raw document in ${raw}.`)
  for (const loss of salvaged.losses) place.say(loss)
  return salvaged.losses.length === 0 ? WELL : DAMAGED
}
