import { addAction } from './add-action.ts'
import { addChannel } from './add-channel.ts'
import { addMoment } from './add-moment.ts'
import { addMoments } from './add-moments.ts'
import { addRung } from './add-rung.ts'
import { addShape } from './add-shape.ts'
import { addShapes } from './add-shapes.ts'
import { addStage } from './add-stage.ts'
import { agreeAction } from './agree-action.ts'
import { beReady } from './be-ready.ts'
import { bookNextSession } from './book-next-session.ts'
import { bringEveryone } from './bring-everyone.ts'
import { castBallot, castRoomBallot } from './cast-ballot.ts'
import { closeVote } from './close-vote.ts'
import { drawStroke } from './draw-stroke.ts'
import { dropKeptMoment } from './drop-kept-moment.ts'
import { editText } from './edit-text.ts'
import { eraseStrokes } from './erase-strokes.ts'
import { finishSession } from './finish-session.ts'
import { focusPriority } from './focus-priority.ts'
import { gradeMoment } from './grade-moment.ts'
import { groupPieces } from './group-pieces.ts'
import { judgeIdea } from './judge-idea.ts'
import { keepMoment } from './keep-moment.ts'
import { lockMoments } from './lock-moments.ts'
import { lockShapes } from './lock-shapes.ts'
import { mergeForm } from './merge-form.ts'
import { movePhase } from './move-phase.ts'
import { moveStrokes } from './move-strokes.ts'
import { openAssessment } from './open-assessment.ts'
import { openGrading } from './open-grading.ts'
import { openVote } from './open-vote.ts'
import { orderPieces } from './order-pieces.ts'
import { ownAction } from './own-action.ts'
import { editIdea, withdrawIdea } from './own-idea.ts'
import { placeMoments } from './place-moments.ts'
import { placeShapes } from './place-shapes.ts'
import { buildOnIdea, raiseConcern, raiseIdea } from './raise-idea.ts'
import { removeAction } from './remove-action.ts'
import { removeMoments } from './remove-moments.ts'
import { removeShapes } from './remove-shapes.ts'
import { reorderMoments } from './reorder-moments.ts'
import { revealGrade } from './reveal-grade.ts'
import { ringBell } from './ring-bell.ts'
import { nameHeir, removeSeat, renameSelf, setDoor, setPassphrase, setRetention, setRole } from './seats.ts'
import { setAction } from './set-action.ts'
import { setContactType } from './set-contact-type.ts'
import { setEvidence } from './set-evidence.ts'
import { setKind } from './set-kind.ts'
import { setPaper } from './set-paper.ts'
import { setRung } from './set-rung.ts'
import { setSeconds } from './set-seconds.ts'
import { setSettings } from './set-session.ts'
import { setShape } from './set-shape.ts'
import { setStage } from './set-stage.ts'
import { setTimer } from './set-timer.ts'
import { settleRanking } from './settle-ranking.ts'
import { settleShortlist } from './settle-shortlist.ts'
import { stackMoments } from './stack-moments.ts'
import { takeBack } from './take-back.ts'

/** Every direct verb: a CRDT write of the client, admitted by place. */
export const directCommands = {
  'add-moment': addMoment,
  'add-moments': addMoments,
  'edit-text': editText,
  'reorder-moments': reorderMoments,
  'place-moments': placeMoments,
  'set-paper': setPaper,
  'lock-moments': lockMoments,
  'set-contact-type': setContactType,
  'set-kind': setKind,
  'set-seconds': setSeconds,
  'remove-moments': removeMoments,
  'stack-moments': stackMoments,
  'draw-stroke': drawStroke,
  'erase-strokes': eraseStrokes,
  'move-strokes': moveStrokes,
  'add-shape': addShape,
  'add-shapes': addShapes,
  'place-shapes': placeShapes,
  'set-shape': setShape,
  'lock-shapes': lockShapes,
  'remove-shapes': removeShapes,
  'group-pieces': groupPieces,
  'order-pieces': orderPieces,
  'add-stage': addStage,
  'set-stage': setStage,
  'set-evidence': setEvidence,
  'add-action': addAction,
  'set-action': setAction,
  'remove-action': removeAction,
  'add-rung': addRung,
  'set-rung': setRung,
} as const

/** Every governed verb: the server checks and applies it to the room's own document. */
export const governedCommands = {
  'set-session': setSettings,
  'move-phase': movePhase,
  'take-back': takeBack,
  'set-timer': setTimer,
  'close-vote': closeVote,
  'open-vote': openVote,
  'settle-shortlist': settleShortlist,
  'focus-priority': focusPriority,
  'open-assessment': openAssessment,
  'open-grading': openGrading,
  'reveal-grade': revealGrade,
  'settle-ranking': settleRanking,
  'judge-idea': judgeIdea,
  'own-action': ownAction,
  'agree-action': agreeAction,
  'book-next-session': bookNextSession,
  'finish-session': finishSession,
  'add-channel': addChannel,
  'keep-moment': keepMoment,
  'drop-kept-moment': dropKeptMoment,
} as const

/** Every verb that the server answers outside the shared document: the vault, seats, the moment's bell. */
export const keptCommands = {
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
  'merge-form': mergeForm,
  'set-role': setRole,
  'name-heir': nameHeir,
  'remove-seat': removeSeat,
  'set-door': setDoor,
  'set-passphrase': setPassphrase,
  'set-retention': setRetention,
  'rename-self': renameSelf,
} as const

export const commands = { ...directCommands, ...governedCommands, ...keptCommands } as const
export type CommandName = keyof typeof commands
export type DirectName = keyof typeof directCommands
export type GovernedName = keyof typeof governedCommands
export type KeptName = keyof typeof keptCommands
/** The arguments of a command, by its name. */
export type ArgsOf<Name extends CommandName> = Parameters<(typeof commands)[Name]['check']>[2]
