import type { Point, Rect } from '../scene/geometry.ts'

/** A line around something or along it. */
export interface DrawnLine {
  readonly colour: string
  readonly width: number
  readonly dash?: readonly number[]
  /** Its ends and corners are round; else they are cut straight. */
  readonly round?: boolean
}

interface Shown {
  readonly fill: string | null
  readonly line: DrawnLine | null
  /** 1 hides what lies under it. */
  readonly strength?: number
}

/** A rectangle, its corners maybe round. */
export interface BoxMark extends Rect, Shown {
  readonly kind: 'box'
  readonly corner: number
}

export interface DiscMark extends Point, Shown {
  readonly kind: 'disc'
  readonly radius: number
}

/** An outline in the notation of SVG, in units of its own. */
export interface PathMark extends Point, Shown {
  readonly kind: 'path'
  readonly outline: string
  /** Units of the board for one of its own. */
  readonly scale: number
  /** A highlighter: what lies under it stays readable. */
  readonly blend?: boolean
}

/** One line of words on its baseline. Where it starts is its right end if it runs right to left. */
export interface WordsMark extends Point {
  readonly kind: 'words'
  readonly text: string
  /** How wide it was when its lines were broken; null where nothing depends on it. */
  readonly width: number | null
  readonly size: number
  readonly weight: number
  readonly colour: string
  readonly rightToLeft: boolean
  readonly align: 'start' | 'middle'
}

/** A picture, by what is in its file. */
export interface PictureMark extends Rect {
  readonly kind: 'picture'
  readonly hash: string
  readonly corner: number
  /** What lies there where the picture isn't at hand. */
  readonly instead: string
}

export type Mark = BoxMark | DiscMark | PathMark | WordsMark | PictureMark
/** Takes in marks from back to front. */
export type Add = (mark: Mark) => void

/** A picture of a board in plain marks, from back to front, in units of the board: what every writer of pictures writes. */
export interface Drawing {
  readonly title: string
  readonly bounds: Rect
  /** The colour behind everything; null for a picture that is laid over something. */
  readonly ground: string | null
  readonly marks: readonly Mark[]
}

/** How wide a line of words is in the fonts of the picture. */
export type MeasureWords = (text: string, size: number, weight: number) => number

/** Between the middle of a line of words and its baseline, for each unit of its size. */
const MIDDLE = 0.2675

export const baselineAt = (middle: number, size: number): number => middle + MIDDLE * size
