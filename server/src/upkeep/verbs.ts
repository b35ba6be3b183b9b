import { StorageFault } from '../storage/storage-fault.ts'
import { backupFolder } from './backup-folder.ts'
import { checkFolder } from './check-folder.ts'
import { exportBoard } from './export-board.ts'
import { repairFolder } from './repair-folder.ts'
import { restoreFolder } from './restore-folder.ts'
import { NOT_DONE, NotDone, type Place, type Verb } from './verb.ts'

interface Offer {
  /** What the argument is; null for a verb without one. */
  readonly argument: string | null
  /** What may be added behind the argument. */
  readonly flag?: string
  readonly does: string
  readonly run: Verb
}

/** The registry: what can be done with a data folder. */
const verbs: Readonly<Record<string, Offer>> = {
  check: { argument: null, does: 'says how every board is; also while the server runs', run: checkFolder },
  repair: {
    argument: null,
    does: 'rebuilds what is damaged out of what can be read; the server stopped',
    run: repairFolder,
  },
  export: {
    argument: 'board',
    does: 'writes a board as JSON and as a raw document; also while the server runs',
    run: exportBoard,
  },
  backup: { argument: 'file', does: 'copies all boards into one file; also while the server runs', run: backupFolder },
  restore: {
    argument: 'file',
    flag: '--with-deleted',
    does: 'puts the boards of a backup in place; the server stopped',
    run: restoreFolder,
  },
}

/** Runs one verb as the command line names it. Everything that goes wrong is said in a sentence. */
export async function runVerb(place: Place, words: readonly string[]): Promise<number> {
  const [name = '', argument = '', ...more] = words.filter((word) => !word.startsWith('--'))
  const flags = words.filter((word) => word.startsWith('--'))
  const offer = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (
    offer === undefined ||
    more.length > 0 ||
    flags.some((flag) => flag !== offer.flag) ||
    (offer.argument === null) !== (argument === '')
  ) {
    usage(place)
    return NOT_DONE
  }
  try {
    return await offer.run(place, argument, flags.length > 0)
  } catch (error) {
    place.say(reasonOf(error))
    return NOT_DONE
  }
}

function usage({ say }: Place): void {
  for (const [name, { argument, flag, does }] of Object.entries(verbs)) {
    const words = [name, ...(argument === null ? [] : [`<${argument}>`]), ...(flag === undefined ? [] : [`[${flag}]`])]
    say(`npm run data -- ${words.join(' ').padEnd(31)}  ${does}`)
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof NotDone) return error.message
  if (error instanceof StorageFault && error.kind === 'in-use') {
    return 'A Momentous server uses this data folder. Stop it first, then do this again.'
  }
  if (error instanceof StorageFault) return error.detail === '' ? error.message : `${error.message} (${error.detail})`
  return error instanceof Error ? error.message : String(error)
}
