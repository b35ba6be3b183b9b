import { boardJsonIn } from '@momentous/shared/exports/board-html'
import { readBoardFile } from '@momentous/shared/exports/board-json'
import type { RedactedBoard } from '@momentous/shared/exports/redact'
import { utf8 } from '@momentous/shared/imports/decode-text'
import { readJsonText } from '@momentous/shared/imports/read-json-text'
import { Unreadable } from '@momentous/shared/imports/unreadable'
import type { ImageBytes } from '../http/room-service.ts'
import { imagesIn } from './images-in.ts'

/** A whole board's file: the board, and those of its pictures that lie in the file. */
export interface BoardFile {
  readonly board: RedactedBoard
  readonly images: readonly ImageBytes[]
}

/** Reads a board's JSON, or the page to keep, which holds the board's data and its pictures. */
export function boardFileOf(bytes: Uint8Array): BoardFile {
  const page = pageOf(bytes)
  const read = readBoardFile(readJsonText(page === null ? bytes : dataIn(page)))
  if (!read.ok) throw new Unreadable(read.reason)
  return { board: read.board, images: page === null ? [] : imagesIn(page, hashesOf(read.board)) }
}

function pageOf(bytes: Uint8Array): string | null {
  const isPage = /^\s*<!doctype html/iu.test(new TextDecoder().decode(bytes.subarray(0, 100)))
  return isPage ? (utf8(bytes) ?? '') : null
}

function dataIn(page: string): Uint8Array {
  const data = boardJsonIn(page)
  if (data === null) throw new Unreadable('This page holds no board. Choose one that was saved from a board.')
  return new TextEncoder().encode(data)
}

/** What the wall shows. */
function hashesOf({ shapes }: RedactedBoard): ReadonlySet<string> {
  return new Set(shapes.flatMap((shape) => (shape.kind === 'image' && !shape.removed ? shape.image.hash : [])))
}
