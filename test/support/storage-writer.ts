import { openSqlite } from '../../server/src/storage/sqlite.ts'
import { boardId, created, update, vaultPut } from './storage-entries.ts'

/**
 * A process that writes to three boards without a pause until somebody kills it, and says on its output, after each
 * commit that resolved, which number of which board is on the disk. Every commit is an update and a vault row.
 */
const [folder = '', round = '0'] = process.argv.slice(2)
const storage = await openSqlite(folder)
const boards = ['one', 'two', 'three'].map(boardId)

for (const id of boards) if ((await storage.board(id)) === null) await storage.commit(id, [created(id)])

await Promise.all(
  boards.map(async (id) => {
    let number = (await storage.load(id))?.head ?? 0
    for (;;) {
      const text = `${++number} of ${id}, round ${round}`
      const head = await storage.commit(id, [update(text), vaultPut(`key-${number}`, text)])
      process.stdout.write(`${id} ${head}\n`)
    }
  }),
)
