import type { BoardStore } from '../model/board-store.ts'
import { hasWall } from '../session/has-wall.ts'
import type { BoardDialogName } from '../session/board-dialog.ts'
import { personOf } from '../session/people-facts.ts'
import { refusalToFollow, startFollowing, stopFollowing } from '../tools/following.ts'
import type { PageCommand } from '../tools/page-command.ts'
import { wallOffers } from '../tools/wall-offers.ts'
import { chooseTheme, otherTheme, shownTheme } from '../theme/theme.ts'
import { boardMenuWords } from '../words/board-menu.ts'
import { commandWords, shortcutWords } from '../words/commands.ts'
import { findWords } from '../words/find.ts'
import { followWords } from '../words/following.ts'
import { formWords } from '../words/form.ts'
import { frameWords } from '../words/frame.ts'
import { ideasWords } from '../words/ideas.ts'
import { listWords } from '../words/list.ts'
import { command, reasonOf, type PageHands } from './page-hands.ts'
import { steeringSteps } from './steering-steps.ts'

/** Everything that can be done on a board's page, as things stand. */
export function allCommands(hands: PageHands): readonly PageCommand[] {
  const away = hasWall(hands.store.session.get().phase) ? commandWords.wallFirst : commandWords.notThisPhase
  return [...pageCommands(hands), ...wallOffers(hands.wall, away)]
}

/** The commands of the page beside those of the wall: add one with one line. */
function pageCommands(hands: PageHands): readonly PageCommand[] {
  const { store, ask, dialog, mode, onMode, onLeave } = hands
  const session = store.session.get()
  const opens = (name: BoardDialogName) => () => dialog.set(name)
  const mayShare = store.actor.get().role === 'observer' ? commandWords.shareNothing : null
  const settings = { refusal: reasonOf(store.may('set-session', {})) }
  const inIdeas = session.phase === 'ideas' ? reasonOf(store.may('ring-bell', {})) : commandWords.bellInIdeas
  const formHere = session.phase === 'plan' && mode === 'wall' ? commandWords.formIsHere : null
  const findHere = hasWall(session.phase) ? null : findWords.oneAtATime
  const ready = ownReady(store)
  const turn = { ready: !ready }
  const dark = shownTheme() === 'dark'
  return [
    ...steeringSteps(hands),
    ...followSteps(hands),
    command('session', 'ready', ready ? frameWords.notReady : frameWords.imReady, () => void ask('be-ready', turn), {
      refusal: reasonOf(store.may('be-ready', turn)),
    }),
    command('session', 'bell', ideasWords.ringBell, () => void ask('ring-bell', {}), { refusal: inIdeas }),
    command('board', 'share', frameWords.share, opens('share'), { refusal: mayShare }),
    command('board', 'people', frameWords.people, opens('people')),
    command('board', 'form', formWords.title, opens('form'), { refusal: formHere }),
    command('board', 'export', formWords.export, opens('export')),
    command('board', 'save-picture', frameWords.savePicture, opens('picture')),
    command('board', 'bring-back', boardMenuWords.bringBack, opens('bring-back'), {
      refusal: reasonOf(store.may('merge-form', { changes: [] })),
    }),
    command('board', 'next-session', formWords.book, opens('next-session')),
    command('board', 'rename', boardMenuWords.rename, opens('rename'), settings),
    command('board', 'settings', boardMenuWords.settings, opens('settings'), settings),
    command('board', 'leave', boardMenuWords.leave, onLeave),
    command('view', 'find', findWords.title, opens('find'), { refusal: findHere }),
    command('page', 'list-or-wall', mode === 'list' ? listWords.switchToWall : listWords.switchToList, () =>
      onMode(mode === 'list' ? 'wall' : 'list'),
    ),
    command('page', 'theme', dark ? frameWords.switchToLight : frameWords.switchToDark, () =>
      chooseTheme(otherTheme()),
    ),
    command('page', 'how', frameWords.howASessionRuns, opens('how')),
    command('page', 'shortcuts', shortcutWords.title, opens('shortcuts')),
    command('page', 'commands', commandWords.allOfIt, opens('commands')),
  ]
}

/** Everybody else who has the wall before them. */
function followSteps({ wall, store }: PageHands): readonly PageCommand[] {
  if (wall === null) return []
  const { bench } = wall
  const seats = new Map(store.presence.peers().flatMap(({ seat, name, view }) => (view === null ? [] : [[seat, name]])))
  const stop = { refusal: bench.desk.following.get() === null ? followWords.nobody : null }
  return [
    ...Array.from(seats, ([seat, name]) =>
      command('view', `follow-${seat}`, followWords.followName(name), () => startFollowing(bench, seat), {
        refusal: refusalToFollow(bench, seat),
      }),
    ),
    command('view', 'follow-nobody', followWords.stop, () => stopFollowing(bench), stop),
  ]
}

function ownReady({ actor, people, mine }: BoardStore): boolean {
  const me = personOf(people.get().people, actor.get().seat)
  return (people.get().quiet === undefined ? me?.ready : mine.get().ready) ?? false
}
