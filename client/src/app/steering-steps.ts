import { endsSomething } from '@momentous/shared/commands/enter-phase'
import { phaseAfter, phaseBefore, phases } from '@momentous/shared/domain/phase'
import type { Look } from '../session/Steering.tsx'
import type { PageCommand } from '../tools/page-command.ts'
import { chooseWords } from '../words/choose.ts'
import { finishWords } from '../words/finish.ts'
import { frameWords, nextPhase } from '../words/frame.ts'
import { backTo } from '../words/steering.ts'
import { command, reasonOf, type PageHands } from './page-hands.ts'

const HOME: Look['view'] = [0, 0, 1280, 720]

/** How the session is steered. What a button has to be held for asks to be pressed again here. */
export function steeringSteps(hands: PageHands): readonly PageCommand[] {
  const { store, ask, dialog } = hands
  const look = lookOf(hands)
  return [
    ...nextStep(hands),
    ...stepBack(hands),
    command('session', 'bring', frameWords.bringEveryone, () => void ask('bring-everyone', look), {
      refusal: reasonOf(store.may('bring-everyone', look)),
    }),
    command('session', 'timer', frameWords.timer, () => dialog.set('timer'), {
      refusal: reasonOf(store.may('set-timer', { seconds: 60 })),
    }),
    command('session', 'new-round', chooseWords.again, () => dialog.set('new-round'), {
      refusal: reasonOf(store.may('open-vote', {})),
    }),
  ]
}

function nextStep({ store, ask }: PageHands): readonly PageCommand[] {
  const { phase, vote } = store.session.get()
  const closing =
    phase === 'choose' && vote.state === 'open'
      ? [
          command('session', 'close-vote', chooseWords.closeVote, () => void ask('close-vote', {}), {
            refusal: reasonOf(store.may('close-vote', {})),
            twice: true,
          }),
        ]
      : []
  const to = phaseAfter(phase)
  if (to === null) return finishing({ store, ask })
  const refusal = reasonOf(store.may('move-phase', { to }))
  const move = () => void ask('move-phase', { to })
  const twice = endsSomething(store.view(), to)
  return [...closing, command('session', 'next-phase', nextPhase(phases[to].label), move, { refusal, twice })]
}

function finishing({ store, ask }: Pick<PageHands, 'store' | 'ask'>): readonly PageCommand[] {
  const finished = store.session.get().finished === null
  const refusal = reasonOf(store.may('finish-session', { finished }))
  const finish = () => void ask('finish-session', { finished })
  const words = finished ? finishWords.finish : finishWords.openAgain
  return [command('session', 'finish', words, finish, { refusal, twice: finished })]
}

function stepBack({ store, ask }: PageHands): readonly PageCommand[] {
  const to = phaseBefore(store.session.get().phase)
  if (to === null) return []
  const refusal = reasonOf(store.may('move-phase', { to }))
  return [command('session', 'phase-before', backTo(to), () => void ask('move-phase', { to }), { refusal })]
}

/** What the facilitator sees of the wall now; without it, the moment under discussion. */
function lookOf({ store, wall }: PageHands): Look {
  if (wall === null) return { view: HOME, moment: store.session.get().focus }
  const { x, y, w, h } = wall.bench.camera.visible()
  return { view: [x, y, w, h], moment: wall.bench.selection.lead() }
}
