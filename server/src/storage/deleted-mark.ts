import { hash } from 'node:crypto'

/** What is kept of a board that was deleted: enough to know it again in a backup, and nothing else. */
export const markOf = (board: string): string => hash('sha256', board, 'base64url')
