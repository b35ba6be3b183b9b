import type { Role } from '@momentous/shared/domain/role'
import type { RowName } from '@momentous/shared/rules/rows'
import type { Point } from '@momentous/shared/scene/geometry'
import type { Bench } from './bench.ts'

export type PointerKind = 'mouse' | 'pen' | 'touch'

/** One finger, stylus or mouse at one moment. */
export interface Contact {
  /** In board units. */
  readonly at: Point
  /** In px from the wall's top left corner. */
  readonly screen: Point
  readonly shift: boolean
  readonly alt: boolean
  /** Ctrl, or Cmd on a Mac. */
  readonly mod: boolean
  readonly pointer: PointerKind
  /** 0 to 1; devices that feel none say 0.5. */
  readonly pressure: number
  /** In ms, since anything. */
  readonly time: number
}

/** What a hand does on the wall, at most one of each a frame. */
export type Gesture =
  /** `clicks` is 2 for the second press of a double click. */
  | (Contact & { readonly type: 'press'; readonly clicks: number })
  /** `trail` holds every contact since the last gesture, this one included; `ahead` where the hand will be in a moment. */
  | (Contact & { readonly type: 'drag'; readonly trail: readonly Contact[]; readonly ahead: readonly Contact[] })
  | (Contact & { readonly type: 'lift' })
  | (Contact & { readonly type: 'hover' })
  /** Escape, a second finger, a lost pointer: everything since the press is as if it had never been. */
  | { readonly type: 'cancel' }

/** A state of a tool. It takes a gesture and says which state comes next; what it remembers is in its closure. */
export interface ToolState {
  on(gesture: Gesture, bench: Bench): ToolState
}

/** Names of the lucide icons that the rail knows. */
export type ToolIcon =
  | 'mouse-pointer-2'
  | 'hand'
  | 'sticky-note'
  | 'pencil'
  | 'highlighter'
  | 'eraser'
  | 'type'
  | 'frame'
  | 'spline'

/** What is known of a tool before it is in anybody's hand. */
export interface Tool {
  readonly label: string
  readonly icon: ToolIcon
  /** A single letter, if it has one. */
  readonly shortcut: string | null
  readonly roles: readonly Role[]
  /** Which stretch of the rail it stands in. */
  readonly shelf: 'notes' | 'shapes' | 'ink'
  /** A participant finds it behind "More tools". */
  readonly extra: boolean
  /** The row of the session's rules that says in which phases it is of use; null for those that only look. */
  readonly row: RowName | null
  readonly cursor: 'default' | 'grab' | 'crosshair' | 'copy' | 'cell' | 'text'
}
