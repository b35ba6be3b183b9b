import type { TextRoot } from '@momentous/shared/commands/edit-text'
import type { Ruling } from '@momentous/shared/rules/ruling'

/** The text that was typed into. */
export interface TypedText {
  readonly root: TextRoot
  readonly id: string
  readonly key: string
}

/** Undo and redo of one's own changes, and of nobody else's. */
export interface History {
  canUndo(): boolean
  canRedo(): boolean
  /** A step that is no longer allowed is skipped; the ruling says why. */
  undo(): Ruling
  redo(): Ruling
  subscribe(listener: () => void): () => void
  /** Would `undo`, or `redo`, take a step of typing into that text? */
  isTyping(which: 'undo' | 'redo', text: TypedText): boolean
  /** What `change` does leaves no step, and steps that mean nothing any more because of it are gone. */
  withoutTrace(change: () => void): void
  /** What `change` does is one step with the typing into that text, if that was the last thing done. */
  withTyping(text: TypedText, change: () => void): void
}
