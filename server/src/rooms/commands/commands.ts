import { viewOf } from '@momentous/shared/board/view'
import type { DirectCommand, GovernedCommand, KeptCommand } from '@momentous/shared/commands/command'
import { directCommands, governedCommands, keptCommands, type KeptName } from '@momentous/shared/commands/commands'
import type { RuleId } from '@momentous/shared/rules/rule-id'
import type { Ruling } from '@momentous/shared/rules/ruling'
import * as v from 'valibot'
import type { CommandAnswer, CommandRequest } from '../../http/room-service.ts'
import { StorageFault } from '../../storage/storage-fault.ts'
import { perform } from './governed.ts'
import { keptHandlers } from './kept.ts'
import { overfillsBoard } from './overfills.ts'
import { FULL } from '../admission/admit-touches.ts'
import { peopleOf } from '../presence/people.ts'
import type { Room } from '../room.ts'
import type { KeptOutcome, Sender } from './sender.ts'

/** Runs a command: parsed, checked, applied, on the disk, told to everybody; only then answered. */
export function runCommand(room: Room, sender: Sender, request: CommandRequest): Promise<CommandAnswer> {
  if (!room.writable) return Promise.reject(new StorageFault('not-saved', room.id))
  const found = commandNamed(request.name)
  if (found === null) return unfit(`There is no command called “${request.name.slice(0, 40)}”.`)
  const parsed = v.safeParse(found.args, request.args)
  if (!parsed.success) return unfit(firstSentence(parsed.issues))
  const ruling = found.check(viewOf(room.state.board), sender.actor, parsed.output)
  const isDone = room.state.commands.has(request.id)
  if (isDone && (ruling.allowed || !ofWho.has(ruling.rule))) return alreadyDone(room)
  if (!ruling.allowed) {
    room.world.metrics.refused(ruling.rule)
    return Promise.resolve(refusal(ruling))
  }
  return dispatch(room, sender, request, found, parsed.output)
}

/** What stands against a command because of who sends it. What stands against it by now says nothing about one that was done. */
const ofWho: ReadonlySet<RuleId> = new Set(['L1', 'L2', 'S1', 'S2', 'S4'])

type Command = DirectCommand | GovernedCommand | KeptCommand

function commandNamed(name: string): Command | null {
  const all: Readonly<Record<string, unknown>> = { ...directCommands, ...governedCommands, ...keptCommands }
  return Object.hasOwn(all, name) ? (all[name] as Command) : null
}

function dispatch(
  room: Room,
  sender: Sender,
  request: CommandRequest,
  command: Command,
  args: unknown,
): Promise<CommandAnswer> {
  const { world } = room
  switch (command.channel) {
    case 'direct':
      return isFullFor(room, command.name, args)
        ? Promise.resolve({ state: 'refused', rule: 'D1', reason: FULL })
        : deed(room, request, { write: (board) => command.apply(board, args, world.random) })
    case 'governed': {
      const context = { actor: sender.actor, now: world.now(), random: world.random, people: peopleOf(room) }
      return deed(room, request, { write: (board) => command.apply(board, args, context) })
    }
    case 'kept': {
      const handle = keptHandlers[command.name as KeptName] as (
        room: Room,
        sender: Sender,
        args: unknown,
      ) => KeptOutcome
      return settle(room, request, handle(room, sender, args))
    }
  }
}

/** By HTTP the server writes what a direct command makes, and the same limits hold. */
function isFullFor({ state: { board, document } }: Room, name: string, args: unknown): boolean {
  const overfills = overfillsBoard(name, args, (root) => board[root].size)
  return overfills === null ? false : overfills || document?.size.fullness() !== 'room'
}

/** What a kept command comes to, in the room's own order; what the links have done is on the disk already. */
function settle(room: Room, request: CommandRequest, outcome: KeptOutcome): Promise<CommandAnswer> {
  switch (outcome.what) {
    case 'refused':
      return Promise.resolve(refusal(outcome.ruling))
    case 'deed':
      return deed(room, request, outcome)
    case 'door':
      return outcome.ruling.then(refusal, unsaved)
  }
}

interface Work {
  readonly write?: Parameters<typeof perform>[1]['write']
  readonly entries?: Parameters<typeof perform>[1]['entries']
  readonly done?: () => void
}

function deed(room: Room, { id }: CommandRequest, { write, entries = [], done }: Work): Promise<CommandAnswer> {
  return new Promise((resolve, reject) => {
    room.state.commands.add(id)
    perform(room, {
      ...(write === undefined ? {} : { write }),
      entries: [...entries, { kind: 'command-done', id }],
      done() {
        done?.()
        resolve({ state: 'done' })
      },
      again: () => reject(new StorageFault('not-saved', room.id)),
    })
  })
}

/** The first may still be on its way to the disk. */
function alreadyDone(room: Room): Promise<CommandAnswer> {
  return new Promise((resolve, reject) => {
    room.journal.push({
      entries: [],
      done: () => resolve({ state: 'done' }),
      again: () => reject(new StorageFault('not-saved', room.id)),
    })
  })
}

function refusal(ruling: Ruling): CommandAnswer {
  return ruling.allowed ? { state: 'done' } : { state: 'refused', rule: ruling.rule, reason: ruling.reason }
}

/** The links keep their own; nobody tells the room when the disk takes something again. */
function unsaved(error: unknown): CommandAnswer {
  if (!(error instanceof StorageFault)) throw error
  return { state: 'unsaved', reason: `${error.message} Try again in a moment.` }
}

function unfit(reason: string): Promise<CommandAnswer> {
  return Promise.resolve({ state: 'unfit', reason })
}

/** Our own schemas speak in sentences; what a library says about types isn't for people. */
function firstSentence(issues: readonly v.BaseIssue<unknown>[]): string {
  const sentence = issues.map(({ message }) => message).find((message) => /^[A-ZÄ-Ü].*[.?]$/.test(message))
  return sentence ?? 'A part of this command is missing or doesn’t fit.'
}
