import { expect, test } from 'vitest'
import { remembered } from '../../server/src/rooms/commands/remembered.ts'
import { COMMANDS_REMEMBERED } from '../../server/src/storage/storage.ts'
import { commandId } from '../support/storage-entries.ts'

test('a room remembers the last thousands of commands, and not all that ever were', () => {
  const commands = remembered(new Set([commandId('stored')]))
  expect([commands.has(commandId('stored')), commands.has(commandId('0'))]).toEqual([true, false])
  for (let at = 0; at < COMMANDS_REMEMBERED; at++) commands.add(commandId(String(at)))
  expect([commands.has(commandId('stored')), commands.has(commandId('0'))]).toEqual([true, true])
  for (let at = 0; at <= COMMANDS_REMEMBERED; at++) commands.add(commandId(`more-${at}`))
  expect([commands.has(commandId('stored')), commands.has(commandId('0'))]).toEqual([false, false])
  expect(commands.has(commandId('more-0'))).toBe(true)
})
