import { spawnSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { tempFolder } from './temp-folder.ts'

/** A disk of a few megabytes, where this account may mount one; else a folder like any other. */
export interface SmallDisk {
  readonly folder: string
  readonly mounted: boolean
  /** Takes all the room that is left. */
  fill(): void
  free(): void
  readOnly(): void
}

const ran = (command: string, ...args: string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0

export function smallDisk(megabytes: number): SmallDisk {
  const folder = tempFolder()
  const mounted = ran('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)
  if (mounted) onTestFinished(() => void ran('umount', '-l', folder))
  const filler = join(folder, 'filler')
  return {
    folder,
    mounted,
    fill() {
      if (!mounted) return
      const file = openSync(filler, 'w')
      try {
        for (const size of [65_536, 512, 1]) fillWith(file, new Uint8Array(size))
      } finally {
        closeSync(file)
      }
    },
    free: () => rmSync(filler, { force: true }),
    readOnly: () => void (mounted && ran('mount', '-o', 'remount,ro', folder)),
  }
}

function fillWith(file: number, bytes: Uint8Array): void {
  try {
    for (;;) writeSync(file, bytes)
  } catch {
    // Full.
  }
}
