import type { Phase } from '@momentous/shared/domain/phase'
import { idOfSecret } from '@momentous/shared/domain/secret'
import { expect, test } from 'vitest'
import { knock } from '../support/knock.ts'
import { liveServer } from '../support/live-server.ts'
import { buildSession, newRecordId, settled, type TestSession } from '../support/session-builder.ts'
import { ruleOfRow, stages, tableSays, type RowOfWalk, type Stage, type Walker } from '../support/walk-table.ts'

const walkers: readonly Walker[] = ['facilitator', 'participant', 'observer']
const SECRET = 'a-secret-of-the-walk'

interface Ground {
  readonly moments: readonly string[]
  readonly action: string
  readonly seat: string
  readonly voteRound: number
  readonly gradeRound: number
}

/** One governed command of each row, that can be done again and again. */
const commandsOf = (ground: Ground): Readonly<Partial<Record<RowOfWalk, readonly [string, unknown]>>> => {
  const [moment = ''] = ground.moments
  return {
    session: ['set-session', { goal: 12 }],
    ballot: ['cast-ballot', { round: ground.voteRound, dots: { [moment]: 1 } }],
    shortlist: ['settle-shortlist', { moments: ground.moments.slice(0, 3) }],
    grade: ['grade-moment', { moment, round: ground.gradeRound, ranking: 'neutral' }],
    ranking: ['settle-ranking', { moment: ground.moments[1], ranking: 'neutral' }],
    idea: ['raise-idea', { id: newRecordId(), moment, text: 'Knock' }],
    'own idea': ['edit-idea', { secret: SECRET, text: 'Knock twice' }],
    verdict: ['judge-idea', { idea: idOfSecret(SECRET), verdict: { state: 'merit' } }],
    owner: ['own-action', { action: ground.action, seat: ground.seat }],
    count: ['be-ready', { ready: true }],
    keep: ['keep-moment', { id: newRecordId(), text: 'Late' }],
    steer: ['set-timer', { seconds: null }],
    import: ['merge-form', { changes: [{ kind: 'bin', root: 'moments', id: moment, from: false, to: false }] }],
    seats: ['name-heir', { seat: null }],
  }
}

/** A board that has been through a session, back in the lobby. */
async function board(): Promise<{ session: TestSession; moments: readonly string[]; action: string }> {
  const session = await buildSession((await liveServer()).origin)
  const done = (name: string, args: unknown) => session.done(session.tokens.facilitator, name, args)
  await done('set-session', { anonymous: false })
  await session.go('ideas')
  const moments: string[] = (await session.content()).session.shortlist.moments
  const [moment = ''] = moments
  await done('raise-idea', { id: idOfSecret(SECRET), moment, text: 'Knock' })
  await done('move-phase', { to: 'plan' })
  await settled(session.content)
  const action = 'action-of-the-walk'
  await done('add-action', { id: action, moment, text: 'Talk' })
  await done('move-phase', { to: 'assess' })
  await done('open-assessment', { moment })
  await done('edit-text', { root: 'assessments', id: moment, key: 'expectation', index: 0, remove: 0, insert: 'Hi' })
  await done('open-grading', { moment: moments[0] })
  await done('reveal-grade', { moment: moments[0] })
  await settled(session.content)
  // Of the second priority the grade is settled in the walk: it must have been revealed.
  await done('open-assessment', { moment: moments[1] })
  await done('edit-text', {
    root: 'assessments',
    id: moments[1],
    key: 'expectation',
    index: 0,
    remove: 0,
    insert: 'Hi',
  })
  await done('open-grading', { moment: moments[1] })
  await done('reveal-grade', { moment: moments[1] })
  await settled(session.content)
  await done('move-phase', { to: 'lobby' })
  return { session, moments, action }
}

async function goTo(session: TestSession, stage: Stage, moment: string): Promise<void> {
  const done = (name: string, args: unknown) => session.done(session.tokens.facilitator, name, args)
  if (stage === 'choose closed') await done('close-vote', {})
  else if (stage === 'assess grading') await done('open-grading', { moment })
  else {
    await done('move-phase', { to: stage as Phase })
    if (stage === 'choose') await done('open-vote', {})
  }
  await settled(session.content)
}

function ruleFor(row: RowOfWalk, stage: Stage, who: Walker): string | null {
  if (who === 'observer') return 'L1'
  // Before the reveal of this very grade; the second priority was revealed before.
  if (row === 'ranking' && stage === 'assess grading') return who === 'facilitator' ? null : 'A3'
  return tableSays(row, stage, who) ? null : ruleOfRow[row]
}

test(
  'a command gets what the table says, by socket and by HTTP, in every phase and role (L1, S1, S2, S4, S6, V1, V2, A2, A3, I1, I3, I4, P2, P3, M6)',
  { timeout: 300_000 },
  async () => {
    const { session, moments, action } = await board()
    const seats = {
      facilitator: await session.sit('facilitator', 'Fay'),
      participant: await session.sit('participant', 'Pat'),
      observer: await session.sit('observer', 'Olga'),
    }
    const wrong: string[] = []
    let asked = 0
    for (const stage of stages) {
      await goTo(session, stage, moments[0] ?? '')
      const { session: now, grades } = await session.content()
      const { phaseNumber, vote } = now
      const grade = grades.find(({ moment }: { moment: string }) => moment === moments[0])
      for (const who of walkers) {
        const { id: seat, token } = seats[who]
        const ground = { moments, action, seat, voteRound: vote.round ?? 1, gradeRound: grade?.grading?.round ?? 1 }
        const socket = await knock({ origin: session.origin, board: session.board, token, phaseNumber })
        // Who takes the action gives it back, so that the next one finds it free.
        const before = JSON.stringify(await session.content())
        const refusals: boolean[] = []
        for (const way of ['socket', 'http'] as const) {
          for (const [row, [name, args]] of Object.entries(commandsOf(ground)) as [RowOfWalk, [string, unknown]][]) {
            asked++
            const rule = way === 'socket' ? await socket.ask(name, args) : await byHttp(session, token, name, args)
            const due = ruleFor(row, stage, who)
            refusals.push(due !== null)
            if (rule !== due)
              wrong.push(`${who} in ${stage} by ${way}: ${name} ${rule ?? 'done'}, not ${due ?? 'done'}`)
          }
        }
        await session.done(session.tokens.facilitator, 'own-action', { action, seat: null }).catch(() => undefined)
        if (refusals.every((refused) => refused)) expect(JSON.stringify(await session.content())).toBe(before)
        expect(socket.isOpen()).toBe(true)
        socket.close()
      }
    }
    expect(wrong).toEqual([])
    expect(asked).toBe(stages.length * walkers.length * 2 * 14)
  },
)

async function byHttp(
  session: TestSession,
  token: string,
  name: string,
  args: unknown,
): Promise<string | number | null> {
  const { status, body } = await session.command(token, name, args)
  return status === 200 ? null : ((body as { error?: { code?: string } }).error?.code ?? status)
}
