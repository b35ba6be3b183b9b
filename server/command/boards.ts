import { resolve } from 'node:path'
import { readConfig } from '../src/config.ts'
import { storageFor, storages } from '../src/storage/storages.ts'
import { runVerb } from '../src/upkeep/verbs.ts'
import { NOT_DONE } from '../src/upkeep/verb.ts'

/** `npm run data -- check`, `repair`, `export`, `backup` and `restore`: what can be done with a data folder. */
const reading = readConfig(process.env, [])

if (!reading.ok) {
  console.error(reading.problems.join('\n'))
  process.exitCode = NOT_DONE
} else if (storageFor(reading.config.data) !== storages.sqlite) {
  console.error('DATA has to name the data folder, such as ./data.')
  process.exitCode = NOT_DONE
} else {
  process.exitCode = await runVerb(
    {
      home: resolve(reading.config.data),
      here: process.env['INIT_CWD'] ?? process.cwd(),
      say: (line) => console.log(line),
      now: () => Date.now(),
    },
    process.argv.slice(2),
  )
}
