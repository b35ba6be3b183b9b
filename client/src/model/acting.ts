import type { Random } from '@momentous/shared/board/order'
import type { ArgsOf, CommandName, DirectName } from '@momentous/shared/commands/commands'
import type { Actor } from '@momentous/shared/domain/actor'
import type { StrokeId } from '@momentous/shared/domain/id'
import type { Ruling } from '@momentous/shared/rules/ruling'
import { wordsIn, type BoardCopy } from './board-copy.ts'
import type { BoardFacts } from './board-records.ts'
import { apply, parsed, rulingOn, type Deed, type DeedOf } from './deed.ts'
import { textToBe } from './first-words.ts'
import type { Facts } from './giving-back.ts'
import { inverses } from './inverses.ts'
import type { Change } from './outbox.ts'
import { createHistory, type RecordingHistory } from './undo.ts'

export interface ActingDesk {
  readonly copy: BoardCopy
  readonly facts: BoardFacts
  actor(): Actor
  /** A change was made here: it waits from now on until the server calls it saved. */
  made(change: Change): void
  newKey(): string
  /** The incarnation of the board that is being changed. */
  epoch(): number | null
  readonly random: Random
  say(sentence: string): void
  now(): number
}

/** The one way in which this device changes the document. */
export interface Acting {
  readonly history: RecordingHistory
  readonly facts: Facts
  /** Would it be allowed now? The arguments' own shape isn't looked at: a button asks before there are words. */
  may<Name extends CommandName>(name: Name, args: ArgsOf<Name>): Ruling
  act<Name extends DirectName>(name: Name, args: ArgsOf<Name>): Ruling
  /** The same without a step of undo: for what was done before, and has to be done anew. */
  redo(name: DirectName, args: unknown): Ruling
}

export function createActing(desk: ActingDesk): Acting {
  const { copy, facts: board } = desk
  const facts: Facts = {
    view: board.view,
    stroke: (id) => board.records.ink.get(id as StrokeId),
    text: (root, id, key) => wordsIn(copy.board(), root, id, key),
  }

  const write = <Name extends DirectName>({ name, args }: DeedOf<Name>) => {
    const before = textBefore(name, args, facts)
    copy.write(
      (written) => apply(written, name, args, desk.random),
      (update) => desk.made({ key: desk.newKey(), update, command: { name, args }, before, epoch: desk.epoch() }),
    )
  }

  const check = <Name extends DirectName>(name: Name, args: unknown, then?: (args: ArgsOf<Name>) => void): Ruling => {
    const given = parsed(name, args)
    if ('refusal' in given) return given.refusal
    const ruling = rulingOn(name, given.args, board.view, desk.actor())
    if (ruling.allowed) then?.(given.args)
    return ruling
  }

  const act = <Name extends DirectName>(name: Name, args: ArgsOf<Name>): Ruling =>
    check(name, args, (given) => {
      const inverse = inverses[name](facts, given)
      write({ name, args: given })
      history.record(inverse, { typing: editedText(name, given), toBe: textToBe({ name, args: given } as Deed) })
    })

  const history = createHistory({
    facts,
    check: ({ name, args }) => check(name, args),
    act: ({ name, args }) => act(name, args),
    say: desk.say,
    now: desk.now,
  })

  return {
    history,
    facts,
    may: (name, args) => rulingOn(name, args, board.view, desk.actor()),
    act,
    redo: (name, args) => check(name, args, (given) => write({ name, args: given })),
  }
}

/** Which text a deed types into, if it types. */
export function editedText(name: DirectName, args: unknown): ArgsOf<'edit-text'> | null {
  if (name !== 'edit-text') return null
  const given = parsed('edit-text', args)
  return 'args' in given ? given.args : null
}

function textBefore(name: DirectName, args: unknown, facts: Facts): string | null {
  const text = editedText(name, args)
  return text === null ? null : (facts.text(text.root, text.id, text.key) ?? null)
}
