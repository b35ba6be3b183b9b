import { stageWords as words } from '../words/stages.ts'
import type { Bench } from './bench.ts'
import type { KeyAction } from './key-actions.ts'
import { beginStage, stageOfLead, stageRefusal, stageVerbs, type StageVerb } from './stages.ts'

interface StageCommand {
  readonly label: string
  readonly keys: readonly string[]
  refusal(bench: Bench): string | null
  readonly act: KeyAction
}

const numberOfLead = ({ scene, selection }: Bench) => {
  const lead = selection.lead()
  return lead === null ? null : (scene.note(lead)?.number ?? null)
}

const begin: StageCommand = {
  label: words.beginBefore,
  keys: ['b'],
  refusal: (bench) => stageRefusal(bench) ?? (numberOfLead(bench) === null ? words.notOnLine : null),
  act(bench) {
    const number = numberOfLead(bench)
    return number !== null && beginStage(number - 1, bench)
  },
}

/** What the stage's own menu does, for the stage of the selected note. */
function ofLead(name: StageVerb['name'], label: string): StageCommand {
  const verbOf = (bench: Bench) => {
    const stage = stageOfLead(bench)
    return stage === null ? undefined : stageVerbs(stage, bench).find((verb) => verb.name === name)
  }
  return {
    label,
    keys: [],
    refusal(bench) {
      const verb = verbOf(bench)
      return verb ? verb.refusal : words.noStage
    },
    act(bench) {
      const verb = verbOf(bench)
      if (!verb || verb.refusal !== null) return false
      verb.act()
      return true
    },
  }
}

/** The stages by key and in the list of commands. */
export const stageCommands: Readonly<Record<string, StageCommand>> = {
  'begin-stage': begin,
  'name-stage': ofLead('rename', words.renameIts),
  'stage-earlier': ofLead('earlier', words.earlierIts),
  'stage-later': ofLead('later', words.laterIts),
  'remove-stage': ofLead('remove', words.removeIts),
}
