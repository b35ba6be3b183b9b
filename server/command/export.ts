import { exportFile } from '../src/exports/export-file.ts'

/** `npm run export -- board.json --format xlsx`: a file from a saved board, without a server. */
process.exitCode = await exportFile(
  {
    here: process.env['INIT_CWD'] ?? process.cwd(),
    say: (line) => console.log(line),
    now: () => Date.now(),
  },
  process.argv.slice(2),
)
