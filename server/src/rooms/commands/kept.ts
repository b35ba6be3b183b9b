import type { KeptName } from '@momentous/shared/commands/commands'
import { castBallot, castRoomBallot } from './kept-ballots.ts'
import { beReady, bringEveryone, ringBell } from './kept-calls.ts'
import { gradeMoment } from './kept-grades.ts'
import { buildOnIdea, raiseConcern, raiseIdea } from './kept-ideas.ts'
import { editIdea, withdrawIdea } from './kept-own-ideas.ts'
import { mergeForm } from './kept-merge.ts'
import { nameHeir, removeSeat, renameSelf, setDoor, setPassphrase, setRetention, setRole } from './kept-seats.ts'
import type { KeptHandler } from './sender.ts'

/** The server's part of every kept command. */
export const keptHandlers: { readonly [Name in KeptName]: KeptHandler<Name> } = {
  'cast-ballot': castBallot,
  'cast-room-ballot': castRoomBallot,
  'grade-moment': gradeMoment,
  'raise-idea': raiseIdea,
  'build-on-idea': buildOnIdea,
  'raise-concern': raiseConcern,
  'edit-idea': editIdea,
  'withdraw-idea': withdrawIdea,
  'ring-bell': ringBell,
  'bring-everyone': bringEveryone,
  'be-ready': beReady,
  'set-role': setRole,
  'name-heir': nameHeir,
  'remove-seat': removeSeat,
  'set-door': setDoor,
  'set-passphrase': setPassphrase,
  'set-retention': setRetention,
  'rename-self': renameSelf,
  'merge-form': mergeForm,
}
